import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const types = { '.png': 'image/png', '.webp': 'image/webp' };

/**
 * A page with its own pictures in it. VS Code's page of an extension shows pictures that are there or at an https address,
 * and none of the package's files.
 * @param {string} page Markdown
 * @param {string} folder what the pictures' paths start from
 * @returns {Promise<string>}
 */
export async function withPictures(page, folder) {
  let whole = page;
  for (const [, path = ''] of page.matchAll(/!\[[^\]]*\]\((?!\w+:)([^)\s]+)\)/g)) {
    const type = types[extname(path)];
    if (!type) throw new Error(`A package cannot hold the picture ${path}; use PNG or WebP.`);
    const bytes = await readFile(join(folder, path), 'base64');
    whole = whole.replace(`](${path})`, () => `](data:${type};base64,${bytes})`);
  }
  return whole;
}
