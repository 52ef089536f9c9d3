import { isObject } from '../../../model/isObject.ts';
import { everything, type Sift } from './sift.ts';

/** Where a person is in the form: what is shown of it, how far down, and which field has the focus. */
export interface Place {
  /** The open tab; absent for the first. */
  readonly tab?: string | undefined;
  readonly sift: Sift;
  readonly scroll: number;
  readonly focus?: { readonly key: string; readonly index: number } | undefined;
}

const focusable = 'input, textarea, select, button, [tabindex="0"]';

/** What can have the focus in a field, in the order of the Tab key. */
const stops = (field: Element): HTMLElement[] =>
  [...field.querySelectorAll<HTMLElement>(focusable)].filter((element) => element.tabIndex >= 0);

/** A kept place, as far as it can be read. */
export function placeOf(kept: unknown): Place {
  const { tab, sift, scroll, focus } = isObject(kept) ? kept : {};
  const { term, only } = isObject(sift) ? sift : {};
  return {
    ...(typeof tab === 'string' ? { tab } : {}),
    sift: {
      term: typeof term === 'string' ? term : everything.term,
      only: only === 'filled' || only === 'changed' ? only : everything.only,
    },
    scroll: typeof scroll === 'number' ? scroll : 0,
    ...(isObject(focus) && typeof focus['key'] === 'string'
      ? { focus: { key: focus['key'], index: Number(focus['index'] ?? 0) } }
      : {}),
  };
}

/** Where the focus is among the fields. */
export function focusIn(root: ParentNode & { readonly activeElement: Element | null }): Place['focus'] {
  const field = root.activeElement?.closest('[data-field]');
  const key = field?.getAttribute('data-field');
  if (!field || key == null || !(root.activeElement instanceof HTMLElement)) return undefined;
  return { key, index: Math.max(0, stops(field).indexOf(root.activeElement)) };
}

/** Gives the focus back to a field where nothing else has it. The form stays scrolled as it is. */
export function focusBack(root: ParentNode & { readonly activeElement: Element | null }, focus: Place['focus']): void {
  const field = !focus || root.activeElement ? null : root.querySelector(`[data-field="${CSS.escape(focus.key)}"]`);
  if (!focus || !field) return;
  const all = stops(field);
  (all[focus.index] ?? all[0])?.focus({ preventScroll: true });
}

/** Puts the focus into a field, into the first part of it that is wrong, and the field into sight. Answers whether the field is there. */
export function focusOn(root: ParentNode, key: string): boolean {
  const field = root.querySelector(`[data-field="${CSS.escape(key)}"]`);
  if (!field) return false;
  field.scrollIntoView({ block: 'nearest' });
  const all = stops(field);
  (all.find((stop) => stop.getAttribute('aria-invalid') === 'true') ?? all[0])?.focus();
  return true;
}
