import type { SearchHit, SearchText } from '../../api/types.ts';

/** How much of a text is shown on either side of what was found in it. */
const around = 40;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Notes are HTML, of which a row shows the words. */
const wordsOf = ({ field, text }: SearchText): string =>
  field === 'notes'
    ? text
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll('&nbsp;', ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
    : text;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Where a search found its term, other than in the name; none where it is the name, or cannot be told. */
export function matchOf({ name, texts = [] }: SearchHit, term: string): SearchText | undefined {
  const part = folded(term.trim());
  if (part === '' || folded(name).includes(part)) return undefined;
  const words = texts.map((text) => ({ ...text, text: wordsOf(text) }));
  const found = words.find(({ field, text }) => folded(text).includes(part) || (field === 'phone' && sharesDigits(text, part)));
  return found && { ...found, text: excerpt(found.text, part) };
}

/** A phone number is found by its digits, however they are grouped. */
function sharesDigits(text: string, part: string): boolean {
  const digits = digitsOf(part);
  return digits.length > 2 && digitsOf(text).includes(digits);
}

/** The part of a long text in which the term stands. */
function excerpt(text: string, part: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const at = folded(line).indexOf(part);
  if (line.length <= 3 * around || at < 0) return line;
  const from = Math.max(0, at - around);
  const until = at + part.length + around;
  return `${from > 0 ? '…' : ''}${line.slice(from, until)}${until < line.length ? '…' : ''}`;
}
