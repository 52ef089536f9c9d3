import { readFile } from 'node:fs/promises';
import { build } from '../../scripts/build/build.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { runHostTests } from '../../scripts/test/host.mjs';
import type { Figure } from './figures.ts';

/** What everyday tasks take in API tokens, in a real extension host, beside the fewest that Pipedrive's price list allows. */
export async function tokens(): Promise<Figure[]> {
  const file = inRoot('.vscode-test', 'bench', 'tokens.json');
  await build();
  process.env['PIPEDRIVE_EXPLORER_TOKENS'] = file;
  const { failed } = await runHostTests({ files: ['test/host/tokens.test.ts'] });
  if (failed > 0) throw new Error('What the tasks take could not be measured.');
  const told = JSON.parse(await readFile(file, 'utf8')) as { task: string; version: string; tokens: number; fewest: number }[];
  return told.map(({ task, version, tokens: value, fewest }) => ({
    name: `${task}, ${version}: API tokens, the fewest`,
    value,
    yardstick: fewest,
    unit: '',
  }));
}
