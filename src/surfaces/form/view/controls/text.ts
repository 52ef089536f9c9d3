import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Reading } from '../draft.ts';
import { FieldControl } from './control.ts';

/** One line of text, or several. */
export class TextControl extends FieldControl<string> {
  /** Several lines: Enter is a line break. */
  @property({ attribute: false }) lines = false;
  /** A single line's value that holds line breaks; an `input` would drop them. */
  #breaks = false;

  read(draft: string): Reading {
    return { value: draft === '' ? null : draft };
  }

  protected readonly keyboard: 'decimal' | 'numeric' | 'tel' | 'text' = 'text';

  /** The value as it stands in the box. */
  protected get valueText(): string {
    const { value } = this.field;
    if (value === null || value === undefined) return '';
    return typeof value === 'object' ? this.field.text : String(value);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The kind of box stays while it is in use, or its caret would be lost.
    if (!this.matches(':focus-within')) this.#breaks = /[\r\n]/.test(this.valueText);
  }

  protected control(): TemplateResult {
    const value = live(this.draft.current ?? this.valueText);
    const { invalid } = this;
    const described = ifDefined(this.describedBy);
    const required = this.field.required ? 'true' : 'false';
    return this.lines || this.#breaks
      ? html`<textarea
          id=${this.ids.input}
          class=${this.lines ? 'lines' : ''}
          rows="1"
          dir="auto"
          aria-invalid=${invalid}
          aria-required=${required}
          aria-describedby=${described}
          .value=${value}
          @input=${this.#typed}
          @keydown=${this.#key}
          @blur=${this.#left}
        ></textarea>`
      : html`<input
          id=${this.ids.input}
          type="text"
          dir="auto"
          autocomplete="off"
          inputmode=${this.keyboard}
          aria-invalid=${invalid}
          aria-required=${required}
          aria-describedby=${described}
          .value=${value}
          @input=${this.#typed}
          @keydown=${this.#key}
          @blur=${this.#left}
        />`;
  }

  readonly #typed = (event: Event) => this.draft.type((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  readonly #left = () => this.draft.leave();

  readonly #key = (event: KeyboardEvent) => {
    this.keepUndo(event);
    if (event.key !== 'Enter' || event.isComposing || this.lines || event.shiftKey) return;
    event.preventDefault();
    this.draft.commit();
  };
}

customElements.define('form-text', TextControl);
