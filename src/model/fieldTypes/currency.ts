import * as l10n from '@vscode/l10n';
import { sentence } from '../sentence.ts';
import { fieldType } from './fieldType.ts';

/** A currency by its code: ISO 4217, or one of the company's own. */
export const currency = fieldType({
  choices: 'currencies',
  validate: (value, field) =>
    typeof value === 'string' && value !== ''
      ? undefined
      : sentence(l10n.t('“{0}” must be a currency such as EUR, in quotation marks.', field.name)),
  schema: () => ({ type: 'string', examples: ['EUR', 'USD'] }),
});
