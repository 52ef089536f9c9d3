import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build/build.mjs';
import { activationSize } from '../../scripts/build/sizes.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { activation, decoding, doubles, listing, viewing, type Figure } from './figures.ts';

/** Measures, prints a table and writes bench-results.json. Each figure is a ratio within this run, since machines differ. */
const { values } = parseArgs({ options: { check: { type: 'boolean' }, persons: { type: 'string' } } });

const metafile = await build({ production: true, outdir: inRoot('.vscode-test', 'bench', 'dist') });
if (!metafile) throw new Error('The build told nothing of what it made.');
const figures: Figure[] = [
  ...(await listing(Number(values.persons ?? 100_000))),
  await decoding('v2'),
  await decoding('v1'),
  ...(await doubles(Number(values.persons ?? 100_000))),
  ...(await viewing()),
  await activation(),
  { name: 'loaded at activation, the limit of 200 KB', value: activationSize(metafile) / 1000, yardstick: 200, unit: 'KB' },
];

const budget = JSON.parse(await readFile(inRoot('test', 'bench', 'budget.json'), 'utf8')) as Record<string, number>;
const rows = figures.map((figure) => {
  const ratio = figure.value / figure.yardstick;
  const allowed = budget[figure.name];
  return { ...figure, ratio, allowed, worse: allowed !== undefined && ratio > allowed };
});
for (const { name, value, yardstick, unit, ratio, allowed, worse } of rows) {
  const numbers = `${value.toFixed(2)} : ${yardstick.toFixed(2)} ${unit}`.padStart(24);
  const verdict = `${allowed ? ` of ${allowed}` : ''}${worse ? '  worse' : ''}`;
  process.stdout.write(`${name.padEnd(64)} ${numbers} ${ratio.toFixed(2).padStart(7)}${verdict}\n`);
}
await writeFile(inRoot('bench-results.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
if (values.check && rows.some(({ worse }) => worse)) process.exitCode = 1;
