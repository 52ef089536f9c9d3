import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Reading } from '../draft.ts';
import { describedBy } from '../fieldIds.ts';
import { words } from '../words.ts';
import { added, changed, madePrimary, moved, rowsOf, valueOf, type Row } from './contactRows.ts';
import { contactLabel } from './contactLabel.ts';
import { contactLink } from './contactLink.ts';
import { FieldControl, type Fault } from './control.ts';
import { focusAgain, moveButtons, moveOf, type Direction } from './moving.ts';

/** A person's e-mail addresses or phone numbers. */
export class ContactsControl extends FieldControl<readonly Row[]> {
  read(draft: readonly Row[]): Reading {
    return { value: valueOf(draft) };
  }

  get #rows(): readonly Row[] {
    return this.draft.current ?? rowsOf(this.field.value);
  }

  get #words() {
    return this.field.type === 'phones' ? words.phones : words.emails;
  }

  /** By its place among the lines, what is wrong with an entry of the document's. */
  get #wrong(): ReadonlyMap<number, string> {
    const filled = this.#rows.flatMap(({ entry }, index) => (entry.value.trim() === '' ? [] : [index]));
    return new Map(
      (this.field.wrong ?? []).flatMap(({ at: [entry] = [], text }) => {
        const line = filled[Number(entry)];
        return line === undefined ? [] : [[line, text]];
      }),
    );
  }

  protected override get faults(): readonly Fault[] {
    const lines = [...this.#wrong].map(([line, text]) => ({ id: this.#faultOf(line), text }));
    return lines.some(({ text }) => text === this.problem) ? lines : [...lines, ...super.faults];
  }

  readonly #faultOf = (line: number): string => `${this.ids.error}-${line}`;

  protected control(): TemplateResult {
    const wrong = this.#wrong;
    // What is wrong with the whole is wrong with each line.
    const whole = this.problem !== undefined && wrong.size === 0;
    const rows = this.#rows;
    // One is always primary, and the mark says which, also where the value marks none.
    const primary = rows.find(({ entry }) => entry.primary) ?? rows[0];
    return html`<div class="contacts" @focusout=${this.#left}>
      ${rows.length === 0 ? html`<span class="unset">${words.notSet}</span>` : nothing}
      ${rows.map((row, index) => this.#row(row, index, row === primary, whole || wrong.has(index)))}
      <button type="button" class="link-button" data-action="add" @click=${this.#add}>
        <vscode-icon name="add"></vscode-icon>${this.#words.add}
      </button>
    </div>`;
  }

  #row(row: Row, index: number, primary: boolean, wrong: boolean): TemplateResult {
    const { entry } = row;
    const number = index + 1;
    const count = this.#rows.length;
    return html`<div class="contact" data-row=${index} @keydown=${(event: KeyboardEvent) => this.#moveBy(index, event)}>
      <input
        class="contact-value"
        type="text"
        dir="auto"
        autocomplete="off"
        inputmode=${this.field.type === 'phones' ? 'tel' : 'email'}
        aria-label=${this.#words.entry(number)}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${ifDefined(this.#describedBy(index))}
        .value=${live(entry.value)}
        @input=${(event: Event) => this.draft.type(changed(this.#rows, index, { value: textIn(event) }, row.ownLabel))}
        @blur=${() => this.draft.commit()}
        @keydown=${this.#key}
      />
      <span class="contact-link">${contactLink(this.field.type, entry.value, () => this.#open(index))}</span>
      ${contactLabel(row, this.#words.label(number), {
        choose: (label) => this.#send(changed(this.#rows, index, { label })),
        type: (label) => this.draft.type(changed(this.#rows, index, { label }, true)),
        own: () => void this.#ownLabel(index),
        done: () => this.draft.commit(),
        key: this.#key,
      })}
      <label class="contact-primary">
        <input
          class="contact-mark"
          type="radio"
          name="${this.ids.input}-primary"
          aria-label=${this.#words.primary(number)}
          .checked=${live(primary)}
          @change=${() => this.#send(madePrimary(this.#rows, index))}
        />
        <span aria-hidden="true">${words.primary}</span>
      </label>
      <span class="contact-tools">
        ${count > 1 ? moveButtons(index, count, this.#words, (by) => void this.#move(index, by)) : nothing}
        <button
          type="button"
          class="icon-button"
          data-action="remove"
          aria-label=${this.#words.remove(number)}
          title=${this.#words.remove(number)}
          @click=${() => this.#remove(index)}
        >
          <vscode-icon name="trash"></vscode-icon>
        </button>
      </span>
    </div>`;
  }

  /** A line is described by what is wrong with it, not with another. */
  #describedBy(line: number): string | undefined {
    const own = this.faults.find(({ id }) => id === this.#faultOf(line) || id === this.ids.error);
    return describedBy(this.field, own?.id);
  }

  #open(index: number): void {
    this.draft.commit();
    // The document has no lines that are not filled in.
    this.calls.open(this.field.key, valueOf(this.#rows.slice(0, index)).length);
  }

  readonly #add = async () => {
    this.draft.hold(added(this.#rows));
    await this.updateComplete;
    this.querySelector<HTMLElement>('.contact:last-of-type .contact-value')?.focus();
  };

  /** Sends at once; lines not filled in yet stay until the control is left. */
  #send(rows: readonly Row[]): void {
    this.draft.hold(rows);
    this.draft.commit();
  }

  #moveBy(index: number, event: KeyboardEvent): void {
    const by = moveOf(event);
    if (by !== undefined) void this.#move(index, by);
  }

  async #move(index: number, by: Direction): Promise<void> {
    // What was typed is a step of its own.
    this.draft.commit();
    const rows = this.#rows;
    const next = moved(rows, index, by);
    if (next === rows) return;
    const focused = this.querySelector<HTMLElement>(':focus');
    const stop = focused?.dataset['action'] ? `[data-action="${focused.dataset['action']}"]` : `.${focused?.classList[0]}`;
    this.#send(next);
    await this.updateComplete;
    if (focused) focusAgain(this.querySelector<HTMLElement>(`[data-row="${index + by}"] ${stop}`));
  }

  async #remove(index: number): Promise<void> {
    this.#send(this.#rows.toSpliced(index, 1));
    await this.updateComplete;
    // The focus goes on to the line that took its place, or to what adds one.
    const buttons = [...this.querySelectorAll<HTMLElement>('[data-action="remove"]')];
    (buttons[index] ?? buttons.at(-1) ?? this.querySelector<HTMLElement>('[data-action="add"]'))?.focus();
  }

  async #ownLabel(index: number): Promise<void> {
    this.draft.hold(changed(this.#rows, index, {}, true));
    await this.updateComplete;
    const box = this.querySelector<HTMLInputElement>(`[data-row="${index}"] input.contact-label`);
    box?.focus();
    box?.select();
  }

  readonly #key = (event: KeyboardEvent) => {
    this.keepUndo(event);
    if (event.key === 'Enter' && !event.isComposing) this.draft.commit();
  };

  readonly #left = (event: FocusEvent) => {
    if (!this.contains(event.relatedTarget as Node | null)) this.draft.leave();
  };
}

const textIn = (event: Event): string => (event.target as HTMLInputElement).value;

customElements.define('form-contacts', ContactsControl);
