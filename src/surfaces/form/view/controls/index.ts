import { html, type TemplateResult } from 'lit';
import type { FieldTypeId } from '../../../../model/fieldTypes/ids.ts';
import { isDay } from '../../../../model/fieldTypes/date.ts';
import { isObject } from '../../../../model/isObject.ts';
import type { FormField } from '../../messages.ts';
import type { FormCalls } from '../calls.ts';
import { idsOf } from '../fieldIds.ts';
import './address.ts';
import './boolean.ts';
import './contacts.ts';
import './date.ts';
import './entity.ts';
import './money.ts';
import './options.ts';
import './phone.ts';
import './range.ts';
import './rows.ts';
import './time.ts';
import type { Control } from './control.ts';
import { toClock, toLocal } from './moments.ts';
import { currency, integer, lines, number, select, text } from './simple.ts';

const date = {
  edit: (field, calls) =>
    field.value === null || isDay(field.value)
      ? html`<form-date .field=${field} .calls=${calls}></form-date>`
      : text.edit(field, calls),
} satisfies Control<FieldTypeId>;

const options = {
  wide: true,
  edit: (field, calls) =>
    field.value === null || Array.isArray(field.value)
      ? html`<form-options .field=${field} .calls=${calls}></form-options>`
      : text.edit(field, calls),
} satisfies Control<FieldTypeId>;

const entity = {
  edit: (field, calls) => html`<form-entity .field=${field} .calls=${calls}></form-entity>`,
} satisfies Control<FieldTypeId>;

const contacts = {
  wide: true,
  group: true,
  edit: (field, calls) =>
    field.value === null || (Array.isArray(field.value) && field.value.every(isObject))
      ? html`<form-contacts .field=${field} .calls=${calls}></form-contacts>`
      : asText(field, calls),
} satisfies Control<FieldTypeId>;

const phone = {
  edit: (field, calls) => html`<form-phone .field=${field} .calls=${calls}></form-phone>`,
} satisfies Control<FieldTypeId>;

/** A value that JSON can hold and a control cannot: as text, which can be cleared. */
const asText = (field: FormField, calls: FormCalls): TemplateResult =>
  html`<label class="heard" for=${idsOf(field.key).input}>${field.label}</label>${text.edit(field, calls)}`;

const money = {
  group: true,
  edit: (field, calls) =>
    holds(field.value, isNumber, 'value')
      ? html`<form-money .field=${field} .calls=${calls}></form-money>`
      : asText(field, calls),
} satisfies Control<FieldTypeId>;

const dateRange = {
  group: true,
  edit: (field, calls) =>
    holds(field.value, isDay, 'value', 'until')
      ? html`<form-date-range .field=${field} .calls=${calls}></form-date-range>`
      : asText(field, calls),
} satisfies Control<FieldTypeId>;

const time = {
  edit: (field, calls) =>
    holds(field.value, isClock, 'value')
      ? html`<form-time .field=${field} .calls=${calls}></form-time>`
      : text.edit(field, calls),
} satisfies Control<FieldTypeId>;

const timeRange = {
  group: true,
  edit: (field, calls) =>
    holds(field.value, isClock, 'value', 'until')
      ? html`<form-time-range .field=${field} .calls=${calls}></form-time-range>`
      : asText(field, calls),
} satisfies Control<FieldTypeId>;

const dateTime = {
  edit: (field, calls) =>
    field.value === null || toLocal(field.value) !== undefined
      ? html`<form-date-time .field=${field} .calls=${calls}></form-date-time>`
      : text.edit(field, calls),
} satisfies Control<FieldTypeId>;

const address = {
  wide: true,
  edit: (field, calls) => html`<form-address .field=${field} .calls=${calls}></form-address>`,
} satisfies Control<FieldTypeId>;

const boolean = {
  edit: (field, calls) => {
    if (field.value !== null && typeof field.value !== 'boolean') return text.edit(field, calls);
    return field.options.length > 0
      ? html`<form-yes-no .field=${field} .calls=${calls}></form-yes-no>`
      : html`<form-check .field=${field} .calls=${calls}></form-check>`;
  },
} satisfies Control<FieldTypeId>;

const rows = {
  wide: true,
  group: true,
  edit: (field, calls) =>
    Array.isArray(field.value) && field.value.every(isObject)
      ? html`<form-rows .field=${field} .calls=${calls}></form-rows>`
      : asText(field, calls),
} satisfies Control<FieldTypeId>;

/** Shown, kept, and edited as JSON. */
const display: Control<FieldTypeId> = {};

/** How the form edits each field type; one that is missing does not compile. */
export const controls: { readonly [T in FieldTypeId]: Control<T> } = {
  varchar: text,
  varchar_auto: text,
  text: lines,
  double: number,
  int: integer,
  date,
  enum: select,
  set: options,
  labels: options,
  user: entity,
  visible_to: select,
  org: entity,
  people: entity,
  phone,
  emails: contacts,
  phones: contacts,
  monetary: money,
  daterange: dateRange,
  time,
  timerange: timeRange,
  address,
  boolean,
  datetime: dateTime,
  currency,
  rows,
  other: display,
};

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isClock = (value: unknown): boolean => toClock(value) !== undefined;

/** Whether the value is unset, or an object whose parts are what they should be as far as they are given. */
function holds(value: unknown, is: (part: unknown) => boolean, ...parts: readonly string[]): boolean {
  return value === null || (isObject(value) && parts.every((part) => value[part] == null || is(value[part])));
}
