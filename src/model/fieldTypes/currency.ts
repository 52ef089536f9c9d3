import * as l10n from '@vscode/l10n';
import { language } from '../language.ts';
import { sentence } from '../sentence.ts';
import { fieldType } from './fieldType.ts';

/** What a currency is called in the person's language. @param own as the company calls it, where it is one of its own */
export function currencyName(code: string, own: string, tag = language()): string {
  if (!/^[A-Z]{3}$/.test(code)) return own;
  return new Intl.DisplayNames(tag, { type: 'currency', fallback: 'none' }).of(code) ?? own;
}

/** A currency by its code: ISO 4217, or one of the company's own. */
export const currency = fieldType({
  choices: 'currencies',
  validate: (value, field) =>
    typeof value === 'string' && value !== ''
      ? undefined
      : sentence(l10n.t('“{0}” must be a currency such as EUR, in quotation marks.', field.name)),
  schema: () => ({ type: 'string', examples: ['EUR', 'USD'] }),
});
