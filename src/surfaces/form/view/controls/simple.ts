import { html } from 'lit';
import type { FieldTypeId } from '../../../../model/fieldTypes/ids.ts';
import './currency.ts';
import './number.ts';
import './select.ts';
import './text.ts';
import type { Control } from './control.ts';

/** What every type can be given: it can be edited. */
export type Simple = Control<FieldTypeId> & Required<Pick<Control<FieldTypeId>, 'edit'>>;

/** Controls of one input, which a field has by itself and a table in its cells. */
export const text: Simple = {
  edit: (field, calls, whole) => html`<form-text .field=${field} .calls=${calls} .whole=${whole}></form-text>`,
};

export const lines: Simple = {
  wide: true,
  edit: (field, calls, whole) => html`<form-text .lines=${true} .field=${field} .calls=${calls} .whole=${whole}></form-text>`,
};

export const number: Simple = {
  edit: (field, calls, whole) => html`<form-number .field=${field} .calls=${calls} .whole=${whole}></form-number>`,
};

export const integer: Simple = {
  edit: (field, calls, whole) => html`<form-whole-number .field=${field} .calls=${calls} .whole=${whole}></form-whole-number>`,
};

export const select: Simple = {
  edit: (field, calls, whole) => html`<form-select .field=${field} .calls=${calls} .whole=${whole}></form-select>`,
};

export const currency: Simple = {
  edit: (field, calls, whole) => html`<form-currency .field=${field} .calls=${calls} .whole=${whole}></form-currency>`,
};
