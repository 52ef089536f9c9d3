import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Field } from '../../../../model/field.ts';
import type { Reading } from '../draft.ts';
import { idsOf } from '../fieldIds.ts';
import { words } from '../words.ts';
import { cell, widthOf } from './cells.ts';
import { CompoundControl } from './compound.ts';
import { FieldControl, type Fault, type Whole } from './control.ts';
import { focusAgain, moveButtons, moveOf, type Direction } from './moving.ts';
import { added, changed, filledIn, moved, removed, rowsOf, valueOf, type Row } from './rowList.ts';
import { swatch } from './swatch.ts';

/** A table: a row for each price, stage or option, a column for each thing there is to say of it. */
export class RowsControl extends CompoundControl<readonly Row[]> {
  /** As they were last shown; their keys are. */
  #shown: readonly Row[] = [];

  read(draft: readonly Row[]): Reading {
    return { value: valueOf(draft) };
  }

  protected get present(): readonly Row[] {
    return rowsOf(this.field.value, this.#shown);
  }

  /** A row that lacks what it must have waits until it is left: only then is it a mistake. */
  protected override get sendable(): boolean {
    const key = this.querySelector<HTMLElement>('.row:focus-within')?.dataset['row'];
    const row = this.now.find((one) => one.key === key);
    return !row || this.#columns.every((column) => !column.required || row.values[column.key] != null);
  }

  protected override tell(cell: string, problem: string): string {
    return words.inCell(cell, problem);
  }

  /** Only what is wrong with a cell is said of it: the others may be right. */
  protected override wholeFor(cell: string): Whole {
    const invalid = this.#wrong.has(cell);
    const { error } = idsOf(cell);
    return { invalid, describedBy: invalid ? error : undefined, errorId: error };
  }

  /** By cell, what is wrong with it as it stands in the document. */
  get #wrong(): ReadonlyMap<string, string> {
    const filled = filledIn(this.#shown);
    return new Map(
      (this.field.wrong ?? []).flatMap(({ at: [row, column] = [], text }) => {
        const key = filled[Number(row)]?.key;
        return key === undefined || column === undefined ? [] : [[this.#idOf(key, String(column)), text]];
      }),
    );
  }

  readonly #idOf = (row: string, column: string): string => `${this.field.key}-${row}-${column}`;

  /** A sentence for each cell that is wrong, in the order of the cells, and what is wrong with the whole. */
  protected override get faults(): readonly Fault[] {
    const stuck = this.stuckParts.map(({ field: { key, label }, stuck: text = '' }) => [key, this.tell(label, text)] as const);
    const said = new Map([...this.#wrong, ...stuck]);
    const cells = this.#shown.flatMap((row) => this.#columns.map((column) => this.#idOf(row.key, column.key)));
    const ofCells = cells.flatMap((cell) => {
      const text = said.get(cell);
      return text === undefined ? [] : [{ id: idsOf(cell).error, text }];
    });
    const known = stuck.length > 0 || ofCells.some(({ text }) => text === this.problem);
    return known ? ofCells : [...ofCells, ...super.faults];
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    this.#shown = this.now;
  }

  get #columns(): readonly Field[] {
    return (this.field.columns ?? []).filter((column) => column.writable);
  }

  protected control(): TemplateResult {
    const rows = this.#shown;
    const head = html`<div class="row head" role="row">
      ${this.#columns.map((column) => {
        const name = html`<bdi class=${column.required ? 'required' : ''}>${column.name}</bdi>`;
        return html`<div class="cell ${widthOf(column)}" role="columnheader">${name}</div>`;
      })}
      <div class="cell bin" role="columnheader"><span class="heard">${words.removeRow}</span></div>
    </div>`;
    return html`<div class="rows ${this.#columns.length > 1 ? 'many' : ''} ${this.#movable ? 'moves' : ''}">
      ${
        rows.length === 0
          ? html`<span class="unset">${words.notSet}</span>`
          : html`<div
              role="table"
              aria-labelledby=${this.ids.label}
              aria-describedby=${ifDefined(this.describedBy)}
            >
              ${head}
              ${repeat(
                rows,
                ({ key }) => key,
                (row, index) => this.#row(row, index + 1),
              )}
            </div>`
      }
      <button type="button" class="link-button" data-action="add" @click=${this.#add}>
        <vscode-icon name="add"></vscode-icon>${words.addRow}
      </button>
    </div>`;
  }

  #row(row: Row, number: number): TemplateResult {
    const label = words.removeRowNumber(number);
    return html`<div class="row" role="row" data-row=${row.key} @focusout=${this.#rowLeft} @keydown=${(event: KeyboardEvent) => this.#moveBy(row.key, event)}>
      ${this.#columns.map((column, index) => this.#cell(row, number, column, index === 0 ? this.#swatch(row) : nothing))}
      <div class="cell bin" role="cell">
        ${this.#movable ? moveButtons(number - 1, this.#shown.length, words.moveRow, (by) => void this.#move(row.key, by)) : nothing}
        <button
          type="button"
          class="icon-button"
          data-action="remove"
          aria-label=${label}
          title=${label}
          @click=${() => this.#remove(row.key)}
        >
          <vscode-icon name="trash"></vscode-icon>
        </button>
      </div>
    </div>`;
  }

  #cell(row: Row, number: number, column: Field, mark: ReturnType<typeof swatch>): TemplateResult {
    const { type, required, options, key, name } = column;
    const value = row.values[key] ?? null;
    const label = words.cell(name, number);
    const part = this.partFor(`${row.key}-${key}`, { label, type, required, options, value }, (next) =>
      changed(this.now, row.key, key, next),
    );
    // The row is heard and not seen, wherever the language puts it.
    const [before, after] = words.cell('\0', number).split('\0');
    const of = html`<span class="heard">${before}</span><bdi class=${required ? 'required' : ''}>${name}</bdi
      ><span class="heard">${after}</span>`;
    return html`<div class="cell ${widthOf(column)}" role="cell" data-column=${key}>
      <label class="cell-label" for="field-${part.field.key}">${of}</label>
      <div class="cell-line">${mark}${cell(column, part)}</div>
    </div>`;
  }

  /** The colour of a row that stands for an option of the field. */
  #swatch({ values: { id } }: Row): ReturnType<typeof swatch> {
    const option = id == null ? undefined : this.field.options.find((one) => String(one.id) === String(id));
    if (option) return swatch(option);
    // Room is kept, so that the boxes of all rows begin at one line.
    return this.field.options.some(({ color }) => color) ? html`<span class="swatch none"></span>` : nothing;
  }

  readonly #add = async () => {
    this.draft.hold(added(this.now));
    await this.updateComplete;
    await focusIn(this.querySelector('[data-row]:last-of-type'));
  };

