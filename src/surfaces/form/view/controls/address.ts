import { html, nothing, type TemplateResult } from 'lit';
import { isObject } from '../../../../model/isObject.ts';
import { addressPartNames } from '../../../../model/fieldTypes/address.ts';
import { addressParts } from '../../../../model/values.ts';
import type { Reading } from '../draft.ts';
import { TextControl } from './text.ts';

/** An address as one line; what Pipedrive has found in it stands below until the line is changed. */
export class AddressControl extends TextControl {
  override read(draft: string): Reading {
    if (draft.trim() === '') return { value: null };
    return { value: draft === this.valueText ? this.field.value : { value: draft } };
  }

  protected override get valueText(): string {
    const { value } = this.field;
    return isObject(value) ? String(value['value'] ?? value['formatted_address'] ?? '') : super.valueText;
  }

  protected override control(): TemplateResult {
    return html`${super.control()}${this.#found()}`;
  }

  #found(): TemplateResult | typeof nothing {
    const { value } = this.field;
    if (!isObject(value) || (this.draft.current ?? this.valueText) !== this.valueText) return nothing;
    const names = addressPartNames();
    const found = addressParts.filter((part) => value[part] != null && value[part] !== '');
    if (found.length === 0) return nothing;
    return html`<dl class="address">
      ${found.map((part) => html`<div><dt>${names[part]}</dt><dd dir="auto">${String(value[part])}</dd></div>`)}
    </dl>`;
  }
}

customElements.define('form-address', AddressControl);
