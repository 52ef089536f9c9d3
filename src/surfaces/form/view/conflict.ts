import { html, nothing, type TemplateResult } from 'lit';
import type { FormField } from '../messages.ts';
import type { FormCalls } from './calls.ts';
import { words } from './words.ts';

/** A text of this length may have to be scrolled, also by keyboard. */
const scrolls = 200;

/** What both sides made of a field, and the choice between them. */
export function conflict(
  key: string,
  label: string,
  texts: NonNullable<FormField['conflict']>,
  calls: FormCalls,
): TemplateResult {
  const side = (name: string, text: string, which: string) => html`<dt>${name}</dt>
    <dd dir="auto" data-side=${which} tabindex=${text.length > scrolls ? 0 : nothing}>${text === '' ? html`<span class="unset">${words.notSet}</span>` : text}</dd>`;
  return html`<div class="conflict" role="group" aria-label=${words.conflictIn(label)}>
    <p class="conflict-title"><vscode-icon name="warning"></vscode-icon>${words.conflict}</p>
    <dl>
      ${side(words.mine, texts.mine, 'mine')} ${side(words.theirs, texts.theirs, 'theirs')}
      ${side(words.base, texts.base, 'base')}
    </dl>
    <div class="actions">
      <vscode-button data-choose="mine" @click=${() => calls.choose(key, 'mine')}>${words.keepMine}</vscode-button>
      <vscode-button secondary data-choose="theirs" @click=${() => calls.choose(key, 'theirs')}
        >${words.takeTheirs}</vscode-button
      >
    </div>
  </div>`;
}
