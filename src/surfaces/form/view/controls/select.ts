import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { FieldControl } from './control.ts';

/** One of the field's options, or none. Options are told apart by their ids as text: old fields carry them so. */
export class SelectControl extends FieldControl<string> {
  read(draft: string): Reading {
    if (draft === '') return { value: null };
    const option = this.field.options.find(({ id }) => String(id) === draft);
    return { value: option ? option.id : this.field.value };
  }

  protected control(): TemplateResult {
    const chosen = this.#chosen;
    const known = chosen === '' || this.field.options.some(({ id }) => String(id) === chosen);
    return html`<select
      id=${this.ids.input}
      aria-invalid=${this.problem ? 'true' : 'false'}
      aria-required=${this.field.required ? 'true' : 'false'}
      aria-describedby=${ifDefined(this.describedBy)}
      @change=${this.#changed}
    >
      ${this.field.required && chosen !== '' ? nothing : html`<option value="">${words.notSet}</option>`}
      ${known ? nothing : html`<option value=${chosen}>${words.unknownOption(chosen)}</option>`}
      ${this.field.options.map(({ id, label }) => html`<option value=${String(id)} dir="auto">${label}</option>`)}
    </select>`;
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
