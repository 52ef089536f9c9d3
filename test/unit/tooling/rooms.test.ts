import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { lint } from './lint.ts';

/** A file in src, an import it may not have. */
const forbidden: readonly (readonly [string, string])[] = [
  ['ids/a.ts', '../model/record.ts'],
  ['ids/a.ts', 'vscode'],
  ['model/a.ts', '../api/types.ts'],
  ['model/fieldTypes/a.ts', '../../kinds/index.ts'],
  ['model/a.ts', 'vscode'],
  ['model/a.ts', 'node-fetch'],
  ['model/a.ts', 'node:http'],
  ['api/a.ts', '../account/types.ts'],
  ['api/v2/a.ts', '../../kinds/index.ts'],
  ['api/a.ts', '../sandbox/store.ts'],
  ['api/a.ts', 'vscode'],
  ['account/a.ts', '../sandbox/main.ts'],
  ['account/a.ts', '../kinds/index.ts'],
  ['account/a.ts', '../surfaces/shared/say.ts'],
  ['kinds/person/a.ts', '../../surfaces/form/messages.ts'],
  ['kinds/person/a.ts', '../../sandbox/store.ts'],
  ['kinds/a.ts', '../extension.ts'],
  ['surfaces/explorer/a.ts', '../form/messages.ts'],
  ['surfaces/form/host/a.ts', '../../explorer/trees.ts'],
  ['surfaces/form/host/a.ts', '../../../sandbox/store.ts'],
  ['surfaces/document/a.ts', '../form/messages.ts'],
  ['surfaces/shared/a.ts', './../document/documents.ts'],
  ['surfaces/shared/a.ts', '../form/messages.ts'],
  ['surfaces/form/view/a.ts', 'vscode'],
  ['surfaces/form/view/a.ts', '../host/formEditor.ts'],
  ['surfaces/form/view/a.ts', '../wordsOfTheHost.ts'],
  ['surfaces/form/view/a.ts', '../../shared/commands.ts'],
  ['surfaces/form/view/a.ts', '../../document/documents.ts'],
  ['surfaces/form/view/a.ts', '../../../api/types.ts'],
  ['surfaces/form/view/a.ts', '../../../account/types.ts'],
  ['surfaces/form/view/a.ts', '../../../kinds/index.ts'],
  ['surfaces/form/view/controls/a.ts', '../../wordsOfTheHost.ts'],
  ['surfaces/form/view/controls/a.ts', '../../../shared/commands.ts'],
  ['surfaces/form/view/controls/a.ts', '../../host/formEditor.ts'],
  ['surfaces/account/a.ts', '../explorer/trees.ts'],
  ['surfaces/tools/a.ts', '../form/messages.ts'],
  ['surfaces/document/a.ts', '../tools/meant.ts'],
  ['surfaces/explorer/a.ts', '../account/signIn.ts'],
  ['surfaces/notYetThought/host/parts/a.ts', '../../../form/messages.ts'],
  ['sandbox/a.ts', '../model/record.ts'],
  ['sandbox/v1/a.ts', '../../api/types.ts'],
  ['sandbox/a.ts', 'vscode'],
];

/** And what must stay possible. */
const allowed: readonly (readonly [string, string])[] = [
  ['model/a.ts', '../ids/index.ts'],
  ['model/fieldTypes/a.ts', '../record.ts'],
  ['api/a.ts', '../model/record.ts'],
  ['api/v1/a.ts', '../send.ts'],
  ['account/a.ts', '../api/types.ts'],
  ['account/a.ts', 'vscode'],
  ['kinds/person/a.ts', '../../account/types.ts'],
  ['surfaces/form/host/a.ts', '../../document/documents.ts'],
  ['surfaces/form/host/a.ts', '../messages.ts'],
  ['surfaces/form/host/a.ts', '../../../account/types.ts'],
  ['surfaces/explorer/a.ts', '../../account/types.ts'],
  ['surfaces/document/a.ts', '../shared/say.ts'],
  ['surfaces/account/a.ts', '../../account/index.ts'],
  ['surfaces/tools/a.ts', '../document/documents.ts'],
  ['surfaces/form/host/a.ts', '../../shared/commands.ts'],
  ['surfaces/explorer/a.ts', '../../kinds/index.ts'],
  ['surfaces/form/view/a.ts', '../messages.ts'],
  ['surfaces/form/view/a.ts', './controls/text.ts'],
  ['surfaces/form/view/a.ts', '../../shared/channel.ts'],
  ['surfaces/form/view/controls/a.ts', '../../../shared/searchSession.ts'],
  ['surfaces/form/view/a.ts', '../../shared/view/base.ts'],
  ['surfaces/form/view/a.ts', '../../../model/record.ts'],
  ['surfaces/form/view/controls/a.ts', '../../messages.ts'],
  ['surfaces/form/view/controls/a.ts', '../state.ts'],
  ['surfaces/shared/view/a.ts', '../channel.ts'],
  ['sandbox/v1/a.ts', '../store.ts'],
];

/** One file each, so that a finding names its case. */
async function refused(cases: readonly (readonly [string, string])[], statement: (from: string) => string): Promise<string[]> {
  const name = (index: number, file: string) => `src/${file.replace(/a\.ts$/, `case${index}.ts`)}`;
  const found = await lint(Object.fromEntries(cases.map(([file, from], index) => [name(index, file), statement(from)])));
  const files = new Set(found.filter(({ rule }) => rule.includes('no-restricted-imports')).map(({ file }) => file));
  return cases.filter(([file], index) => files.has(name(index, file))).map(([file, from]) => `${file} → ${from}`);
}

const sideEffect = (from: string) => `import '${from}';\n`;
const typeOnly = (from: string) => `import type { A } from '${from}';\nexport type B = A;\n`;
const names = (cases: readonly (readonly [string, string])[]) => cases.map(([file, from]) => `${file} → ${from}`);

describe('The rooms’ lint rules', () => {
  for (const [what, statement] of [
    ['an import', sideEffect],
    ['a type’s import', typeOnly],
  ] as const) {
    it(`refuse ${what} that points the wrong way`, async () => {
      assert.deepEqual(await refused(forbidden, statement), names(forbidden));
    });
    it(`leave ${what} alone that points downwards`, async () => {
      assert.deepEqual(await refused(allowed, statement), []);
    });
  }

  it('hold for what is loaded by import() as well, which the linter does not look at', async () => {
    const files = (await readdir(inRoot('src'), { recursive: true })).filter((file) => file.endsWith('.ts'));
    const cases: [string, string][] = [];
    for (const file of files) {
      const text = await readFile(inRoot('src', file), 'utf8');
      for (const [, from = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g))
        cases.push([file.replace(/[^/\\]+$/, 'a.ts'), from]);
    }
    assert.deepEqual(await refused(cases, sideEffect), []);
  });

  it('know every room there is', async () => {
    const rules = await readFile(inRoot('.oxlintrc.json'), 'utf8');
    const rooms = (await readdir(inRoot('src'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const unknown = rooms.map(({ name }) => name).filter((room) => !rules.includes(`"src/${room}/`));
    assert.deepEqual(unknown, []);
  });

  it('refuse a circle of imports, also of types alone', async () => {
    const found = await lint({
      'src/kinds/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      'src/kinds/b.ts': "import type { A } from './a.ts';\nexport type B = A | 2;\n",
    });
    assert.ok(found.some(({ rule }) => rule.includes('no-cycle')));
  });
});
