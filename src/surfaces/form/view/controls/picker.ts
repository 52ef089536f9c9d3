import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Reading } from '../draft.ts';
import { FieldControl } from './control.ts';

/** What stands in the browser's box for dates or times: a whole one, nothing, or a part, which it keeps to itself. */
interface Picked {
  readonly text: string;
  readonly unfinished: boolean;
}

/** One of the browser's own boxes for dates and times, in the person's own notation. */
export abstract class PickerControl extends FieldControl<Picked> {
  protected abstract readonly box: 'date' | 'time' | 'datetime-local';
  /** What is said of a part. */
  protected abstract readonly unfinished: string;
  /** The value as the box takes it; empty where it is none. */
  protected abstract toBox(value: unknown): string;
  protected abstract fromBox(text: string): unknown;

  read({ text, unfinished }: Picked): Reading {
    if (unfinished) return { problem: this.unfinished, raw: this.field.value };
    if (text === this.toBox(this.field.value)) return { value: this.field.value ?? null };
    return { value: text === '' ? null : this.fromBox(text) };
  }

  protected control(): TemplateResult {
    const text = this.draft.current?.text ?? this.toBox(this.field.value);
    return html`<input
      id=${this.ids.input}
      class=${text === '' ? 'empty' : ''}
      type=${this.box}
      max=${ifDefined(latest[this.box])}
      aria-invalid=${this.invalid}
      aria-required=${this.field.required ? 'true' : 'false'}
      aria-describedby=${ifDefined(this.describedBy)}
      .value=${live(text)}
      @input=${this.#typed}
      @blur=${this.#left}
      @keydown=${this.#key}
    />`;
  }

  readonly #typed = (event: Event) => this.draft.type(picked(event.target as HTMLInputElement));

  readonly #left = (event: Event) => {
    // A part that was typed into an empty box raises no input event.
    const typed = picked(event.target as HTMLInputElement);
    if (typed.unfinished) this.draft.type(typed);
    this.draft.leave();
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') this.draft.commit();
  };
}

/** Years have four digits. */
const latest = { date: '9999-12-31', 'datetime-local': '9999-12-31T23:59:59', time: undefined };

/** While its year is typed, the box already holds a day of the first centuries. */
const picked = (input: HTMLInputElement): Picked => ({
  text: input.value,
  unfinished: input.validity.badInput || (input.type !== 'time' && input.value !== '' && input.value < '1000'),
});
