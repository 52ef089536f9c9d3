/** Line breaks, tabs and any run of spaces; they would break a row that is one line high. */
const spaces = /[\s\u0085]+/gu;

/**
 * Controls, characters that nobody sees, and those that turn the direction of the text around them: all let a name pose as
 * another. Joiners stay, which scripts and emoji need, and so do tags where they make a flag.
 */
const deceivers =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\u{e0000}-\u{e007f}](?<!\u{1f3f4}[\u{e0020}-\u{e007f}]+)/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A record's own text as one line for a label, a title or a sentence. Whoever writes into a CRM
 * writes what we show, so nothing of it may act on what stands around it.
 *
 * @param longest in characters as a person counts them; what is longer ends in an ellipsis
 */
export function displayText(text: string, longest = 400): string {
  const line = text.toWellFormed().replace(spaces, ' ').replace(deceivers, '').trim();
  // No character is shorter than one unit, so a short line needs no counting.
  if (line.length <= longest) return line;
  let kept = '';
  let count = 0;
  for (const { segment } of graphemes.segment(line)) {
    // One “character” may carry any number of combining marks; ten units hold every real one.
    if (++count > longest || kept.length > longest * 10) return `${kept.trimEnd()}…`;
    kept += segment.length > 40 ? segment.slice(0, 2).toWellFormed() : segment;
  }
  return kept;
}
