import * as l10n from '@vscode/l10n';
import { sentence } from '../sentence.ts';
import { fieldType } from './fieldType.ts';
import { language } from '../language.ts';

/** A number with decimals. Pipedrive keeps 16 digits. */
export const double = fieldType({
  validate: (value, field) =>
    typeof value === 'number' && Number.isFinite(value)
      ? undefined
      : sentence(l10n.t('“{0}” must be a number, such as 12 or 3.5.', field.name)),
  show: (value) =>
    typeof value === 'number' ? new Intl.NumberFormat(language(), { maximumFractionDigits: 16 }).format(value) : String(value),
  schema: () => ({ type: 'number' }),
});

export const int = fieldType({
  validate: (value, field) =>
    Number.isSafeInteger(value) ? undefined : sentence(l10n.t('“{0}” must be a whole number.', field.name)),
  show: (value) => String(value),
  schema: () => ({ type: 'integer' }),
});
