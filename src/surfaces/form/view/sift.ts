import type { FormField, FormSection } from '../messages.ts';

/** Which fields are shown. */
export interface Sift {
  /** A part of their names. */
  readonly term: string;
  readonly only: 'all' | 'filled' | 'changed';
}

export const everything: Sift = { term: '', only: 'all' };

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

function wanted(field: FormField, { term, only }: Sift): boolean {
  // What needs a person is never out of sight.
  if (field.error !== undefined || field.conflict) return true;
  if (only === 'filled' && isEmpty(field.value) && field.text === '') return false;
  if (only === 'changed' && !field.changed) return false;
  return plain(field.label).includes(plain(term.trim()));
}

/**
 * What is shown of a form. A field that was shown stays while the same is asked for: one that is emptied under
 * “only filled” must not go from under the cursor.
 */
export class Sieve {
  #sift: Sift = everything;
  #kept = new Set<string>();

  get sift(): Sift {
    return this.#sift;
  }

  ask(sift: Sift): void {
    this.#sift = sift;
    this.#kept = new Set();
  }

  /** The sections with the fields that are shown; those without any are left out. */
  through(sections: readonly FormSection[]): readonly FormSection[] {
    return sections
      .map((section) => ({ ...section, fields: section.fields.filter((field) => this.#passes(field)) }))
      .filter(({ fields }) => fields.length > 0);
  }

  #passes(field: FormField): boolean {
    if (!this.#kept.has(field.key) && !wanted(field, this.#sift)) return false;
    this.#kept.add(field.key);
    return true;
  }
}
