import { readFile, writeFile } from 'node:fs/promises';
import { applyEdits, modify } from 'jsonc-parser';
import { inRoot } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { runQuietly } from '../setup/spawn.mjs';
import { bin } from '../test/bin.mjs';
import { withManifest, withWords } from './generated.mjs';

/** `npm run manifest`: writes what package.json and package.nls.json say of views and kinds. */
export async function main() {
  await rewrite('package.json', withManifest, (manifest) => [
    [['contributes', 'views'], manifest.contributes.views],
    [['contributes', 'viewsWelcome'], manifest.contributes.viewsWelcome],
    [['contributes', 'commands'], manifest.contributes.commands],
    [['contributes', 'languageModelTools'], manifest.contributes.languageModelTools],
    [['contributes', 'submenus'], manifest.contributes.submenus],
    [['contributes', 'keybindings'], manifest.contributes.keybindings],
    [['contributes', 'menus'], manifest.contributes.menus],
  ]);
  await rewrite('package.nls.json', withWords, (words) => [[[], words]]);
  await runQuietly('Formatting', process.execPath, [bin('biome'), 'format', '--write', 'package.json', 'package.nls.json'], {
    cwd: inRoot(),
  });
  say('package.json and package.nls.json say what the kinds say.');
  return 0;
}

/**
 * Replaces the generated parts of a file and leaves the layout of all others.
 * @template T
 * @param {string} file
 * @param {(held: T) => T} generate
 * @param {(generated: T) => readonly (readonly [import('jsonc-parser').JSONPath, unknown])[]} parts
 */
async function rewrite(file, generate, parts) {
  let text = await readFile(inRoot(file), 'utf8');
  for (const [path, value] of parts(generate(JSON.parse(text)))) text = applyEdits(text, modify(text, path, value, {}));
  await writeFile(inRoot(file), text);
}
