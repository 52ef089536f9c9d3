import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { FieldControl } from './control.ts';
import { swatch } from './swatch.ts';

/** One of the field's options, or none. Options are told apart by their ids as text: old fields carry them so. */
export class SelectControl extends FieldControl<string> {
  read(draft: string): Reading {
    if (draft === '') return { value: null };
    const option = this.field.options.find(({ id }) => String(id) === draft);
    return { value: option ? option.id : this.field.value };
  }

  /** Whether it can be unset once it is set. */
  protected get clearable(): boolean {
    return !this.field.required;
  }

  protected control(): TemplateResult {
    const chosen = this.#chosen;
    const known = chosen === '' || this.field.options.some(({ id }) => String(id) === chosen);
    const option = this.field.options.find(({ id }) => String(id) === chosen);
    return html`<div class="choice">${option ? swatch(option) : nothing}<select
      id=${this.ids.input}
      aria-invalid=${this.invalid}
      aria-required=${this.field.required ? 'true' : 'false'}
      aria-describedby=${ifDefined(this.describedBy)}
      @change=${this.#changed}
    >
      ${chosen !== '' && !this.clearable ? nothing : html`<option value="">${words.notSet}</option>`}
      ${known ? nothing : html`<option value=${chosen}>${words.unknownOption(chosen)}</option>`}
      ${this.field.options.map((one) => html`<option value=${String(one.id)} dir="auto">${swatch(one)}${one.label}</option>`)}
    </select></div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Only now its options are there to be chosen from.
    const select = this.querySelector('select');
    if (select && select.value !== this.#chosen) select.value = this.#chosen;
  }

  get #chosen(): string {
    return this.draft.current ?? String(this.field.value ?? '');
  }

  readonly #changed = (event: Event) => this.draft.set((event.target as HTMLSelectElement).value);
}

customElements.define('form-select', SelectControl);
