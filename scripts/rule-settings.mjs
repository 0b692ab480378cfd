// Keeps the settings of package.json and the table of the README in step with the rules.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];
const FILES = {
  compose: '컴포즈 파일',
  dockerfile: 'Dockerfile',
  dockerignore: '.dockerignore 파일',
  dotenv: '.env와 env 파일',
  command: 'docker 명령줄',
  project: '파일과 파일 사이',
};
const KOREAN = { error: '오류', warning: '경고', information: '정보', hint: '힌트', off: '꺼짐' };

/** Writes a file only where it would change, so that nobody is told of an edit that is none. */
function update(file, text) {
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** `rulesByLanguage`: rules by id, in order. */
export function writeRuleSettings(root, rulesByLanguage) {
  const rules = Object.assign({}, ...Object.values(rulesByLanguage));
  const manifestFile = path.join(root, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const nlsFile = path.join(root, 'package.nls.json');
  const nls = Object.fromEntries(Object.entries(JSON.parse(readFileSync(nlsFile, 'utf8'))).filter(([key]) => !key.startsWith('rule.')));
  const properties = Object.fromEntries(Object.entries(manifest.contributes.configuration.properties).filter(([key]) => !key.startsWith('docker-giljabi.rules.')));
  for (const [id, { severity, lesson }] of Object.entries(rules)) {
    // No default: an editor would send it as somebody's wish, and a wish is stronger than profile and finding.
    properties[`docker-giljabi.rules.${id}`] = { type: 'string', enum: SEVERITIES, markdownDescription: `%rule.${id}%` };
    nls[`rule.${id}`] = `${lesson.title} (기본: ${KOREAN[severity]})`;
  }
  manifest.contributes.configuration.properties = properties;
  update(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  update(nlsFile, `${JSON.stringify(nls, null, 2)}\n`);

  const readmeFile = path.join(root, 'README.md');
  const tables = Object.entries(rulesByLanguage).map(([language, own]) => {
    const rows = Object.entries(own).map(([id, { severity, lesson }]) => `| \`${id}\` | ${KOREAN[severity]} | ${lesson.title} |`);
    return [`**${FILES[language]}** (${rows.length}개)`, ['| 규칙 | 무게 | 무엇을 보나요 |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n');
  });
  const summary = `<details>\n<summary>규칙 ${Object.keys(rules).length}개 모두 보기</summary>\n\n${tables.join('\n\n')}\n\n</details>`;
  // A function: in a replacement text `$` and the sign behind it would mean something.
  update(
    readmeFile,
    readFileSync(readmeFile, 'utf8').replace(/<!-- rules:start -->[\s\S]*<!-- rules:end -->/, () => `<!-- rules:start -->\n${summary}\n<!-- rules:end -->`),
  );
}
