import type { Folded, FoldPhone, Row } from './row.ts';

/** Accents, and the points that Hebrew and Arabic may leave out. Other scripts' marks are letters and stay. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** Letters that no decomposition takes an accent from. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Words that are written before a name or left out. */
const titles = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'herr', 'frau']);

/** No real name is longer; what is longer is compared as far as this. */
const longestName = 120;

/** A name's words without accents, capitals and titles, sorted, since some write the family name first. */
export function foldName(name: string): string {
  const plain = name
    .slice(0, longestName)
    .toWellFormed()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’ʼ`´]/g, '');
  const words = plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const named = words.filter((word) => !titles.has(word));
  return (named.length > 0 ? named : words).toSorted().join(' ');
}

/**
 * An e-mail address as its mailbox is known: without capitals and without what stands behind a `+`. Google's mailboxes take
 * any dots (https://support.google.com/mail/answer/7436150). None for what is no address.
 */
export function foldEmail(text: string): string | undefined {
  const [, local = '', host = ''] = /^(?:mailto:)?([^@\s]+)@([^@\s]+)$/.exec(text.trim().normalize('NFC').toLowerCase()) ?? [];
  const google = host === 'gmail.com' || host === 'googlemail.com';
  const [box = ''] = local.split('+');
  const mailbox = (google ? box.replaceAll('.', '') : box) || local;
  return mailbox === '' ? undefined : `${mailbox}@${google ? 'gmail.com' : host}`;
}

/** What of a row is compared, folded. */
export function fold({ id, name, emails, phones, organization, filled, added }: Row, foldPhone: FoldPhone): Folded {
  return {
    ...{ id, name, key: foldName(name), filled, added },
    emails: distinct(emails.map(foldEmail)),
    phones: distinct(phones.map(foldPhone)),
    ...(organization !== undefined && { organization }),
  };
}

const distinct = (folded: readonly (string | undefined)[]): string[] => [
  ...new Set(folded.filter((value) => value !== undefined)),
];
