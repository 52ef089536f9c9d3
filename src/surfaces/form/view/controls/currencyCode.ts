import type { Option } from '../../../../model/field.ts';

/** The options whose code begins with the term, then those with it anywhere in their name. */
export function matching(options: readonly Option[], term: string): readonly Option[] {
  const part = term.trim().toLocaleLowerCase();
  const codes = options.filter(({ id }) => String(id).toLocaleLowerCase().startsWith(part));
  const named = options.filter((option) => !codes.includes(option) && option.label.toLocaleLowerCase().includes(part));
  return [...codes, ...named];
}

/**
 * The code that the text is, whichever its letters' case: one of the options, or the present one, which may have been
 * taken out of use. As long as the options are not known any three letters are.
 */
export function codeOf(text: string, options: readonly Option[], present: unknown): string | undefined {
  const wanted = text.trim().toUpperCase();
  const known = [...(typeof present === 'string' ? [present] : []), ...options.map(({ id }) => String(id))];
  const found = known.find((code) => code.toUpperCase() === wanted);
  if (found !== undefined) return found;
  return options.length === 0 && /^[A-Z]{3}$/.test(wanted) ? wanted : undefined;
}
