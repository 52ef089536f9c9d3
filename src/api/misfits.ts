import type { Misfit } from '../model/record.ts';
import type { Log } from './types.ts';

/** How many places a line names; a page whose every row is odd in the same way would fill the log. */
const most = 10;

/** Tells of the places of an answer that do not fit, in one line: where and what, never a value. */
export function logMisfits(log: Log, entity: string, misfits: readonly Misfit[]): void {
  if (misfits.length === 0) return;
  const told = misfits.slice(0, most).map(({ path, message }) => `${path}: ${message}`);
  const more = misfits.length > most ? [`and ${misfits.length - most} more`] : [];
  log.warn(`${entity}: values that do not fit: ${[...told, ...more].join(' ')}`);
}
