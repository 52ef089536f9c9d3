import { inRoot } from '../setup/paths.mjs';

/**
 * Rooms that know neither VS Code nor the browser say `l10n.t` of `@vscode/l10n`. Where they are bundled, that is a module
 * of the side that they run on, which has the words at hand before it is asked; in the unit tests it is the package.
 * @param {'host' | 'view'} side
 * @returns {import('esbuild').Plugin}
 */
export const wordsOf = (side) => ({
  name: 'words',
  setup(build) {
    const path = inRoot('src', 'surfaces', 'shared', side, 'language.ts');
    build.onResolve({ filter: /^@vscode\/l10n$/ }, ({ importer }) => (importer === path ? undefined : { path }));
  },
});
