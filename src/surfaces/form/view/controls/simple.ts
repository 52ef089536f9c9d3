import { html } from 'lit';
import type { FieldTypeId } from '../../../../model/fieldTypes/ids.ts';
import './currency.ts';
import './number.ts';
import './select.ts';
import './text.ts';
import type { Control } from './control.ts';

/** Controls of one input, which a field has by itself and a table in its cells. */
export const text = {
  edit: (field, calls) => html`<form-text .field=${field} .calls=${calls}></form-text>`,
} satisfies Control<FieldTypeId>;

export const lines = {
  wide: true,
  edit: (field, calls) => html`<form-text .lines=${true} .field=${field} .calls=${calls}></form-text>`,
} satisfies Control<FieldTypeId>;

export const number = {
  edit: (field, calls) => html`<form-number .field=${field} .calls=${calls}></form-number>`,
} satisfies Control<FieldTypeId>;

export const whole = {
  edit: (field, calls) => html`<form-whole-number .field=${field} .calls=${calls}></form-whole-number>`,
} satisfies Control<FieldTypeId>;

export const select = {
  edit: (field, calls) => html`<form-select .field=${field} .calls=${calls}></form-select>`,
} satisfies Control<FieldTypeId>;

export const currency = {
  edit: (field, calls) => html`<form-currency .field=${field} .calls=${calls}></form-currency>`,
} satisfies Control<FieldTypeId>;
