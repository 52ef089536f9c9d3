import { html, nothing, type TemplateResult } from 'lit';
import { isOver, whenText } from '../../../../model/when.ts';
import type { ListedItem, RelatedList } from '../../messages.ts';
import { words } from '../words.ts';

/** What can be done with an item, by its buttons. */
export interface ItemActions {
  readonly open: (item: ListedItem) => void;
  readonly saveAs: (item: ListedItem) => void;
  readonly change: (item: ListedItem) => void;
  readonly tick: (item: ListedItem, done: boolean) => void;
  readonly remove: (item: ListedItem) => void;
}

/** One row of a list. @param editor stands in place of its text while that is changed */
export function itemTemplate(
  item: ListedItem,
  list: RelatedList,
  actions: ItemActions,
  busy: boolean,
  editor: TemplateResult | undefined,
): TemplateResult {
  const { title, icon, details, time, changed, text, done, faded, first } = item;
  const late = done === false && time !== undefined && isOver(time);
  return html`<li class="item ${faded ? 'faded' : ''}" data-item=${item.id} aria-busy=${busy}>
    ${
      done === undefined
        ? html`<vscode-icon name=${icon}></vscode-icon>`
        : html`<input
            type="checkbox"
            .checked=${done}
            ?disabled=${busy}
            aria-label=${words.related.tick(title)}
            title=${words.related.tick(title)}
            @change=${(event: Event) => actions.tick(item, (event.target as HTMLInputElement).checked)}
          />`
    }
    <div class="what">
      <p class="title">
        ${first ? html`<span class="badge">${words.related.next}</span>` : nothing}
        ${
          item.opens
            ? html`<button type="button" class="open" @click=${() => actions.open(item)} dir="auto">${title}</button>`
            : html`<span dir="auto">${title}</span>`
        }
      </p>
      <p class="details">
        ${time === undefined ? nothing : html`<span class=${late ? 'late' : ''}>${late ? `${words.related.overdue} · ` : ''}${whenText(time)}</span>`}
        ${details.map((detail) => html` <bdi>${detail}</bdi>`)}
        ${changed ? html`<bdi>${words.related.changed(changed.by, whenText(changed.time))}</bdi>` : nothing}
      </p>
      ${editor ?? (text ? html`<p class="text" dir="auto">${text}</p>` : nothing)}
    </div>
    <div class="buttons">
      ${list.adds === 'file' ? button('save-as', words.related.saveAs(title), busy, () => actions.saveAs(item)) : nothing}
      ${item.changes ? button('edit', words.related.change(title), busy, () => actions.change(item)) : nothing}
      ${
        item.removes && list.removal !== undefined
          ? button(list.adds === 'follower' ? 'close' : 'trash', words.related.removal(list.removal, title), busy, () =>
              actions.remove(item),
            )
          : nothing
      }
    </div>
  </li>`;
}

const button = (icon: string, label: string, busy: boolean, act: () => void): TemplateResult =>
  html`<button type="button" class="icon-button" title=${label} aria-label=${label} ?disabled=${busy} @click=${act}>
    <vscode-icon name=${icon}></vscode-icon>
  </button>`;
