import * as l10n from '@vscode/l10n';
import { sentence } from '../sentence.ts';
import { fieldType } from './fieldType.ts';

/** Text of at most `max` characters; Pipedrive's limit is on custom fields, names and the like are longer. */
function textOf(max: number) {
  return fieldType({
    validate: (value, field) => {
      if (typeof value !== 'string') return sentence(l10n.t('“{0}” must be text in quotation marks.', field.name));
      if (field.custom && value.length > max) {
        return sentence(l10n.t('“{0}” has {1} characters; Pipedrive keeps at most {2}.', field.name, value.length, max));
      }
      return undefined;
    },
    show: (value) => String(value),
    schema: (field) => ({ type: 'string', ...(field.custom ? { maxLength: max } : {}) }),
  });
}

/** One line. */
export const varchar = textOf(255);
/** Several lines. */
export const text = textOf(65_535);
