import type { Field } from '../field.ts';
import type { FieldTypeId } from '../fieldTypes/ids.ts';
import { isObject } from '../isObject.ts';

/** What a text of the log is read beside. */
export interface Beside {
  readonly field: Field;
  /** The field's value as it stands now, parsed; what the log does not tell of it (labels, a currency) is taken from there. */
  readonly present: unknown;
}

/** A text of the log as a value of a field's type; none where the text is no such value. */
type Reader = (text: string, beside: Beside) => unknown;

/** What a text of the log holds where it is JSON, as some values are spelled there; undefined for any other text. */
function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a text was to be JSON: what of it cannot be read is no name, number or line. */
const looksLikeJson = (text: string): boolean => /^\s*(?:\[\s*[{[\]"\d]|\{\s*["}])/.test(text);

const asText: Reader = (text) => text;

const number: Reader = (text) => (/^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined);

const day: Reader = (text) => /^\d{4}-\d\d-\d\d/.exec(text)?.[0];

/** `1250 EUR`, or the amount alone, whose currency is logged as a part. */
const money: Reader = (text, { present }) => {
  const match = /^(-?\d+(?:\.\d+)?)(?:\s+(\S+))?$/.exec(text.trim());
  if (!match) return undefined;
  return { value: Number(match[1]), currency: match[2] ?? (isObject(present) ? (present['currency'] ?? null) : null) };
};

/** `2026-03-01 - 2026-03-08`, or the beginning alone, whose end is logged as a part. */
const range =
  (pattern: RegExp): Reader =>
  (text, { present }) => {
    const [from = '', until, ...more] = text.split(' - ').map((one) => one.trim());
    if (more.length > 0 || !pattern.test(from) || (until !== undefined && !pattern.test(until))) return undefined;
    const now = isObject(present) ? present : {};
    return { ...now, value: from, until: until ?? now['until'] ?? null };
  };

const clock = /^\d\d:\d\d(?::\d\d)?$/;

const time: Reader = (text, { present }) =>
  clock.test(text.trim()) ? { ...(isObject(present) ? present : {}), value: text.trim() } : undefined;

/** An option by its id, else by its label; none where the field has it no longer. */
const option: Reader = (text, { field: { options } }) => {
  const wanted = text.trim();
  const found = options.find(({ id }) => String(id) === wanted) ?? options.find(({ label }) => label === wanted);
  if (found) return found.id;
  return options.length === 0 && /^\d{1,15}$/.test(wanted) ? Number(wanted) : undefined;
};

const options: Reader = (text, beside) => {
  const listed = jsonIn(text);
  const ids = Array.isArray(listed) ? listed.map((one: unknown) => String(isObject(one) ? one['id'] : one)) : text.split(',');
  const found = ids.map((one) => option(one, beside));
  return found.includes(undefined) ? undefined : found;
};

const id: Reader = (text) => (/^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text) : undefined);

/** Numbers and addresses without their labels; an entry that is still there has its own. */
const contacts: Reader = (text, { present }) => {
  if (looksLikeJson(text)) {
    const listed = jsonIn(text);
    const whole = Array.isArray(listed) && listed.every((one: unknown) => isObject(one) && typeof one['value'] === 'string');
    return whole ? listed : undefined;
  }
  const now = Array.isArray(present) ? present.filter(isObject) : [];
  const entries = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((value) => ({ label: 'work', ...now.find((entry) => entry['value'] === value), value, primary: false }));
  // The first is the primary one, unless what is there now shows that its place does not tell.
  const primary = now.findIndex((entry) => entry['primary'] === true);
  const place = primary > 0 ? entries.findIndex(({ value }) => value === now[primary]?.['value']) : -1;
  return entries.map((entry, at) => ({ ...entry, primary: at === Math.max(place, 0) }));
};

const address: Reader = (text) => {
  if (!looksLikeJson(text)) return { value: text };
  const whole = jsonIn(text);
  return isObject(whole) && typeof whole['value'] === 'string' ? whole : undefined;
};

const flag: Reader = (text) => {
  if (['1', 'true'].includes(text)) return true;
  return ['0', 'false'].includes(text) ? false : undefined;
};

const moment: Reader = (text) => {
  const iso = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
  return Number.isNaN(Date.parse(iso)) ? undefined : iso;
};

const unreadable: Reader = () => undefined;

/** How each type's values stand in the log; a missing one does not compile. */
export const readers: { readonly [T in FieldTypeId]: Reader } = {
  varchar: asText,
  varchar_auto: asText,
  text: asText,
  phone: asText,
  currency: asText,
  double: number,
  int: number,
  monetary: money,
  date: day,
  daterange: range(/^\d{4}-\d\d-\d\d$/),
  time,
  timerange: range(clock),
  datetime: moment,
  enum: option,
  visible_to: option,
  set: options,
  labels: options,
  user: id,
  org: id,
  people: id,
  address,
  emails: contacts,
  phones: contacts,
  boolean: flag,
  rows: unreadable,
  other: asText,
};
