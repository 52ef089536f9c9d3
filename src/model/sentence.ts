/**
 * A sentence for a person, not yet translated: English with `{0}`, `{1}` … for its arguments.
 * The model speaks no language of its own; a surface hands it to `vscode.l10n.t`.
 */
export interface Sentence {
  readonly text: string;
  readonly args: readonly (string | number)[];
  /** Where within a value it applies, from the value on: `[2, 'price']`. Absent: to the whole. */
  readonly at?: readonly (string | number)[];
}

export function sentence(text: string, ...args: readonly (string | number)[]): Sentence {
  return { text, args };
}

/** The same sentence about a part of a value. */
export function inside(whole: Sentence, ...path: readonly (string | number)[]): Sentence {
  return { ...whole, at: [...path, ...(whole.at ?? [])] };
}

/** The sentence in English. */
export function inEnglish({ text, args }: Sentence): string {
  return text.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
}
