import { sentence } from '../sentence.ts';
import { fieldType } from './fieldType.ts';

export const boolean = fieldType({
  validate: (value, field) => (typeof value === 'boolean' ? undefined : sentence('“{0}” must be true or false.', field.name)),
  show: (value) => (value === true ? 'Yes' : value === false ? 'No' : String(value)),
  schema: () => ({ type: 'boolean' }),
});
