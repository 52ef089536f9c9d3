import { html, nothing, type TemplateResult } from 'lit';
import type { RelatedList } from '../../messages.ts';
import type { Paged } from '../paged.ts';
import { words } from '../words.ts';

type List = Pick<Paged<{ readonly id: string }>, 'items' | 'next' | 'failure' | 'reading' | 'read'>;

/** What stands above a list: its choices, and the button that reads it again. */
export function listBar(
  choices: RelatedList['choices'],
  list: List,
  choose: (id: string, value: string) => void,
): TemplateResult {
  return html`<div class="bar">
    ${choices.map(
      ({ id, label, options }) =>
        html`<label
          ><span>${label}</span>
          <select data-choice=${id} @change=${(event: Event) => choose(id, (event.target as HTMLSelectElement).value)}>
            ${options.map((option) => html`<option value=${option.id}>${option.label}</option>`)}
          </select></label
        >`,
    )}
    <button
      type="button"
      class="icon-button"
      title=${words.related.refresh}
      aria-label=${words.related.refresh}
      ?disabled=${list.reading}
      @click=${() => list.read()}
    >
      <vscode-icon name="refresh"></vscode-icon>
    </button>
  </div>`;
}

/** What stands below a list: what went wrong, that it is being read, and the way on. */
export function listFoot(note: string | undefined, list: List): TemplateResult {
  const { failure, items, reading, next } = list;
  return html`<div class="foot">
    ${
      failure === undefined
        ? nothing
        : html`<p class="failure" role="alert" dir="auto">${failure}</p>
            ${
              items === undefined
                ? html`<vscode-button secondary data-related-action="retry" @click=${() => list.read()}
                    >${words.related.retry}</vscode-button
                  >`
                : nothing
            }`
    }
    ${reading ? html`<p class="hint">${words.related.loading}</p>` : nothing}
    ${
      next !== undefined && !reading
        ? html`<vscode-button secondary data-related-action="more" @click=${() => list.read(next)}
            >${words.related.more}</vscode-button
          >`
        : nothing
    }
    ${note && items ? html`<p class="note">${note}</p>` : nothing}
  </div>`;
}
