import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Sift } from './sift.ts';
import { words } from './words.ts';

/** What is asked for, and how much of the form that is. */
interface Sifting {
  readonly sift: Sift;
  readonly shown: number;
  readonly all: number;
  readonly changed: number;
  readonly ask: (sift: Sift) => void;
}

/** The box over fields' names, and the choice of only those that are filled or changed. */
export function siftBar({ sift, shown, all, changed, ask }: Sifting): TemplateResult {
  const toggle = (only: 'filled' | 'changed', label: string) => html`<button
    type="button"
    class="toggle"
    data-only=${only}
    aria-pressed=${sift.only === only ? 'true' : 'false'}
    @click=${() => ask({ ...sift, only: sift.only === only ? 'all' : only })}
  >
    ${label}
  </button>`;
  const narrowed = sift.term !== '' || sift.only !== 'all';
  return html`<div class="sift" role="search" aria-label=${words.filterFields}>
    <div class="box">
      <vscode-icon name="filter" class="lead"></vscode-icon>
      <input
        type="text"
        data-sift
        spellcheck="false"
        autocomplete="off"
        aria-label=${words.filterFields}
        placeholder=${words.filterFields}
        .value=${live(sift.term)}
        @input=${(event: Event) => ask({ ...sift, term: (event.target as HTMLInputElement).value })}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Escape' || sift.term === '') return;
          event.stopPropagation();
          ask({ ...sift, term: '' });
        }}
      />
      ${
        sift.term === ''
          ? nothing
          : html`<button
              type="button"
              class="icon-button"
              title=${words.clearFilter}
              aria-label=${words.clearFilter}
              @click=${(event: Event) => {
                ask({ ...sift, term: '' });
                (event.target as Element).closest('.box')?.querySelector('input')?.focus();
              }}
            >
              <vscode-icon name="close"></vscode-icon>
            </button>`
      }
    </div>
    <div class="toggles">${toggle('filled', words.onlyFilled)} ${toggle('changed', words.onlyChanged(changed))}</div>
    <p class="count" role="status">${narrowed ? words.shownOf(shown, all) : nothing}</p>
  </div>`;
}

/** In place of the fields, where none is shown. */
export function nothingShown(sift: Sift, showAll: () => void): TemplateResult {
  return html`<div class="nothing">
    <p dir="auto">${sift.term.trim() === '' ? words.noneOf[sift.only] : words.noField(sift.term.trim())}</p>
    <vscode-button secondary data-action="showAll" @click=${showAll}>${words.showAll}</vscode-button>
  </div>`;
}
