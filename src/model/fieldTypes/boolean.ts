import * as l10n from '@vscode/l10n';
import { sentence } from '../sentence.ts';
import { fieldType } from './fieldType.ts';

/** Yes or no; a field whose words are others has them as options, under `true` and `false`. */
export const boolean = fieldType({
  validate: (value, field) =>
    typeof value === 'boolean' ? undefined : sentence(l10n.t('“{0}” must be true or false.', field.name)),
  show: (value, { options }) => {
    const option = options.find(({ id }) => id === String(value));
    return option?.label ?? (value === true ? l10n.t('Yes') : value === false ? l10n.t('No') : String(value));
  },
  schema: () => ({ type: 'boolean' }),
});
