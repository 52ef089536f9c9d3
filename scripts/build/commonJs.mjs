import { transform } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * esbuild splits ES modules only, and VS Code loads an extension's CommonJS in every version: so each split
 * file is turned into CommonJS on its way to the disk. What two of them share stays one module.
 * @returns {import('esbuild').Plugin}
 */
export function asCommonJs() {
  return {
    name: 'as-commonjs',
    setup(build) {
      const { outdir = '', minify = false } = build.initialOptions;
      build.onEnd(async ({ outputFiles = [], errors }) => {
        if (errors.length > 0) return;
        // Names of split files carry a hash; old ones would gather.
        await rm(join(outdir, 'host'), { recursive: true, force: true });
        await Promise.all(outputFiles.map((file) => write(file, minify)));
      });
    },
  };
}

/**
 * @param {import('esbuild').OutputFile} file
 * @param {boolean} minify
 */
async function write({ path, text }, minify) {
  const { code } = await transform(withOwnExports(text), {
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    minify,
    sourcemap: minify ? false : 'inline',
    // A `require` when it is used, rather than an `import()`, which VS Code does not patch for 'vscode'.
    supported: { 'dynamic-import': false },
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
}

/**
 * A module's `export { a as b }` as getters on `exports`. esbuild would do the same with helpers of its own: a third of
 * a kilobyte in each of the forty files that activation loads.
 * @param {string} text
 */
function withOwnExports(text) {
  const [whole, names] = /\bexport ?\{([\w$\s,]*)\};?(?=\s*(?:\/\/# sourceMappingURL=\S*)?\s*$)/.exec(text) ?? [];
  if (whole === undefined || names === undefined) return text;
  const getters = names.split(',').flatMap((pair) => {
    const [, inside = '', outside = inside] = /^\s*(\S+)(?: as (\S+))?\s*$/.exec(pair) ?? [];
    return inside === '' ? [] : [`${outside}:{enumerable:true,get:()=>${inside}}`];
  });
  // Both on the lines that they were on, which source maps tell of.
  return `Object.defineProperties(exports,{${getters.join()}});${text.replace(whole, whole.replaceAll(/[^\n]/g, ''))}`;
}
