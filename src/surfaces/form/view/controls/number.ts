import { words } from '../words.ts';
import type { Reading } from '../draft.ts';
import { TextControl } from './text.ts';

/** A number, typed as text, so that a half-typed one is never thrown away. */
export class NumberControl extends TextControl {
  protected override readonly keyboard = 'decimal';

  override read(draft: string): Reading {
    const text = draft.trim();
    if (text === '') return { value: null };
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { problem: words.notANumber, raw: draft };
    const value = Number(text);
    return Number.isFinite(value) && digits(text) <= 16 ? { value } : { problem: words.tooManyDigits, raw: draft };
  }
}

/** A whole number. */
export class WholeNumberControl extends TextControl {
  protected override readonly keyboard = 'numeric';

  override read(draft: string): Reading {
    const text = draft.trim();
    if (text === '') return { value: null };
    if (!/^[+-]?\d+$/.test(text)) return { problem: words.notWhole, raw: draft };
    const value = Number(text);
    return Number.isSafeInteger(value) ? { value } : { problem: words.tooManyDigits, raw: draft };
  }
}

/** How many digits of a number carry a value; Pipedrive keeps 16. */
function digits(text: string): number {
  return text.replace(/e.*$/i, '').replace(/[^\d]/g, '').replace(/^0+/, '').length;
}

customElements.define('form-number', NumberControl);
customElements.define('form-whole-number', WholeNumberControl);
