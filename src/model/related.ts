/** One thing that hangs off a record, ready to be listed. Text is the record's own and never trusted. */
export interface RelatedItem {
  readonly id: string;
  /** A codicon's name. */
  readonly icon: string;
  /** Empty where it has none. */
  readonly title: string;
  /** What it is called where it has one line and its title tells little: the beginning of a note. */
  readonly line?: string;
  /** What stands behind the title: a status, an amount, a person. */
  readonly details: readonly string[];
  /** The moment (RFC 3339) or the day (`2026-11-25`) that it is of. */
  readonly time?: string;
  /** Set where somebody else changed it later: who, and when (RFC 3339). */
  readonly changed?: { readonly by: string; readonly time: string };
  /** Longer text beneath, with its line breaks. */
  readonly text?: string;
  /** Whether it is done; absent for what is nothing to do. */
  readonly done?: boolean;
  /** It is over, lost or deleted. */
  readonly faded?: boolean;
  /** It stands above the list and not in its order. */
  readonly first?: boolean;
  /** It can be opened, changed, removed. */
  readonly opens?: boolean;
  readonly changes?: boolean;
  readonly removes?: boolean;
  /** Said before it is changed. */
  readonly caution?: string;
}

/** What a new item is made of, by the form in which it is asked for. */
export interface Drafts {
  readonly note: { readonly text: string };
  readonly activity: { readonly subject: string; readonly type: string; readonly due: string };
  /** A file of this computer. */
  readonly file: { readonly path: string };
  readonly follower: { readonly userId: number };
}
