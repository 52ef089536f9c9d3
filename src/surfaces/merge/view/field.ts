import { html, nothing, type TemplateResult } from 'lit';
import type { MergeField } from '../messages.ts';
import { words } from './words.ts';

/** What a field's row needs beside the field. */
export interface RowContext {
  /** What the two are called. */
  readonly survivor: string;
  readonly absorbed: string;
  readonly busy: boolean;
  readonly tick: (key: string, kept: boolean) => void;
}

/** One field: both values, which of them survives, and what is lost unless it is ticked. */
export function fieldRow(field: MergeField, context: RowContext): TemplateResult {
  const { key, label, fate, survivor, absorbed, lost } = field;
  // A list that is kept is added to the survivor's; another value takes its place.
  const replaced = fate === 'kept' && lost !== undefined;
  return html`<div class="row" data-field=${key} data-fate=${fate} role="group" aria-labelledby="label-${key}">
    <h3 id="label-${key}"><bdi>${label}</bdi></h3>
    <div class="cell">
      <span class="side">${words.kept}<span class="heard">: ${context.survivor}</span></span>
      ${value(survivor, replaced)} ${survivor === '' ? nothing : mark(replaced ? 'lost' : 'survives')}
    </div>
    <div class="cell">
      <span class="side">${words.removed}<span class="heard">: ${context.absorbed}</span></span>
      ${value(absorbed, lost !== undefined && !replaced)} ${absorbed === '' ? nothing : markOf(field, replaced)}
      ${field.keepable ? tick(field, context) : nothing}
    </div>
  </div>`;
}

/** A field that is the same in both. */
export function sameRow({ key, label, survivor }: MergeField): TemplateResult {
  return html`<div class="row alike" data-field=${key} data-fate="same">
    <h3><bdi>${label}</bdi></h3>
    <div class="cell">${value(survivor, false)}</div>
  </div>`;
}

function value(text: string, lost: boolean): TemplateResult {
  if (text === '') {
    return html`<div class="value unset"><span aria-hidden="true">${words.unset}</span><span class="heard">${words.notSet}</span></div>`;
  }
  return html`<div class="value ${lost ? 'lost' : ''}" dir="auto">${text}</div>`;
}

type Mark = 'survives' | 'moves' | 'added' | 'lost';

const marks: Readonly<Record<Mark, { readonly icon: string; readonly word: string }>> = {
  survives: { icon: 'check', word: words.survives },
  moves: { icon: 'arrow-left', word: words.movesValue },
  added: { icon: 'add', word: words.added },
  lost: { icon: 'close', word: words.lost },
};

function mark(kind: Mark, word: string = marks[kind].word): TemplateResult {
  return html`<p class="mark ${kind}"><vscode-icon name=${marks[kind].icon}></vscode-icon><span dir="auto">${word}</span></p>`;
}

/** What becomes of the removed one's value. */
function markOf({ fate, absorbed, lost, keepable }: MergeField, replaced: boolean): TemplateResult {
  if (fate === 'moves') return mark('moves');
  if (fate === 'joined') return mark('added');
  if (fate === 'kept') return mark(replaced ? 'moves' : 'added');
  if (lost === undefined) return mark('survives');
  return html`${mark('lost', lost === absorbed ? words.lost : words.lostOf(lost))}
  ${keepable ? nothing : html`<p class="hint">${words.unkeepable}</p>`}`;
}

function tick({ key, label, fate }: MergeField, { absorbed, busy, tick: ticked }: RowContext): TemplateResult {
  const changed = (event: Event) => ticked(key, (event.target as HTMLInputElement).checked);
  return html`<label class="tick">
    <input
      type="checkbox"
      data-tick=${key}
      aria-label=${words.keepOf(label, absorbed)}
      .checked=${fate === 'kept'}
      ?disabled=${busy}
      @change=${changed}
    />
    <span>${words.keep}</span>
  </label>`;
}
