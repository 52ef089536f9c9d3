import { DoublesFinder } from '../../src/model/doubles/finder.ts';
import { fold } from '../../src/model/doubles/folding.ts';
import { phoneFolding } from '../../src/model/doubles/phone.ts';
import type { Row } from '../../src/model/doubles/row.ts';
import { strangers } from '../unit/doubles/madeSet.ts';

/**
 * Looks for doubles among so many made-up persons, in a process of its own; prints what it took as JSON. The yardsticks are
 * reading the same rows from text, and holding them.
 * usage: node --expose-gc doubles.ts PERSONS
 */
const page = 500;

/** Bytes in use, those of plain arrays of numbers among them. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Milliseconds of processor time. */
function spent<T>(work: () => T): { done: T; cpu: number } {
  const before = process.cpuUsage();
  const done = work();
  const { user, system } = process.cpuUsage(before);
  return { done, cpu: (user + system) / 1000 };
}

function pagesOf(count: number): string[] {
  const rows = [...strangers(count)];
  return Array.from({ length: Math.ceil(count / page) }, (_, at) => JSON.stringify(rows.slice(at * page, (at + 1) * page)));
}

const texts = pagesOf(Number(process.argv[2] ?? 100_000));
const empty = held();
const { done: rows, cpu: parse } = spent(() => texts.flatMap((text) => JSON.parse(text) as Row[]));
const holding = held() - empty;
const foldPhone = phoneFolding('DE');
const { done: finder, cpu } = spent(() => {
  const made = new DoublesFinder();
  for (const row of rows) made.add(fold(row, foldPhone));
  return made;
});
const memory = held() - empty - holding;
process.stdout.write(
  `${JSON.stringify({ cpu, parse, memory, holding, rows: rows.length, compared: finder.compared, pairs: finder.found().total })}\n`,
);
