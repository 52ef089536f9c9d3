import { spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/build/build.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { runHostTests } from '../../scripts/test/host.mjs';
import { suites } from '../../scripts/test/suites.mjs';
import { build as esbuild } from 'esbuild';
import type { ApiVersion } from '../../src/api/types.ts';
import { decodePage } from './decode.ts';

/** One line of the table: a figure beside its yardstick of the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly yardstick: number;
  readonly unit: string;
}

interface Listed {
  readonly persons: number;
  readonly requests: number;
  /** API tokens, by our own count. */
  readonly tokens?: number;
  readonly cpu: number;
  readonly seconds: number;
  readonly memory: number;
}

/** How often each way is run, by turns, so that whatever else the machine does meets all of them. */
const rounds = 3;

/** The run that took the least processor time, with the most memory of any. */
function least(runs: readonly Listed[]): Listed {
  const [best] = runs.toSorted((a, b) => a.cpu - b.cpu);
  if (!best) throw new Error('Nothing was run.');
  return { ...best, memory: Math.max(...runs.map(({ memory }) => memory)) };
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Lists so many persons in each way, each in a process of its own, from a server in another. */
export async function listing(persons: number): Promise<Figure[]> {
  const server = spawn(
    process.execPath,
    [here('../../src/sandbox/cli.ts'), '--persons', String(persons), '--control', '--token', 'bench'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const started = performance.now();
    const url = await line(server.stdout, /^url (.+)$/m);
    const ready = (performance.now() - started) / 1000;
    await widen(url);
    const bundle = await bundled(here('./list.ts'));
    const list = async (how: string) => JSON.parse(await output([bundle, how, url, 'bench'])) as Listed;
    // The server makes its pages ready the first time they are asked for; that is nobody's cost.
    await list('bare');
    const runs = { bare: [] as Listed[], vendor: [] as Listed[], v2: [] as Listed[] };
    for (let round = 0; round < rounds; round += 1) {
      for (const how of ['bare', 'vendor', 'v2'] as const) runs[how].push(await list(how));
    }
    const [bare, vendor, ours] = [least(runs.bare), least(runs.vendor), least(runs.v2)];
    if (ours.persons !== bare.persons || vendor.persons !== bare.persons) throw new Error('Persons were lost on the way.');
    const name = `list ${persons.toLocaleString('en')} persons`;
    return [
      { name: `${name}: CPU, vendor's client`, value: ours.cpu, yardstick: vendor.cpu, unit: 's' },
      { name: `${name}: CPU, bare HTTP and JSON.parse`, value: ours.cpu, yardstick: bare.cpu, unit: 's' },
      { name: `${name}: peak memory, vendor's client`, value: ours.memory, yardstick: vendor.memory, unit: 'MB' },
      { name: `${name}: requests, vendor's client`, value: ours.requests, yardstick: vendor.requests, unit: '' },
      {
        name: `${name}: API tokens, a largest page each`,
        value: ours.tokens ?? 0,
        yardstick: Math.ceil(persons / 500) * 10,
        unit: '',
      },
      { name: 'sandbox: requests a second, a hundred', value: await pace(url), yardstick: 100, unit: '/s' },
      {
        name: `sandbox: start with ${persons.toLocaleString('en')} persons, listing them bare`,
        value: ready,
        yardstick: bare.seconds,
        unit: 's',
      },
    ];
  } finally {
    server.kill();
  }
}

/**
 * Limits so wide that nobody waits. They are told in each answer, as Pipedrive tells its own: not told any, our client
 * would keep to ten requests in two seconds, and what is done in pieces with rests between costs more processor time.
 */
async function widen(url: string): Promise<void> {
  const wide = 1_000_000;
  const { ok } = await fetch(`${url}/__sandbox/limits`, {
    method: 'PUT',
    headers: { 'x-api-token': 'bench', 'content-type': 'application/json' },
    body: JSON.stringify({ burst: wide, search: wide, daily: 1_000 * wide, writes: wide }),
  });
  if (!ok) throw new Error('The server took no limits.');
}

/** How many small requests the sandbox answers in a second, one after the other. */
async function pace(url: string): Promise<number> {
  const requests = 300;
  const started = performance.now();
  for (let asked = 0; asked < requests; asked += 1) {
    const answer = await fetch(`${url}/api/v2/persons/${asked + 1}`, { headers: { 'x-api-token': 'bench' } });
    await answer.arrayBuffer();
  }
  return (requests * 1000) / (performance.now() - started);
}

/** Reading a page of 500 persons beside JSON.parse of the same text. */
export async function decoding(version: ApiVersion): Promise<Figure> {
  const { ours, parse } = await decodePage(version);
  return { name: `decode 500 persons, ${version}: CPU, JSON.parse`, value: ours, yardstick: parse, unit: 'ms' };
}

/** Looking for doubles among so many persons, beside reading the same rows from text and holding them; and each with few others. */
export async function doubles(persons: number): Promise<Figure[]> {
  const bundle = await bundled(here('./doubles.ts'));
  const told = await output(['--expose-gc', bundle, String(persons)]);
  const { cpu, parse, memory, holding, rows, compared } = JSON.parse(told) as Record<string, number>;
  const name = `find doubles among ${persons.toLocaleString('en')} persons`;
  const megabytes = (bytes = 0) => bytes / 1_000_000;
  return [
    { name: `${name}: CPU, JSON.parse`, value: cpu ?? 0, yardstick: parse ?? 1, unit: 'ms' },
    { name: `${name}: memory, the rows`, value: megabytes(memory), yardstick: megabytes(holding), unit: 'MB' },
    { name: `${name}: comparisons, persons`, value: compared ?? 0, yardstick: rows ?? 1, unit: '' },
  ];
}

/** Our activation beside the built-in Git extension's: the least of each, in as many windows as there are rounds. */
export async function activation(): Promise<Figure> {
  const file = inRoot('.vscode-test', 'bench', 'activation.json');
  await build();
  process.env['PIPEDRIVE_EXPLORER_BENCH'] = file;
  const met: { readonly ours: number; readonly git: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { failed } = await runHostTests({ files: ['test/host/startup.test.ts'] });
    if (failed > 0) throw new Error('The activation could not be measured.');
    met.push(JSON.parse(await readFile(file, 'utf8')));
  }
  const [value, yardstick] = [Math.min(...met.map(({ ours }) => ours)), Math.min(...met.map(({ git }) => git))];
  return { name: 'activation, the built-in Git extension', value, yardstick, unit: 'ms' };
}

/** What a view took, in milliseconds and bytes. */
export interface Sized {
  /** From the start of a window with the view in it to the view's first row. */
  readonly begun: number;
  /** From a click on the folded view to its first row, in a window that is up. */
  readonly opened: number;
  readonly memory: number;
}

/** Opening the persons view of 100,000 persons beside one of 100, in a real workbench. */
export async function viewing(): Promise<Figure[]> {
  const file = inRoot('.vscode-test', 'bench', 'view.json');
  await mkdir(inRoot('.vscode-test', 'bench'), { recursive: true });
  process.env['PIPEDRIVE_EXPLORER_BENCH'] = file;
  const { failed } = (await suites.find(({ name }) => name === 'ui')?.run({ files: ['test/bench/view.ts'] })) ?? { failed: 1 };
  if (failed > 0) throw new Error('The view could not be measured.');
  const measured = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, Sized>>;
  const [few, many] = [measured['100'], measured['100000']];
  if (!few || !many) throw new Error('The view was not measured whole.');
  const name = 'persons view of 100,000, of 100';
  return [
    { name: `${name}: window to first row`, value: many.begun, yardstick: few.begun, unit: 'ms' },
    { name: `${name}: click to first row`, value: many.opened, yardstick: few.opened, unit: 'ms' },
    ...(few.memory > 0
      ? [{ name: `${name}: memory of the extension host`, value: many.memory / 1e6, yardstick: few.memory / 1e6, unit: 'MB' }]
      : []),
  ];
}

/** As the product is run: bundled, so that nobody pays for reading TypeScript. The vendor's client stays a package. */
async function bundled(entry: string): Promise<string> {
  const outfile = inRoot('.vscode-test', 'bench', `${basename(entry, '.ts')}.cjs`);
  await esbuild({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['pipedrive'],
    logLevel: 'error',
  });
  return outfile;
}

function line(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = pattern.exec(text)?.[1];
      if (found) resolve(found);
    });
    stream.on('end', () => reject(new Error(`The server ended: ${text}`)));
  });
}

function output(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`${args.join(' ')} ended with ${code}.`))));
  });
}
