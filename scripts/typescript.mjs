import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ready } from './setup/bootstrap.mjs';
import { report } from './setup/say.mjs';

/**
 * `node scripts/typescript.mjs FILE ARGUMENTS` runs a TypeScript file as it is, in a Node that can. The file ends by
 * itself, as a server does, and sees its own arguments only.
 */
try {
  await ready();
  const file = resolve(process.argv[2] ?? '');
  process.argv.splice(1, 2, file);
  await import(pathToFileURL(file).href);
} catch (error) {
  process.exitCode = report(error);
}
