import { say, seconds } from '../setup/say.mjs';
import { root } from '../setup/paths.mjs';
import { run } from '../setup/spawn.mjs';
import { bin } from './bin.mjs';

/** @type {readonly (readonly [string, string, ...string[]])[]} What is checked, the tool, its arguments. */
const checks = [
  ['types', 'tsc', '-p', 'tsconfig.json'],
  ["the views' types", 'tsc', '-p', 'tsconfig.view.json'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['format', 'biome', 'ci', '--colors=off', '--reporter=summary'],
  ['unused code', 'knip', '--no-progress'],
];

/** Each check counts as one test. @returns {Promise<import('./result.mjs').Result>} */
export async function runChecks() {
  const result = { passed: 0, failed: 0 };
  for (const [what, tool, ...args] of checks) {
    const started = Date.now();
    const passed =
      (await run(process.execPath, [bin(tool), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })) === 0;
    say(`  ${passed ? '✔' : '✘'} ${what} (${seconds(started)})`);
    result[passed ? 'passed' : 'failed'] += 1;
  }
  return result;
}
