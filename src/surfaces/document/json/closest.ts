import { distance } from 'fastest-levenshtein';

/** Something that may have been meant, and the spellings it goes by. */
export interface Candidate<T> {
  readonly of: T;
  readonly spelled: readonly string[];
}

const most = 3;

/** Without case, accents and spaces at the ends: a person's spelling, not a text's. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The candidates that someone may have meant by a text, the likeliest first; none where nothing is near. */
export function closest<T>(text: string, candidates: readonly Candidate<T>[]): readonly T[] {
  const meant = plain(text);
  if (meant === '') return [];
  return candidates
    .map(({ of, spelled }) => ({ of, far: Math.min(...spelled.map((one) => farness(meant, plain(one)))) }))
    .filter(({ far }) => Number.isFinite(far))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ of }) => of);
}

/** 0 for the same, less than 1 for a beginning or a part, else the letters that differ: at most every third one. */
function farness(meant: string, text: string): number {
  if (meant === text) return 0;
  if (meant.length >= 2 && text.startsWith(meant)) return 0.25;
  if (meant.length >= 3 && (text.includes(meant) || (text.length >= 3 && meant.includes(text)))) return 0.5;
  // Swapped letters are the commonest slip, and count as one.
  const letters = sorted(meant) === sorted(text) ? Math.min(1, distance(meant, text)) : distance(meant, text);
  return letters <= Math.max(1, Math.floor(Math.max(meant.length, text.length) / 3)) ? letters : Infinity;
}

const sorted = (text: string): string => text.split('').toSorted().join('');
