import { fieldType } from './fieldType.ts';

/** A type this product does not know: shown, kept, never written. */
export const other = fieldType({
  validate: () => undefined,
  show: (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)),
  schema: () => ({}),
});
