import { html, nothing, type TemplateResult } from 'lit';
import type { ToldEvent } from '../../messages.ts';
import { dayAndTime, whenText } from '../../../../model/when.ts';
import { words } from '../words.ts';

/** What can be done with an event, by its buttons. */
export interface EventActions {
  readonly restore: (event: ToldEvent) => void;
  readonly compare: (event: ToldEvent) => void;
}

/** What came of what was done with an event. */
export interface Outcome {
  readonly id: string;
  readonly text: string;
  readonly failed?: true;
}

/** How an event stands in its list. */
export interface Standing {
  /** Whether the record can be compared with what it was. */
  readonly compares: boolean;
  readonly busy: boolean;
  readonly outcome?: Outcome;
}

/** One event: what it was, from what to what, who and at what time of its day. */
export function eventTemplate(event: ToldEvent, actions: EventActions, { compares, busy, outcome }: Standing): TemplateResult {
  const { id, icon, time, what, title, who, text, change } = event;
  // A field that changed says so by itself.
  const own = change !== undefined && title === undefined;
  return html`<li class="item" data-event=${id} aria-busy=${busy}>
    <vscode-icon name=${icon}></vscode-icon>
    <div class="what">
      <p class="title">
        <span dir="auto">${own ? change.name : (title ?? what)}</span>
      </p>
      ${change ? valuesTemplate(change, own) : nothing} ${text ? html`<p class="text" dir="auto">${text}</p>` : nothing}
      <p class="details">
        <span>${dayAndTime(time).clock}</span>
        ${title === undefined ? nothing : html`<bdi>${what}</bdi>`} ${who ? html`<bdi>${words.history.by(who)}</bdi>` : nothing}
      </p>
      ${outcome ? html`<p class=${outcome.failed ? 'failure' : 'outcome'} dir="auto">${outcome.text}</p>` : nothing}
    </div>
    <div class="buttons">
      ${event.restore && change ? restoreButton(event, change, actions, busy) : nothing}
      ${compares ? button('diff', words.history.compare(whenText(time)), busy, () => actions.compare(event)) : nothing}
    </div>
  </li>`;
}

type Change = NonNullable<ToldEvent['change']>;

function valuesTemplate({ name, before, after }: Change, own: boolean): TemplateResult {
  const value = (text: string, side: string): TemplateResult =>
    text === ''
      ? html`<span class="${side} unset" aria-hidden="true">${words.history.emptyValue}</span>`
      : html`<span class=${side} dir="auto" aria-hidden="true">${text}</span>`;
  const heard = words.history.changed(before || words.history.emptyValue, after || words.history.emptyValue);
  return html`<p class="values">
    ${own ? nothing : html`<bdi>${name}:</bdi>`}
    <span class="heard">${heard}</span>${value(before, 'before')}
    <vscode-icon name="arrow-right"></vscode-icon>
    ${value(after, 'after')}
  </p>`;
}

/** A value that cannot be put back says why; the button can still be reached, so that it can be read. */
function restoreButton({ restore, ...event }: ToldEvent, change: Change, actions: EventActions, busy: boolean): TemplateResult {
  const reason = restore?.reason;
  const wanted = words.history.restore(change.before || words.history.emptyValue, change.name);
  const label = reason === undefined ? wanted : words.history.cannotRestore(reason);
  return html`<button
    type="button"
    class="icon-button"
    data-event-action="restore"
    title=${label}
    aria-label=${label}
    aria-disabled=${reason !== undefined}
    ?disabled=${busy}
    @click=${() => {
      if (reason === undefined) actions.restore(event);
    }}
  >
    <vscode-icon name="discard"></vscode-icon>
  </button>`;
}

const button = (icon: string, label: string, busy: boolean, act: () => void): TemplateResult =>
  html`<button
    type="button"
    class="icon-button"
    data-event-action="compare"
    title=${label}
    aria-label=${label}
    ?disabled=${busy}
    @click=${act}
  >
    <vscode-icon name=${icon}></vscode-icon>
  </button>`;
