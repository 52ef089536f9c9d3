import type { FieldTypeId } from './fieldTypes/ids.ts';

/** What opens a telephone or a mail program; only these two. */
export interface ContactLink {
  readonly scheme: 'tel' | 'mailto';
  readonly path: string;
}

/** How a single address looks, without what a mail program would take for a second one or for a header. */
const address = /^[^\s\p{C}@,;:<>()[\]\\"?&#%/]+@[^\s\p{C}@,;:<>()[\]\\"?&#%/]+$/u;

/** What people write in a number: digits, what parts them, and before an extension `x`, `ext`, `#`, a comma or a semicolon. */
const number = /^(\+?)([\d\s().\-/]+)(?:(?:ext\.?|[x#,;])\s*([\d\s-]+))?$/i;

/** As long as an e-mail address can be (RFC 5321), and no phone number is: more only keeps a pattern busy. */
export const longest = 320;

/** The link of one phone number or e-mail address; none for text that is neither, which must not act as anything. */
export function linkOf(type: FieldTypeId, value: string): ContactLink | undefined {
  const text = value.trim();
  if (text.length > longest) return undefined;
  if (type === 'emails') return address.test(text) ? { scheme: 'mailto', path: text } : undefined;
  if (type !== 'phones' && type !== 'phone') return undefined;
  const [, plus, written = '', extension = ''] = number.exec(text) ?? [];
  // A trunk zero in brackets is not dialled after the country's code: +49 (0)30 …
  const digits = digitsOf(plus ? written.replace('(0)', '') : written);
  if (digits === '') return undefined;
  return { scheme: 'tel', path: `${plus}${digits}${extension === '' ? '' : `;ext=${digitsOf(extension)}`}` };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
