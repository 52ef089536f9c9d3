import * as l10n from '@vscode/l10n';
import { sentence } from '../sentence.ts';
import { fieldType, type FieldType } from './fieldType.ts';

/** The id of something with a name of its own. */
export const reference = (refersTo: NonNullable<FieldType['refersTo']>): FieldType =>
  fieldType({
    refersTo,
    ...(refersTo === 'user' ? { choices: 'users' } : {}),
    validate: (value, field) =>
      Number.isSafeInteger(value) && (value as number) > 0
        ? undefined
        : sentence(l10n.t('“{0}” must be an id, a whole number.', field.name)),
    show: (value, _field, name) => name ?? `#${String(value)}`,
    schema: () => ({ type: 'integer', minimum: 1 }),
  });
