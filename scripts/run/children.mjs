import { spawn } from 'node:child_process';

/**
 * Starts a program that `end` can be relied on to end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(command, args, options) {
  const child = spawn(command, [...args], options);
  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  // A program nobody waits for must not bring the whole run down; whoever awaits `ended` still hears of it.
  ended.catch(() => undefined);
  return {
    child,
    ended,
    /** Asks it to end, then makes it. @param {number} [patience] */
    end: async (patience = 3000) => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      child.kill('SIGTERM');
      const last = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(last);
    },
  };
}
