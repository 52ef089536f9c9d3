import { distance } from 'fastest-levenshtein';

/** Shorter words than this differ in a letter because they are other words. */
const shortest = 4;

/** The longest part of a word that is looked at. */
const longestWord = 20;

/** So many consonants in a name's skeleton tell it from most others. */
const fewestConsonants = 5;

/**
 * Under which keys a name is put, so that names with a slip between them have one in common: for each word, the others
 * beside it with one letter left out; and the consonants of all, for slips in vowels and doubled letters.
 *
 * @param key a folded name
 */
export function slipKeys(key: string): readonly string[] {
  const words = key.split(' ');
  if (words.length < 2) return [];
  const keys = new Set<string>();
  for (const [place, word] of words.entries()) {
    if (word.length < shortest - 1 || !isOfLetters(word)) continue;
    const others = words.toSpliced(place, 1).join(' ');
    const part = word.slice(0, longestWord);
    keys.add(`${others}|${part}`);
    for (let at = 0; at < part.length; at += 1) keys.add(`${others}|${part.slice(0, at)}${part.slice(at + 1)}`);
  }
  const bones = words.map(skeleton).toSorted().join(' ');
  if (bones.replaceAll(' ', '').length >= fewestConsonants) keys.add(`~${bones}`);
  return [...keys];
}

/** Whether two folded names that differ are likely one with slips: a letter too many, too few, another, or two swapped. */
export function alike(one: string, other: string): boolean {
  const words = one.split(' ');
  // A single word with a slip is anybody.
  if (words.length < 2) return false;
  const [left, right] = withoutCommon(words, other.split(' '));
  if (left.length !== right.length || left.length === 0 || left.length > 2) return false;
  return everyAlike(left, right) || (left.length === 2 && everyAlike(left, right.toReversed()));
}

const everyAlike = (left: readonly string[], right: readonly string[]): boolean =>
  left.every((word, place) => wordsAlike(word, right[place] ?? ''));

function wordsAlike(one: string, other: string): boolean {
  if (Math.max(one.length, other.length) < shortest || !isOfLetters(one) || !isOfLetters(other)) return false;
  // Maria, Marie, Mario; Kowalski, Kowalska; Martin, Martina: an ending tells one person from another.
  if (stem(one) === stem(other)) return false;
  const apart = distance(one, other);
  if (apart <= 1 || areSwapped(one, other)) return true;
  return apart === 2 && Math.min(one.length, other.length) > shortest && skeleton(one) === skeleton(other);
}

/** Two neighbouring letters changed places. */
function areSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

const stem = (word: string): string => word.replace(/[aeiouy]+$/, '');

const isOfLetters = (word: string): boolean => !/\p{N}/u.test(word);

/** A word's consonants as they sound, each run of one once: Mayer and Maier are one. */
function skeleton(word: string): string {
  return word
    .replaceAll('ph', 'f')
    .replace(/[cq]/g, 'k')
    .replaceAll('w', 'v')
    .replaceAll('z', 's')
    .replaceAll('d', 't')
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/gu, '$1');
}

/** What each has and the other has not; both are sorted. */
function withoutCommon(one: readonly string[], other: readonly string[]): [string[], string[]] {
  const right = [...other];
  const left = one.filter((word) => {
    const at = right.indexOf(word);
    if (at >= 0) right.splice(at, 1);
    return at < 0;
  });
  return [left, right];
}
