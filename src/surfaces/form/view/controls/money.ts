import { html, type TemplateResult } from 'lit';
import { isObject } from '../../../../model/isObject.ts';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { CompoundControl } from './compound.ts';
import './currency.ts';
import './number.ts';

interface Amount {
  readonly value: unknown;
  readonly currency: unknown;
}

/** An amount and its currency. Without an amount there is no value; without a currency Pipedrive takes the user's. */
export class MoneyControl extends CompoundControl<Amount> {
  protected get present(): Amount {
    const { value } = this.field;
    return isObject(value)
      ? { value: value['value'] ?? null, currency: value['currency'] ?? null }
      : { value: null, currency: null };
  }

  read({ value, currency }: Amount): Reading {
    if (value === null) return { value: null };
    const rest = isObject(this.field.value) ? this.field.value : {};
    const { currency: _before, ...kept } = rest;
    return { value: { ...kept, value, ...(currency === null ? {} : { currency }) } };
  }

  protected control(): TemplateResult {
    const { value, currency } = this.now;
    const amount = this.partFor(
      'value',
      { label: words.amount, type: 'double', value, required: this.field.required },
      (next) => ({
        ...this.now,
        value: next,
      }),
    );
    const code = this.partFor(
      'currency',
      { label: words.currency, type: 'currency', value: currency, options: this.field.options },
      (next) => ({ ...this.now, currency: next }),
    );
    return html`<div class="parts money">
      <label class="heard" for="field-${amount.field.key}">${words.amount}</label
      ><form-number .field=${amount.field} .calls=${amount.calls} .whole=${amount.whole}></form-number
      ><label class="heard" for="field-${code.field.key}">${words.currency}</label
      ><form-currency .field=${code.field} .calls=${code.calls} .whole=${code.whole}></form-currency>
    </div>`;
  }
}

customElements.define('form-money', MoneyControl);
