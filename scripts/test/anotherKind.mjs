import * as esbuild from 'esbuild';
import { cp, mkdir, symlink, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shared } from '../build/build.mjs';
import { extension } from '../build/bundles.mjs';
import { cache, inRoot } from '../setup/paths.mjs';

const folder = join(cache, 'another-kind');
const kinds = inRoot('src', 'kinds', 'index.ts');
const withOneMore = inRoot('test', 'host', 'anotherKind', 'kinds.ts');

/** Whether a host test is of the extension with one more kind. @param {string} file */
export const isOfAnotherKind = (file) => dirname(file).endsWith('anotherKind');

/**
 * The extension as it is built, with one more kind in its list and nothing else changed.
 * @returns {Promise<string>} its folder
 */
export async function extensionWithAnotherKind() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package.nls.json']) await cp(inRoot(file), join(folder, file));
  for (const name of ['media', 'l10n']) await symlink(inRoot(name), join(folder, name));
  await cp(inRoot('dist'), join(folder, 'dist'), { recursive: true, filter: (source) => !source.includes('/dist/test') });
  await esbuild.build({ ...shared(false), ...extension(join(folder, 'dist'), [oneMore()]) });
  return folder;
}

/** Whoever asks for the list of kinds gets the longer one, which itself gets the list. @returns {esbuild.Plugin} */
const oneMore = () => ({
  name: 'one more kind',
  setup(build) {
    build.onResolve({ filter: /kinds\/index\.ts$|^\.\/index\.ts$/ }, ({ path, resolveDir, importer }) =>
      join(resolveDir, path) === kinds && importer !== withOneMore ? { path: withOneMore } : undefined,
    );
  },
});
