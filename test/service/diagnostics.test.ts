import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { settingsOf } from '../../server/host/settings.ts';
import { diagnosticsOf } from '../../server/src/service/diagnostics.ts';
import { composeRules } from '../../server/src/service/rules.ts';
import { type Service, serviceIn } from '../../server/src/service/service.ts';
import { compose } from '../support/marks.ts';
import { worldOf } from '../support/world.ts';

const uri = 'file:///shop/compose.yaml';
const typo = compose`
  services:
    web:
      image: nginx:1.28-alpine
      port:
        - "8080:80"
`;

function serviceWith(text: string, files: Readonly<Record<string, string>> = {}): Service {
  const service = serviceIn(worldOf(files), undefined, (rule, error) => assert.fail(`${rule}: ${error}`));
  service.documents.open(uri, 'dockercompose', 1, text);
  return service;
}

async function diagnose(text: string, settings?: unknown): Promise<Diagnostic[]> {
  const service = serviceWith(text);
  if (settings !== undefined) service.configure(settingsOf(settings));
  return service.diagnostics(uri);
}

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

describe('service/diagnostics', () => {
  it('says who, what, where, how bad, and where to read on', async () => {
    const [only, ...others] = await diagnose(typo);
    assert.deepEqual(others, []);
    assert.match(String(only?.message), /`ports` 키로/);
    assert.deepEqual(
      { ...only, message: '' },
      {
        range: { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } },
        severity: 1,
        code: 'use-known-keys',
        codeDescription: { href: 'https://docs.docker.com/reference/compose-file/services/' },
        source: '도커 길잡이',
        message: '',
      },
    );
  });

  it('counts in UTF-16 units, with CRLF and BOM too', async () => {
    const found = await diagnose('\uFEFFservices:\r\n  web:\r\n    x-a: { "😀": 1 }\r\n    build: { "context": "😀", "tages": [] }\r\n');
    const own = found.find(({ code }) => code === 'use-known-keys');
    assert.deepEqual(own?.range, { start: { line: 3, character: 30 }, end: { line: 3, character: 37 } });
  });

  it('leaves out what a comment asks to leave out', async () => {
    assert.deepEqual(codes(await diagnose(typo.replace('    port:', '    # giljabi-ignore use-known-keys — 나중에\n    port:'))), []);
    assert.deepEqual(codes(await diagnose(typo.replace('    port:', '    # giljabi-ignore declare-volumes\n    port:'))), ['use-known-keys']);
  });

  it('weighs as the settings want it', async () => {
    const severity = async (settings: unknown) => (await diagnose(typo, settings)).map((it) => it.severity);
    assert.deepEqual(await severity({ rules: { 'use-known-keys': 'off' } }), []);
    assert.deepEqual(await severity({ profile: '시험', rules: { 'use-known-keys': 'hint' } }), [4]);
    assert.deepEqual(await severity({ profile: '시험' }), [1]);
  });

  it('judges what is typed, and what the settings become', async () => {
    const service = serviceWith(typo);
    const behind = (character: number, text: string) => [{ range: { start: { line: 3, character: 8 }, end: { line: 3, character } }, text }];
    assert.deepEqual(codes(await service.diagnostics(uri)), ['use-known-keys']);
    service.documents.change(uri, 2, behind(8, 's'));
    assert.deepEqual(await service.diagnostics(uri), []);
    service.documents.change(uri, 3, behind(9, ''));
    service.configure(settingsOf({ rules: { 'use-known-keys': 'off' } }));
    assert.deepEqual(await service.diagnostics(uri), []);
  });

  it('of a page only judges the docker command lines, and looks through no folder for it', async () => {
    const service = serviceIn({ ...worldOf(), list: () => assert.fail('nobody needs it') });
    service.documents.open('file:///x/a.md', 'markdown', 1, '```yaml\nservices:\n  web:\n    port: 1\n```\n\n```bash\ndocker nework ls\n```\n');
    assert.deepEqual(codes(await service.diagnostics('file:///x/a.md')), ['spell-docker-commands']);
  });

  it('says nothing of documents that have no rules, and does not read them', async () => {
    const service = serviceIn(worldOf());
    service.documents.open('file:///a.json', 'json', 1, '{}');
    service.documents.get = () => assert.fail('nobody needs it');
    assert.deepEqual(await service.diagnostics('file:///a.json'), []);
    assert.deepEqual(await service.diagnostics('file:///nowhere'), []);
    assert.deepEqual(service.documents.judged(), []);
  });

  it('judges a file that is not open, and knows on what that depends', async () => {
    const other = 'file:///shop/compose.prod.yaml';
    const service = serviceIn(worldOf({ [other]: `${typo}    env_file: web.env\n`, 'file:///shop/values.yaml': typo, 'file:///shop/web.env': 'A=1\n' }));
    assert.deepEqual(codes(await service.diagnosticsOnDisk(other)), ['use-known-keys']);
    assert.deepEqual(await service.diagnosticsOnDisk('file:///shop/values.yaml'), []);
    assert.deepEqual(
      ['web.env', '.env', 'docker-compose.yml', 'notes/web.txt'].map((name) => service.concernsFilesOnDisk(`file:///shop/${name}`)),
      [true, true, true, false],
    );
  });

  it('points to other places and says how to draw', async () => {
    const { document } = (await serviceWith(typo).documents.get(uri)) ?? assert.fail();
    const at = { start: 2, end: 4 };
    const [only] = diagnosticsOf(document, [{ rule: 'x', severity: 'hint', at, message: 'm', tag: 'unnecessary', related: [{ at, message: 'here' }] }], await composeRules());
    assert.deepEqual(only?.tags, [1]);
    assert.deepEqual(only?.relatedInformation, [{ location: { uri, range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } } }, message: 'here' }]);
  });

  it('names a rule that throws, and goes on', async () => {
    const failures: string[] = [];
    const service = serviceIn(worldOf(), undefined, (rule) => failures.push(rule));
    service.documents.open(uri, 'dockercompose', 1, `${typo}    depends_on: [db]\n`);
    const broken = (await composeRules())['use-known-keys'] ?? assert.fail();
    const { misfits } = broken;
    Object.assign(broken, { misfits: () => assert.fail('on purpose') });
    try {
      assert.deepEqual(codes(await service.diagnostics(uri)), ['name-existing-services']);
    } finally {
      Object.assign(broken, { misfits });
    }
    assert.ok(failures.includes('use-known-keys'));
  });
});

describe('host/settings', () => {
  it('are taken as far as they make sense', () => {
    const beginner = { profile: 'beginner', severities: {} };
    for (const nonsense of [undefined, null, 7, [], { profile: '고수' }, { rules: ['a'] }, { rules: { a: 'loud', b: '' } }]) assert.deepEqual(settingsOf(nonsense), beginner);
    assert.deepEqual(settingsOf({ profile: '실무', rules: { a: 'off', b: 1 } }), { profile: 'work', severities: { a: 'off' } });
  });
});
