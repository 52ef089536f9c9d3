import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, root } from '../setup/paths.mjs';
import { run } from '../setup/spawn.mjs';
import { mochaResult, resultsVariable } from './result.mjs';

export const reporter = fileURLToPath(new URL('./reporter.cjs', import.meta.url));

/**
 * Runs test files in this Node, which reads TypeScript as it is.
 * @param {string} name
 * @param {import('./choose.mjs').Choice} choice
 * @param {{ timeout: number, jobs?: number, env?: Record<string, string>, hooks?: string }} options `jobs`: files at a time, each in a process of its own; `hooks`: a file with mocha's root hooks
 */
export async function runMocha(name, { files, grep }, { timeout, jobs = 1, env = {}, hooks }) {
  await mkdir(cache, { recursive: true });
  const results = join(cache, `results-${name}-${process.pid}.json`);
  const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
  const args = [
    mocha,
    '--reporter',
    reporter,
    '--timeout',
    String(timeout),
    '--forbid-only',
    ...(jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : []),
    // What a hung test left behind must not keep the run from its end.
    '--exit',
    ...(hooks ? ['--require', hooks] : []),
    ...(grep ? ['--fgrep', grep] : []),
    ...(jobs > 1 ? longestFirst(files) : files),
  ];
  const environment = { ...process.env, ...env, [resultsVariable]: results };
  return mochaResult(results, () =>
    run(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
}

/**
 * So that none of the long ones is begun when the others are over.
 * @param {readonly string[]} files
 */
function longestFirst(files) {
  const size = (/** @type {string} */ file) => statSync(join(root, file)).size;
  return files.toSorted((one, other) => size(other) - size(one));
}
