import type { ValueChange } from './change.ts';

/** Something that happened to a record or around it. Text is the record's own and never trusted. */
export interface HistoryEvent {
  readonly id: string;
  /** A codicon's name. */
  readonly icon: string;
  /** RFC 3339. */
  readonly time: string;
  /** What happened: `Note written`, `Deal changed`. */
  readonly what: string;
  /** What it happened to, where that has a name: an activity, a deal. */
  readonly title?: string;
  /** Who did it. */
  readonly who?: string;
  /** Longer text, with its line breaks. */
  readonly text?: string;
  /** A value of the record itself that changed. */
  readonly change?: ValueChange;
  /** A value of something else that changed, as text. */
  readonly other?: { readonly name: string; readonly before: string; readonly after: string };
}
