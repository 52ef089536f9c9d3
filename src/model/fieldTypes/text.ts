import { sentence } from '../sentence.ts';
import { fieldType } from './fieldType.ts';

/** Text of at most `max` characters. */
function textOf(max: number) {
  return fieldType({
    validate: (value, field) => {
      if (typeof value !== 'string') return sentence('“{0}” must be text in quotation marks.', field.name);
      if (value.length > max) {
        return sentence('“{0}” has {1} characters; Pipedrive keeps at most {2}.', field.name, value.length, max);
      }
      return undefined;
    },
    show: (value) => String(value),
    schema: () => ({ type: 'string', maxLength: max }),
  });
}

/** One line. */
export const varchar = textOf(255);
/** Several lines. */
export const text = textOf(65_535);
