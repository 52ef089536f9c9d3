import type { FormField } from '../messages.ts';

/** The ids of a field's parts, by which they name and describe each other. */
export function idsOf(key: string) {
  const id = `field-${key}`;
  return { input: id, label: `${id}-label`, hint: `${id}-hint`, error: `${id}-error`, changed: `${id}-changed` } as const;
}

/**
 * The ids of what is said about a field, for `aria-describedby`; nothing when nothing is.
 * @param error the id of the sentence that says what is wrong with it
 */
export function describedBy(field: FormField, error: string | undefined): string | undefined {
  const ids = idsOf(field.key);
  const described = [error, field.hint && ids.hint, field.changed && ids.changed].filter(Boolean);
  return described.length > 0 ? described.join(' ') : undefined;
}
