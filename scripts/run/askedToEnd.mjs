import { readFileSync } from 'node:fs';
import { isAlive } from '../setup/lock.mjs';

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} EndSignal */

/** Resolves with the first signal that asks this process to end. @returns {Promise<EndSignal>} */
export function askedToEnd() {
  return new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => resolve(signal));
    // npm hands on no SIGHUP and cannot hand on a SIGKILL; when it goes, this goes too.
    if (!process.env['npm_lifecycle_event']) return;
    const parent = process.ppid;
    const npm = npmAbove(parent);
    setInterval(() => {
      if (process.ppid !== parent || (npm && !isAlive(npm))) resolve('SIGHUP');
    }, 500).unref();
  });
}

/**
 * The npm that runs this, some shells and processes up; only Linux tells without starting a program.
 * @param {number} pid
 * @returns {number | undefined}
 */
function npmAbove(pid) {
  if (process.platform !== 'linux') return undefined;
  for (let above = pid; above > 1; above = parentOf(above)) {
    if (/^npm |npm-cli\.js|bin\/npm/.test(readFileSync(`/proc/${above}/cmdline`, 'utf8'))) return above;
  }
  return undefined;
}

/** @param {number} pid */
function parentOf(pid) {
  // The name in parentheses may hold anything; what follows it does not.
  const [, , parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.split(' ') ?? [];
  return Number(parent);
}
