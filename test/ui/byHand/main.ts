import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { askedInLastRun } from './log.ts';
import { promised } from './published.ts';
import { lines, markdown, missing, withTable } from './table.ts';

/**
 * `npm run coverage:operations`: which action of a person's calls which operation, by the sandbox's log of the last run
 * of the user-interface tests, which are run where they were not. With `--write` the table goes into ARCHITECTURE.md.
 */
if (askedInLastRun().length === 0) spawnSync(process.execPath, [inRoot('scripts', 'test.mjs'), 'ui'], { stdio: 'inherit' });
const all = lines(askedInLastRun());
const table = markdown(all);
process.stdout.write(`${table}\n\n`);
if (process.argv.includes('--write')) {
  const page = inRoot('ARCHITECTURE.md');
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), table));
}
const left = missing(all);
for (const { operation, request, settings } of left) {
  process.stdout.write(`No action calls ${operation} as ${request} (pipedrive.apiVersion ${settings.join(', ')}).\n`);
}
const without = new Set(left.map(({ operation }) => operation)).size;
process.stdout.write(`${promised.length - without} of ${promised.length} operations by hand\n`);
process.exitCode = left.length === 0 ? 0 : 1;
