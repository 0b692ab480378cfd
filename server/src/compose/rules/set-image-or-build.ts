import { compose } from '../../core/example.ts';
import type { ProjectView } from '../../core/project-view.ts';
import { placed } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import type { Node } from '../file.ts';
import { isFragment, mayBePart } from '../fragment.ts';
import { servicesThat } from '../gathered.ts';
import type { ComposeModel, Service } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarAt } from '../services.ts';
import { weight } from '../undefined-names.ts';
import { hasVariable, misfitsOf } from '../walk.ts';

const ko = {
  neither: (name: string) => `\`${name}\` 서비스에 \`image\`도 \`build\`도 없습니다. 쓸 이미지를 \`image:\`에 적거나 Dockerfile이 있는 폴더를 \`build:\`에 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '서비스마다 `image`나 `build`를 적으세요',
    what: '컨테이너를 무엇으로 만들지 적지 않은 서비스가 있습니다.',
    why: '컨테이너는 이미지로만 만들 수 있습니다. 컴포즈는 `has neither an image nor a build context specified` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '받아서 쓸 이미지라면 `image: mysql:8.4`처럼, 내 Dockerfile로 만들 이미지라면 `build: .`처럼 적으세요.',
  },
  also: ['C111'],
  href: 'https://docs.docker.com/reference/compose-file/services/#image',

  *file(model, project) {
    const lacking = new Set(sourceless(model));
    if (lacking.size === 0) return;
    const elsewhere = project.namesIn('services');
    // Another document of the file may have the rest of the service.
    const made = new Set(
      model.services.filter((service) => service.node && (!lacking.has(service) || hasSource(service.node, model, project, new Set([service.name])))).map(({ name }) => name),
    );
    for (const service of lacking) {
      if (elsewhere.has(service.name) || made.has(service.name) || !service.node || isRefused(service)) continue;
      if (isFragment(model, project)) return;
      yield placed(service.start, { at: service.key.span, message: ko.neither(service.name), ...weight(service), ...(mayBePart(model) && { severity: 'warning' }) });
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
        # ^^
            environment:
              MYSQL_DATABASE: shop
      `,
    },
    {
      good: compose`
        services:
          base:
            build: .
          api:
            extends: base
          ai:
            provider:
              type: model
      `,
    },
  ],
};

/** Whether Compose knows what to make the container of, in the service itself or in one it extends. */
function hasSource(node: Node, model: ComposeModel, project: ProjectView, seen: Set<string>): boolean {
  if (saysSource(node)) return true;
  const extended = child(node, 'extends');
  if (!extended) return false;
  const file = extended.kind === 'mapping' ? scalarAt(extended, 'file') : undefined;
  if (file) {
    const base = project.extended(textOf(file), textOf(scalarAt(extended, 'service')));
    return base?.found !== 'service' || ['image', 'build', 'provider'].some((key) => base.keys.has(key));
  }
  const name = textOf(extended.kind === 'mapping' ? scalarAt(extended, 'service') : extended);
  const base = model.services.find((service) => service.name === name);
  if (!base?.node || seen.has(name)) return true;
  return hasSource(base.node, model, project, new Set([...seen, name]));
}

/** A service that is refused already may only have its keys misspelt or misplaced. */
const isRefused = (service: Service): boolean => misfitsOf(service).some(({ kind }) => kind === 'misplaced' || kind === 'unknown-key');

function saysSource(node: Node): boolean {
  const image = child(node, 'image');
  return child(node, 'build') !== undefined || child(node, 'provider') !== undefined || (image?.kind === 'scalar' && (textOf(image) !== '' || hasVariable(image)));
}

/** Services that do not say themselves what they are made of. */
const sourceless = servicesThat(({ node }) => node !== undefined && !saysSource(node));
