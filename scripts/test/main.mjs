import { rm } from 'node:fs/promises';
import { choose } from './choose.mjs';
import { testResults } from '../setup/paths.mjs';
import { say, seconds } from '../setup/say.mjs';
import { suites } from './suites.mjs';

/**
 * `npm test`: everything, or the part that the arguments name.
 * @param {string[]} args
 */
export async function main(args) {
  const started = Date.now();
  let passed = 0;
  let failed = 0;
  // What a part run leaves stands beside what the last full run left.
  if (args.length === 0) await rm(testResults, { recursive: true, force: true });
  for (const { suite, choice } of await choose(suites, args)) {
    const result = await timed(suite.name, () => suite.run(choice));
    passed += result.passed;
    failed += result.failed;
  }
  if (passed + failed === 0) {
    say(`Nothing matches ${args.join(' ')}.`);
    failed = 1;
  }
  say(`Took ${seconds(started)}.`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * A suite that dies is a failure among the others, and the rest still run.
 * @param {string} name
 * @param {() => Promise<import('./result.mjs').Result>} work
 * @returns {Promise<import('./result.mjs').Result>}
 */
async function timed(name, work) {
  const started = Date.now();
  say(`\n── ${name}`);
  try {
    const result = await work();
    say(`── ${name}: ${result.passed} passed, ${result.failed} failed (${seconds(started)})`);
    return result;
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    say(`── ${name}: could not be run to its end (${seconds(started)})`);
    return { passed: 0, failed: 1 };
  }
}
