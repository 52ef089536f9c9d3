import { readFile, rm } from 'node:fs/promises';
import { say } from '../setup/say.mjs';

/** @typedef {{ passed: number, failed: number }} Result */

/** Where a run of mocha leaves its numbers: the environment variable its reporter looks at. */
export const resultsVariable = 'PIPEDRIVE_EXPLORER_RESULTS';

/**
 * Runs mocha somewhere and reads what its reporter left as its last act. A run that left nothing died on the
 * way, whatever its exit code says; one without tests tested nothing.
 * @param {string} file
 * @param {() => Promise<number>} run gives the exit code
 * @returns {Promise<Result>}
 */
export async function mochaResult(file, run) {
  await rm(file, { force: true });
  const code = await run();
  const { passes, failures, pending } = JSON.parse(await read(file, code));
  await rm(file);
  if (passes + failures === 0) throw new Error('No test ran.');
  if (failures === 0 && code !== 0) throw new Error(`Every test passed, but the run ended with exit code ${code}.`);
  if (pending > 0) say(`${pending} skipped.`);
  return { passed: passes, failed: failures };
}

/**
 * @param {string} file
 * @param {number} code
 */
async function read(file, code) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`The run ended with exit code ${code} and before its last test.`, { cause: error });
  }
}

/** What several runs came to. @param {readonly Result[]} results @returns {Result} */
export const sum = (results) => ({
  passed: results.reduce((total, { passed }) => total + passed, 0),
  failed: results.reduce((total, { failed }) => total + failed, 0),
});
