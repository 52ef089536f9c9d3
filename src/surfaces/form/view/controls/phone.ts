import { html, type TemplateResult } from 'lit';
import { contactLink } from './contactLink.ts';
import { TextControl } from './text.ts';

/** A phone number, and a button that calls it. */
export class PhoneControl extends TextControl {
  protected override readonly keyboard = 'tel';

  protected override control(): TemplateResult {
    return html`<div class="parts">
      ${super.control()}${contactLink(this.field.type, this.draft.current ?? this.valueText, this.#open)}
    </div>`;
  }

  readonly #open = () => {
    this.draft.commit();
    this.calls.open(this.field.key, 0);
  };
}

customElements.define('form-phone', PhoneControl);
