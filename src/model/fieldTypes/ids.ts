/**
 * Every field type the product knows. The first lines are Pipedrive's own names
 * (https://pipedrive.readme.io/docs/core-api-concepts-custom-fields); `emails`, `phones`
 * and `labels` are the lists a person carries; `rows` is a list of a field's own columns (prices, stages, options);
 * `other` is any type not known here, which is shown, kept and never written.
 */
export const fieldTypeIds = [
  'varchar',
  'varchar_auto',
  'text',
  'double',
  'monetary',
  'date',
  'daterange',
  'time',
  'timerange',
  'enum',
  'set',
  'user',
  'org',
  'people',
  'phone',
  'address',
  'visible_to',
  'emails',
  'phones',
  'labels',
  'int',
  'boolean',
  'datetime',
  'currency',
  'rows',
  'other',
] as const;

export type FieldTypeId = (typeof fieldTypeIds)[number];
