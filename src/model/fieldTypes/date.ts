import * as l10n from '@vscode/l10n';
import { isObject } from '../isObject.ts';
import { sentence } from '../sentence.ts';
import type { DateRange } from '../values.ts';
import { fieldType } from './fieldType.ts';
import { language } from '../language.ts';

const pattern = '^\\d{4}-\\d{2}-\\d{2}$';
const daySchema = { type: 'string', format: 'date', pattern, patternErrorMessage: l10n.t('A date such as 2026-03-31.') };

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !new RegExp(pattern).test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value);
}

const showDay = (value: unknown): string =>
  isDay(value)
    ? new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))
    : String(value);

/** A day without a time zone. Pipedrive also answers, and takes, a timestamp and keeps its day. */
export const date = fieldType({
  parse: (raw) => {
    if (raw === undefined || raw === '') return null;
    return typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}[T ]/.test(raw) ? raw.slice(0, 10) : raw;
  },
  validate: (value, field) =>
    isDay(value) ? undefined : sentence(l10n.t('“{0}” must be a date such as 2026-03-31.', field.name)),
  show: showDay,
  schema: () => daySchema,
});

/** From a day to a day. */
export const daterange = fieldType({
  parse: (raw) => {
    if (!isObject(raw)) return raw === undefined || raw === '' ? null : raw;
    return raw['value'] == null && raw['until'] == null ? null : raw;
  },
  validate: (value, field) => {
    const range = value as Partial<DateRange>;
    if (!isObject(value) || !isDay(range.value) || !isDay(range.until)) {
      return sentence(l10n.t('“{0}” must have two dates, “value” and “until”, such as 2026-03-31.', field.name));
    }
    return range.until < range.value
      ? sentence(l10n.t('“{0}” ends before it begins: {1} comes before {2}.', field.name, range.until, range.value))
      : undefined;
  },
  show: (value) => {
    const range = value as Partial<DateRange>;
    return isObject(value) ? `${showDay(range.value)} – ${showDay(range.until)}` : String(value);
  },
  schema: () => ({
    type: 'object',
    properties: { value: daySchema, until: daySchema },
    required: ['value', 'until'],
    additionalProperties: false,
  }),
});

/** A moment with its zone. */
const zoned = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/i;

/** A moment, RFC 3339 in UTC; the wires take whole seconds and no other zone. */
export const datetime = fieldType({
  validate: (value, field) =>
    typeof value === 'string' && !Number.isNaN(Date.parse(value))
      ? undefined
      : sentence(l10n.t('“{0}” must be a date and time such as 2026-03-31T14:30:00Z.', field.name)),
  write: (value) =>
    typeof value === 'string' && zoned.test(value) && !Number.isNaN(Date.parse(value))
      ? `${new Date(value).toISOString().slice(0, 19)}Z`
      : value,
  equal: (a, b) => a === b || Date.parse(String(a)) === Date.parse(String(b)),
  show: (value) => {
    const moment = new Date(String(value));
    return Number.isNaN(moment.valueOf())
      ? String(value)
      : new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
  },
  schema: () => ({ type: 'string', format: 'date-time' }),
});
