import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { FieldControl } from './control.ts';
import { SelectControl } from './select.ts';

/** Yes, no, or not said; what was not said when it came can be left unsaid again. */
export class CheckControl extends FieldControl<boolean | null> {
  #wasUnset = false;

  read(draft: boolean | null): Reading {
    return { value: draft };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#wasUnset ||= this.field.value === null;
  }

  protected control(): TemplateResult {
    const { value, required, label } = this.field;
    const answer = this.draft.current ?? (this.draft.current === undefined && typeof value === 'boolean' ? value : null);
    const clearable = this.#wasUnset && answer !== null && !required;
    return html`<div class="check-line">
      <input
        id=${this.ids.input}
        type="checkbox"
        aria-invalid=${this.invalid}
        aria-describedby=${ifDefined(this.describedBy)}
        .checked=${live(answer === true)}
        .indeterminate=${live(answer === null)}
        @change=${(event: Event) => this.draft.set((event.target as HTMLInputElement).checked)}
      />
      <span class=${answer === null ? 'unset' : ''} aria-hidden="true">${wordOf(answer)}</span>
      <button
        type="button"
        class="icon-button"
        ?hidden=${!clearable}
        aria-label=${words.clear(label)}
        title=${words.clear(label)}
        @click=${this.#clear}
      >
        <vscode-icon name="close"></vscode-icon>
      </button>
    </div>`;
  }

  readonly #clear = () => {
    this.draft.set(null);
    this.querySelector('input')?.focus();
  };
}

const wordOf = (answer: boolean | null): string => (answer === null ? words.notSet : answer ? words.yes : words.no);

/** Yes or no in words of the field's own, which are its options `true` and `false`. */
export class YesNoControl extends SelectControl {
  #wasUnset = false;

  override read(draft: string): Reading {
    return { value: draft === '' ? null : draft === 'true' };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#wasUnset ||= this.field.value === null;
  }

  protected override get clearable(): boolean {
    return super.clearable && this.#wasUnset;
  }
}

customElements.define('form-check', CheckControl);
customElements.define('form-yes-no', YesNoControl);
