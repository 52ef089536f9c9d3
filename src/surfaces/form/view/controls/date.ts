import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { isDay } from '../../../../model/fieldTypes/date.ts';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { FieldControl } from './control.ts';

/** What stands in the browser's date box: a day, nothing, or a part of one, which it keeps to itself. */
interface TypedDate {
  readonly day: string;
  readonly unfinished: boolean;
}

/** A day. A value that is none, as JSON can hold, is left to the text control. */
export class DateControl extends FieldControl<TypedDate> {
  read({ day, unfinished }: TypedDate): Reading {
    if (unfinished) return { problem: words.unfinishedDate, raw: this.field.value };
    return { value: day === '' ? null : day };
  }

  protected control(): TemplateResult {
    const day = this.draft.current?.day ?? (isDay(this.field.value) ? this.field.value : '');
    return html`<input
      id=${this.ids.input}
      type="date"
      max="9999-12-31"
      aria-invalid=${this.problem ? 'true' : 'false'}
      aria-required=${this.field.required ? 'true' : 'false'}
      aria-describedby=${ifDefined(this.describedBy)}
      .value=${live(day)}
      @input=${this.#typed}
      @blur=${this.#left}
      @keydown=${this.#key}
    />`;
  }

  readonly #typed = (event: Event) => this.draft.type(typedIn(event.target as HTMLInputElement));

  readonly #left = (event: Event) => {
    // A part that was typed into an empty box raises no input event.
    const typed = typedIn(event.target as HTMLInputElement);
    if (typed.unfinished) this.draft.type(typed);
    this.draft.leave();
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') this.draft.commit();
  };
}

/** While its year is typed, the box already holds a day of the first centuries. */
const typedIn = (input: HTMLInputElement): TypedDate => ({
  day: input.value,
  unfinished: input.validity.badInput || (input.value !== '' && input.value < '1000'),
});

customElements.define('form-date', DateControl);
