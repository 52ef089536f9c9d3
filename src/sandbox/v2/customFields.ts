import type { CustomValues, Field } from '../records.ts';

export interface CustomShowing {
  /** Only these keys, where any were asked for. */
  keys: readonly string[];
  /** Options as `{id, label}` instead of ids. */
  optionLabels: boolean;
}

export const allPlain: CustomShowing = { keys: [], optionLabels: false };

function withLabel(field: Field, id: number): { id: number; label: string | null } {
  const option = [...(field.options ?? []), ...field.optionsDeleted].find((one) => Number(one.id) === id);
  return { id, label: option?.label ?? null };
}

function show(field: Field, values: CustomValues, { optionLabels }: CustomShowing): unknown {
  const value = values.get(field.key);
  // Text cleared through version 1 is empty there and nothing here.
  if (value === undefined || value === '') return null;
  if (optionLabels && field.type === 'enum') return withLabel(field, value as number);
  if (optionLabels && field.type === 'set') return (value as number[]).map((id) => withLabel(field, id));
  return value;
}

/** All of the account's own fields under their keys, null where there is no value. */
export function customFields(
  fields: Iterable<Field>,
  values: CustomValues,
  showing: CustomShowing = allPlain,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const field of fields) {
    if (showing.keys.length === 0 || showing.keys.includes(field.key)) shown[field.key] = show(field, values, showing);
  }
  return shown;
}
