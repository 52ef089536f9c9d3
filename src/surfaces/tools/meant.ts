import { closest } from '../document/json/closest.ts';
import { displayText } from '../../model/displayText.ts';
import { Mistake, quoted } from './answers.ts';

/** Something that can be named, and the spellings it goes by; the first is its name for people. */
export interface Nameable<T> {
  readonly of: T;
  readonly spelled: readonly [string, ...string[]];
}

/** Without case, accents and runs of spaces. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * What a text names: the one that goes by it, its case and accents aside.
 *
 * @param what in a sentence: `field`
 * @throws Mistake where none or several do, with those that may be meant
 */
export function meant<T>(what: string, text: string, all: readonly Nameable<T>[]): T {
  const wanted = folded(text);
  const found = all.filter(({ spelled }) => spelled.some((one) => one === text));
  const [first, ...others] =
    found.length > 0 ? found : all.filter(({ spelled }) => spelled.some((one) => folded(one) === wanted));
  if (first && others.length === 0) return first.of;
  const asked = JSON.stringify(displayText(text, 100));
  if (first) {
    const ways = [first, ...others].map(({ spelled }) => spelled.join(' / '));
    throw new Mistake(`${asked} names more than one ${what}: ${quoted(ways)}. Use the id or key of the one that is meant.`);
  }
  const near = closest(text, all).map((of) => all.find((one) => one.of === of)?.spelled[0] ?? '');
  const names = all.map(({ spelled }) => spelled[0]);
  const help = near.length > 0 ? `Did you mean ${quoted(near)}?` : `There are: ${quoted(names, 40)}.`;
  throw new Mistake(`There is no ${what} ${asked}. ${names.length > 0 ? help : 'There are none at all.'}`);
}
