import { english } from './texts.ts';
import { makeAccount, usualSize } from '../../../src/sandbox/data/account.ts';

/** All texts that the sandbox's account holds, whatever they are of. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Map) for (const each of value.values()) yield* strings(each);
  else if (value && typeof value === 'object' && !(value instanceof Uint8Array)) {
    for (const each of Object.values(value)) yield* strings(each);
  }
}

const flat = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    // What only turns the direction of writing, which names may hold and rows take out.
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\S+@\S+|\s+/g, ' ')
    .trim();

/** Whether a text is what records hold: the whole of a value, or a good part of one. */
export function recordData(): (text: string) => boolean {
  const store = makeAccount(20_261_102, usualSize, Date.now);
  const all = Object.values(store).flatMap((table: unknown) => {
    const rows = table && typeof table === 'object' && 'all' in table ? (table as { all(): Iterable<unknown> }).all() : table;
    return [...strings(Symbol.iterator in Object(rows) && typeof rows !== 'string' ? [...(rows as Iterable<unknown>)] : rows)];
  });
  // A word in small letters may be a value that Pipedrive chooses from a few, which has a name for people: `won`.
  const values = new Set(all.map(flat).filter((value) => !/^[a-z_]+$/.test(value)));
  const long = [...values].join('\n');
  const is = (text: string): boolean => values.has(text) || (text.length >= 16 && long.includes(text));
  return (text) => {
    const whole = flat(text).replace(/…$/, '');
    return is(whole) || whole.split(/[·:,;()→–—|“”"]|\s-\s/).every((part) => !english.test(part) || is(part.trim()));
  };
}
