import { html } from 'lit';
import type { FieldTypeId } from '../../../../model/fieldTypes/ids.ts';
import { isDay } from '../../../../model/fieldTypes/date.ts';
import './contacts.ts';
import './date.ts';
import './entity.ts';
import './number.ts';
import './options.ts';
import './select.ts';
import './text.ts';
import type { Control } from './control.ts';

const text = {
  edit: (field, calls) => html`<form-text .field=${field} .calls=${calls}></form-text>`,
} satisfies Control<FieldTypeId>;

const lines = {
  wide: true,
  edit: (field, calls) => html`<form-text .lines=${true} .field=${field} .calls=${calls}></form-text>`,
} satisfies Control<FieldTypeId>;

const number = {
  edit: (field, calls) => html`<form-number .field=${field} .calls=${calls}></form-number>`,
} satisfies Control<FieldTypeId>;

const whole = {
  edit: (field, calls) => html`<form-whole-number .field=${field} .calls=${calls}></form-whole-number>`,
} satisfies Control<FieldTypeId>;

const date = {
  edit: (field, calls) =>
    field.value === null || isDay(field.value)
      ? html`<form-date .field=${field} .calls=${calls}></form-date>`
      : text.edit(field, calls),
} satisfies Control<FieldTypeId>;

const select = {
  edit: (field, calls) => html`<form-select .field=${field} .calls=${calls}></form-select>`,
} satisfies Control<FieldTypeId>;

const options = {
  wide: true,
  edit: (field, calls) => html`<form-options .field=${field} .calls=${calls}></form-options>`,
} satisfies Control<FieldTypeId>;

const entity = {
  edit: (field, calls) => html`<form-entity .field=${field} .calls=${calls}></form-entity>`,
} satisfies Control<FieldTypeId>;

const contacts = {
  wide: true,
  group: true,
  edit: (field, calls) => html`<form-contacts .field=${field} .calls=${calls}></form-contacts>`,
} satisfies Control<FieldTypeId>;

/** Shown, kept, and edited as JSON. */
const display: Control<FieldTypeId> = {};
const wideDisplay: Control<FieldTypeId> = { wide: true };

/** How the form edits each field type; one that is missing does not compile. */
export const controls: { readonly [T in FieldTypeId]: Control<T> } = {
  varchar: text,
  varchar_auto: text,
  text: lines,
  double: number,
  int: whole,
  date,
  enum: select,
  set: options,
  labels: options,
  user: entity,
  visible_to: select,
  org: entity,
  people: entity,
  phone: text,
  emails: contacts,
  phones: contacts,
  monetary: display,
  daterange: display,
  time: display,
  timerange: display,
  address: wideDisplay,
  boolean: display,
  datetime: display,
  currency: select,
  rows: wideDisplay,
  other: display,
};
