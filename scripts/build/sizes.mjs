import { statSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';

/** What activation may load, in bytes. */
export const activationLimit = 200_000;

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} KB`;

/** @param {import('esbuild').Metafile} metafile */
export function sizeReport(metafile) {
  const rows = Object.keys(metafile.outputs).map((path) => ({ path, bytes: statSync(inRoot(path)).size }));
  rows.sort((a, b) => b.bytes - a.bytes);
  const lines = rows.map(({ path, bytes }) => `${kilobytes(bytes)}  ${path}`);
  return [...lines, `${kilobytes(activationSize(metafile))}  loaded at activation`].join('\n');
}

/**
 * The bytes that `require('dist/extension.cjs')` loads: the file and all it requires at once.
 * @param {import('esbuild').Metafile} metafile
 */
export function activationSize(metafile) {
  /** @type {Set<string>} */
  const loaded = new Set();
  /** @param {string} path */
  const load = (path) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) {
      if (kind !== 'dynamic-import' && metafile.outputs[next]) load(next);
    }
  };
  const activation = Object.keys(metafile.outputs).find((path) => path.endsWith('/extension.cjs'));
  if (!activation) throw new Error('Nothing was built that activation could load.');
  load(activation);
  return [...loaded].reduce((sum, path) => sum + statSync(inRoot(path)).size, 0);
}
