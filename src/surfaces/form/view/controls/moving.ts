import { html, type TemplateResult } from 'lit';
import { words } from '../words.ts';

export type Direction = -1 | 1;

/** What moves a row says, by where it goes. */
export interface MoveWords {
  readonly up: (number: number) => string;
  readonly down: (number: number) => string;
}

/** The buttons that move one of several rows. @param at its place, from 0 */
export function moveButtons(
  at: number,
  count: number,
  said: MoveWords,
  move: (by: Direction) => void,
): readonly TemplateResult[] {
  const button = (action: 'up' | 'down', by: Direction, key: string, arrow: string, disabled: boolean): TemplateResult => {
    const label = said[action](at + 1);
    return html`<button
      type="button"
      class="icon-button"
      data-action=${action}
      aria-label=${label}
      aria-keyshortcuts="Alt+${key}"
      title=${words.withKeys(label, `Alt+${arrow}`)}
      ?disabled=${disabled}
      @click=${() => move(by)}
    >
      <vscode-icon name="arrow-${action}"></vscode-icon>
    </button>`;
  };
  return [button('up', -1, 'ArrowUp', '↑', at === 0), button('down', 1, 'ArrowDown', '↓', at === count - 1)];
}

/** Where a key moves the row it was pressed in; a list of choices opens by the same key, and keeps it. */
export function moveOf(event: KeyboardEvent): Direction | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (event.target instanceof HTMLSelectElement || (event.target as Element).role === 'combobox') return undefined;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return undefined;
  event.preventDefault();
  event.stopPropagation();
  return event.key === 'ArrowUp' ? -1 : 1;
}

/** Gives the focus to what had it in a row that has moved; a button that goes no further leaves it to the other one. */
export function focusAgain(stop: HTMLElement | null | undefined): void {
  const other = stop?.dataset['action'] === 'up' ? 'down' : 'up';
  if (stop?.matches(':disabled')) stop.parentElement?.querySelector<HTMLElement>(`[data-action="${other}"]`)?.focus();
  else stop?.focus();
}
