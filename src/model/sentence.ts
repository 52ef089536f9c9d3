/** What is wrong with a value, in the person's language. */
export interface Sentence {
  readonly text: string;
  /** Where within the value it applies, from the value on: `[2, 'price']`. Absent: to the whole. */
  readonly at?: readonly (string | number)[];
}

export function sentence(text: string): Sentence {
  return { text };
}

/** The same sentence about a part of a value. */
export function inside(whole: Sentence, ...path: readonly (string | number)[]): Sentence {
  return { ...whole, at: [...path, ...(whole.at ?? [])] };
}
