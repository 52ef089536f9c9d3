import { html, type TemplateResult } from 'lit';
import type { FormTab } from '../messages.ts';
import { words } from './words.ts';

/** The tab that holds the record's own fields. */
export const fieldsTab = 'fields';

/** The id of a tab's panel, and of the tab that names it. */
export const panelId = (tab: string): string => `panel-${tab}`;
export const tabId = (tab: string): string => `tab-${tab}`;

const steps: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowLeft: (place, count) => (place + count - 1) % count,
  ArrowRight: (place, count) => (place + 1) % count,
  Home: () => 0,
  End: (_place, count) => count - 1,
};

/**
 * The tabs of a form, as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them: one stop of the Tab key, arrows between
 * them. A tab opens by Enter or a click and not by passing over it, since opening one costs a request.
 */
export function tabStrip(tabs: readonly FormTab[], open: string, choose: (tab: string) => void): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')];
    const place = steps[event.key]?.(all.indexOf(event.target as HTMLElement), all.length);
    if (place === undefined) return;
    event.preventDefault();
    all[place]?.focus();
  };
  return html`<div role="tablist" class="tabs" aria-label=${words.tabs} @keydown=${move}>
    ${tabs.map(
      ({ id, label, count }) =>
        html`<button
          type="button"
          role="tab"
          class="tab"
          id=${tabId(id)}
          data-tab=${id}
          aria-selected=${id === open}
          aria-controls=${panelId(id)}
          tabindex=${id === open ? 0 : -1}
          @click=${() => choose(id)}
        >
          <span dir="auto">${label}</span>${count === undefined ? '' : html`<span class="badge">${count}</span>`}
        </button>`,
    )}
  </div>`;
}
