/** Anybody can send a mail: what is nested deeper than any program nests is left out, since its reader calls itself. */
const deepest = 400;

/**
 * Notes and mails come as HTML, which nobody here shows: they are read as text. The library is brought in when the first
 * one is.
 */
export async function toPlain(html: string): Promise<string> {
  if (!/[<&]/.test(html)) return html.trim();
  const { convert } = await import('html-to-text');
  const text = convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 1_000_000, maxDepth: deepest, ellipsis: '…' },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ['(', ')'] } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'table', format: 'block' },
    ],
  });
  return text.trim();
}

/** What plain text is made of when it is kept as HTML: lines, and nothing else. */
const plainTags = /<\/?(?:p|br|div)\s*\/?>/gi;

/** Whether HTML holds lines of text and no formatting that would be lost as plain text. */
export const isPlain = (html: string): boolean => !/<[a-z/!]/i.test(html.replace(plainTags, ''));

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML that shows it as it was typed. */
export function fromPlain(text: string): string {
  return text
    .trim()
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
    .replaceAll(/\r?\n/g, '<br>');
}
