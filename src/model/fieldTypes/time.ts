import * as l10n from '@vscode/l10n';
import { isObject } from '../isObject.ts';
import { sentence } from '../sentence.ts';
import type { Time, TimeRange } from '../values.ts';
import { fieldType } from './fieldType.ts';

const pattern = '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$';
const timeSchema = { type: 'string', pattern, patternErrorMessage: l10n.t('A time such as 14:30:00.') };
const zoneSchema = {
  timezone_id: { type: ['integer', 'null'] },
  timezone_name: { type: ['string', 'null'], description: l10n.t('For example Europe/Tallinn.') },
};

const isTime = (value: unknown): boolean => typeof value === 'string' && new RegExp(pattern).test(value);

function parse(raw: unknown): unknown {
  if (!isObject(raw)) return raw === undefined || raw === '' ? null : raw;
  return raw['value'] == null && raw['until'] == null ? null : raw;
}

const short = (value: unknown): string => (isTime(value) ? String(value).slice(0, 5) : String(value));
const zone = (value: Partial<Time>): string => (value.timezone_name ? ` (${value.timezone_name})` : '');

/** A time of day with its zone; Pipedrive fills in the user's zone where none is given. */
export const time = fieldType({
  parse,
  validate: (value, field) =>
    isObject(value) && isTime(value['value'])
      ? undefined
      : sentence(l10n.t('“{0}” must have a time in “value”, such as 14:30:00.', field.name)),
  show: (value) => {
    const at = value as Partial<Time>;
    return isObject(value) ? `${short(at.value)}${zone(at)}` : String(value);
  },
  schema: () => ({
    type: 'object',
    properties: { value: timeSchema, ...zoneSchema },
    required: ['value'],
    additionalProperties: false,
  }),
});

/** From a time to a time. */
export const timerange = fieldType({
  parse,
  validate: (value, field) =>
    isObject(value) && isTime(value['value']) && isTime(value['until'])
      ? undefined
      : sentence(l10n.t('“{0}” must have two times, “value” and “until”, such as 14:30:00.', field.name)),
  show: (value) => {
    const range = value as Partial<TimeRange>;
    return isObject(value) ? `${short(range.value)} – ${short(range.until)}${zone(range)}` : String(value);
  },
  schema: () => ({
    type: 'object',
    properties: { value: timeSchema, until: timeSchema, ...zoneSchema },
    required: ['value', 'until'],
    additionalProperties: false,
  }),
});
