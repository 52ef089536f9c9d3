import { existsSync, globSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { Refusal } from '../setup/say.mjs';
import { asCommonJs } from './commonJs.mjs';
import { wordsOf } from './words.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {import('esbuild').Plugin} Plugin */

/** @type {BuildOptions} */
const node = {
  platform: 'node',
  target: 'node22',
  // Some packages' UMD builds hide their requires from a bundler; their modules do not.
  mainFields: ['module', 'main'],
};

/**
 * The extension's side: `dist/extension.cjs` is what activation loads. Whatever the source brings in by
 * `import()` becomes a file of its own that is loaded when it is used; what two files share is a third.
 * @param {string} outdir
 * @param {Plugin[]} [plugins]
 * @returns {BuildOptions}
 */
export const extension = (outdir, plugins = []) => ({
  ...node,
  entryPoints: { extension: entry('src/extension.ts') },
  external: ['vscode'],
  format: 'esm',
  splitting: true,
  chunkNames: 'host/[name]-[hash]',
  outdir,
  outExtension: { '.js': '.cjs' },
  write: false,
  plugins: [...plugins, wordsOf('host'), asCommonJs()],
});

/** The demo account's server; it runs in a thread of its own. @param {string} outdir @returns {BuildOptions} */
const sandbox = (outdir) => ({
  ...node,
  entryPoints: { sandbox: entry('src/sandbox/main.ts') },
  format: 'cjs',
  outdir,
  outExtension: { '.js': '.cjs' },
});

/**
 * The browser's side of each surface: `dist/<surface>.js`, and `.css` where it imports one. What several share, and what
 * is brought in by `import()`, becomes a file of its own; the nonce of the page's script holds for what that imports.
 * @param {string} outdir
 * @returns {BuildOptions}
 */
const views = (outdir) => ({
  entryPoints: Object.fromEntries(surfacesWithViews().map((name) => [name, entry(`src/surfaces/${name}/view/main.ts`)])),
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  tsconfig: inRoot('tsconfig.view.json'),
  splitting: true,
  chunkNames: 'view/[name]-[hash]',
  outdir,
  loader: { '.ttf': 'file' },
  plugins: [wordsOf('view')],
});

/** The host tests, which run inside the extension host. @param {string} outdir @returns {BuildOptions} */
const hostTests = (outdir) => ({
  ...node,
  entryPoints: [entry('test/host/run/index.ts'), ...globSync('test/host/**/*.test.ts', { cwd: inRoot() })],
  outbase: inRoot('test', 'host'),
  external: ['vscode', 'mocha'],
  format: 'cjs',
  outdir: join(outdir, 'test', 'host'),
  outExtension: { '.js': '.cjs' },
  plugins: [wordsOf('host')],
});

/**
 * @param {string} outdir
 * @param {boolean} production the package has no tests in it
 */
export function bundles(outdir, production) {
  const product = [extension(outdir), sandbox(outdir), views(outdir)];
  return production ? product : [...product, hostTests(outdir)];
}

/** Files that are copied as they are: icons for the views. @param {string} outdir @returns {[string, string][]} */
export function copies(outdir) {
  const require = createRequire(import.meta.url);
  return ['codicon.css', 'codicon.ttf'].map((name) => [require.resolve(`@vscode/codicons/dist/${name}`), join(outdir, name)]);
}

/** A missing source is a mistake to be told, never a bundle less. @param {string} path */
function entry(path) {
  if (!existsSync(inRoot(path))) throw new Refusal(`Nothing to build: ${path} is missing.`);
  return inRoot(path);
}

function surfacesWithViews() {
  const surfaces = readdirSync(inRoot('src', 'surfaces'), { withFileTypes: true });
  return surfaces
    .filter(
      (folder) => folder.isDirectory() && folder.name !== 'shared' && existsSync(inRoot('src', 'surfaces', folder.name, 'view')),
    )
    .map((folder) => folder.name);
}
