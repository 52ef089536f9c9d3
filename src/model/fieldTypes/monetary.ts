import * as l10n from '@vscode/l10n';
import { isObject } from '../isObject.ts';
import { inside, sentence } from '../sentence.ts';
import type { Money } from '../values.ts';
import { fieldType } from './fieldType.ts';
import { language } from '../language.ts';

/** Without cents where there are none, and in sums of many without cents at all: rows of lists are short. */
export const briefly: Readonly<Record<'amount' | 'sum', Intl.NumberFormatOptions>> = {
  amount: { trailingZeroDisplay: 'stripIfInteger' },
  sum: { maximumFractionDigits: 0 },
};

/** An amount as a person reads it; a company's own currency has a code that `Intl` does not know. */
export function showMoney(money: Partial<Money>, look: Intl.NumberFormatOptions = {}): string {
  const { value, currency } = money;
  if (typeof value !== 'number') return '';
  const known = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  if (known) return new Intl.NumberFormat(language(), { style: 'currency', currency, ...look }).format(value);
  return `${new Intl.NumberFormat(language(), look).format(value)}${currency ? ` ${currency}` : ''}`;
}

/** An amount and its currency; Pipedrive fills in the user's currency where none is given. */
export const monetary = fieldType({
  choices: 'currencies',
  parse: (raw) => {
    if (!isObject(raw)) return raw === undefined || raw === '' ? null : raw;
    return raw['value'] == null ? null : raw;
  },
  validate: (value, field) => {
    if (!isObject(value) || typeof value['value'] !== 'number' || !Number.isFinite(value['value'])) {
      return inside(sentence(l10n.t('“{0}” must have an amount in “value”, such as 99.5.', field.name)), 'value');
    }
    const currency = value['currency'];
    return currency == null || (typeof currency === 'string' && currency !== '')
      ? undefined
      : inside(sentence(l10n.t('“{0}” must have a currency such as EUR.', field.name)), 'currency');
  },
  show: (value) => (isObject(value) ? showMoney(value as Partial<Money>) : String(value)),
  schema: () => ({
    type: 'object',
    properties: { value: { type: 'number' }, currency: { type: ['string', 'null'], examples: ['EUR', 'USD'] } },
    required: ['value'],
    additionalProperties: false,
  }),
});