  /** Several rows, whose order Pipedrive keeps. */
  get #movable(): boolean {
    return this.field.ordered === true && this.#shown.length > 1;
  }

  #moveBy(key: string, event: KeyboardEvent): void {
    const by = this.#movable ? moveOf(event) : undefined;
    if (by !== undefined) void this.#move(key, by);
  }

  async #move(key: string, by: Direction): Promise<void> {
    // What was typed is a step of its own.
    for (const part of this.querySelectorAll('[data-part]')) if (part instanceof FieldControl) part.leave();
    this.draft.commit();
    const next = moved(this.now, key, by);
    if (next === this.now) return;
    const focused = this.querySelector<HTMLElement>(':focus');
    this.draft.hold(next);
    this.draft.commit();
    await this.updateComplete;
    focusAgain(focused);
  }

  async #remove(key: string): Promise<void> {
    const index = this.now.findIndex((row) => row.key === key);
    this.draft.hold(removed(this.now, key));
    this.draft.commit();
    await this.updateComplete;
    // The focus goes on to the row that took its place, or to what adds one.
    const buttons = [...this.querySelectorAll<HTMLElement>('[data-action="remove"]')];
    (buttons[index] ?? buttons.at(-1) ?? this.querySelector<HTMLElement>('[data-action="add"]'))?.focus();
  }

  readonly #rowLeft = (event: FocusEvent) => {
    const row = event.currentTarget as HTMLElement;
    if (!row.contains(event.relatedTarget as Node | null)) this.draft.commit();
  };
}

/** Puts the caret into a new row, whose controls draw themselves a moment after it. */
async function focusIn(row: Element | null): Promise<void> {
  const first = row?.querySelector('[data-part]');
  if (first && 'updateComplete' in first) await first.updateComplete;
  row?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

customElements.define('form-rows', RowsControl);
