/** What stands in a text and is no word: placeholders, icons, where links go, code, addresses. */
const kept = /\{\d+\}|\$\([\w~-]+\)|\]\([^)]*\)|`[^`]*`|<[^>]*>|https?:\S+/g;

/** Letters that look like the English ones and are none; vowels twice, which makes a text about a third longer. */
const letters: Readonly<Record<string, string>> = {
  ...{
    a: 'àá',
    e: 'èé',
    i: 'ìí',
    o: 'òó',
    u: 'ùú',
    y: 'ý',
    c: 'ç',
    d: 'ď',
    g: 'ğ',
    l: 'ľ',
    n: 'ñ',
    r: 'ř',
    s: 'š',
    t: 'ţ',
    z: 'ž',
  },
  ...{ A: 'Å', B: 'ß', C: 'Ç', D: 'Ð', E: 'Ë', I: 'Ï', N: 'Ñ', O: 'Ö', P: 'Þ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ü', Y: 'Ý' },
};

const spelled = (text: string): string => text.replaceAll(/\p{L}/gu, (letter) => letters[letter] ?? letter);

function marked(line: string): string {
  // A line that is a link and nothing else becomes a button: the marks stand inside.
  const button = /^\[([^\]]*)\](\([^)]*\))$/.exec(line);
  if (button) return `[${marked(button[1] ?? '')}]${button[2]}`;
  let at = 0;
  let text = '';
  for (const { 0: found, index } of line.matchAll(kept)) {
    text += spelled(line.slice(at, index)) + found;
    at = index + found.length;
  }
  return `⟦${text}${spelled(line.slice(at))}⟧`;
}

/** A text in a language that nobody speaks: still readable, about a third longer, and marked as translated. */
export const pseudo = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : marked(line)))
    .join('\n');
