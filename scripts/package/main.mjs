import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { makePackage } from './package.mjs';

/** `npm run package`: the file a person installs, beside package.json. */
export async function main() {
  const made = await makePackage();
  const place = inRoot(basename(made));
  await copyFile(made, place);
  say(`Packed ${place}`);
  return 0;
}
