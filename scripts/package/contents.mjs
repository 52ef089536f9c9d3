import { createRequire } from 'node:module';
import { promisify } from 'node:util';

/** All that a package may hold. */
const wanted = [
  /^extension\/(package\.json|package\.nls(\..+)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/i,
  /^extension\/dist\/[^/]+\.(cjs|js|css|ttf)$/,
  /^extension\/dist\/host\/[^/]+\.cjs$/,
  /^extension\/dist\/view\/[^/]+\.js$/,
  /^extension\/l10n\/bundle\.l10n(\..+)?\.json$/,
  /^extension\/media\/.+\.(svg|png|webp|md|json)$/,
  /^extension\.vsixmanifest$|^\[Content_Types\]\.xml$/,
];

/**
 * Names in a vsix that do not belong there.
 * @param {string} vsix
 * @returns {Promise<string[]>}
 */
export async function strangersIn(vsix) {
  const names = await namesIn(vsix);
  return names.filter((name) => !wanted.some((pattern) => pattern.test(name)));
}

/**
 * @param {string} file a zip archive
 * @returns {Promise<string[]>}
 */
async function namesIn(file) {
  // The packing tool brings its own reader of archives.
  const yauzl = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'))('yauzl');
  const archive = await promisify(yauzl.open)(file, { lazyEntries: false });
  /** @type {string[]} */
  const names = [];
  archive.on('entry', (/** @type {{ fileName: string }} */ entry) => names.push(entry.fileName));
  return new Promise((resolve, reject) => archive.on('end', () => resolve(names)).on('error', reject));
}
