import { html, type TemplateResult } from 'lit';
import type { Field } from '../../../../model/field.ts';
import type { FieldTypeId } from '../../../../model/fieldTypes/ids.ts';
import { showValue } from '../../../../model/fieldTypes/index.ts';
import type { PartProperties } from './compound.ts';
import { currency, integer, lines, number, select, text, type Simple } from './simple.ts';

/** How a cell is edited, and how much room it wants. */
interface Cell {
  readonly control: Simple;
  readonly width: 'code' | 'number' | 'words';
}

/** The types that a table's columns can have; a cell of another type is only shown. */
const cells: { readonly [T in FieldTypeId]?: Cell } = {
  varchar: { control: text, width: 'words' },
  text: { control: lines, width: 'words' },
  double: { control: number, width: 'number' },
  int: { control: integer, width: 'number' },
  enum: { control: select, width: 'words' },
  currency: { control: currency, width: 'code' },
};

export const widthOf = ({ type }: Field): Cell['width'] => cells[type]?.width ?? 'words';

/** The control of a cell, or its value. */
export function cell(column: Field, { field, calls, whole }: PartProperties): TemplateResult {
  const known = cells[column.type];
  return known ? known.control.edit(field, calls, whole) : html`<span dir="auto">${showValue(column, field.value)}</span>`;
}
