import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Drafts } from '../../../../model/related.ts';
import type { ActivityChoice, Half } from '../../messages.ts';
import { words } from '../words.ts';

/** What a form for a new item has to do with. */
export interface AdderParts {
  readonly types: readonly ActivityChoice[];
  readonly half: Half;
  readonly busy: boolean;
  readonly typed: (half: Half) => void;
  readonly add: (draft: Drafts['note'] | Drafts['activity']) => void;
  readonly choose: () => void;
}

/** The forms for new items; a missing one does not compile. */
export const adders: { readonly [F in keyof Drafts]: (parts: AdderParts) => TemplateResult } = {
  note: noteAdder,
  activity: activityAdder,
  file: ({ choose, busy }) => html`<div class="adder inline">
    <vscode-button data-add="file" ?disabled=${busy} @click=${choose}>${words.related.attach}</vscode-button>
    <span class="hint">${words.related.drop}</span>
  </div>`,
  follower: ({ choose, busy }) => html`<div class="adder inline">
    <vscode-button data-add="follower" ?disabled=${busy} @click=${choose}>${words.related.follow}</vscode-button>
  </div>`,
};

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** Sends by Ctrl+Enter too; the form around it would save the record by that key. */
const sendBy = (send: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  send();
};

function noteAdder({ half, busy, typed, add }: AdderParts): TemplateResult {
  const text = half['text'] ?? '';
  const send = (): void => {
    if (text.trim() !== '' && !busy) add({ text });
  };
  return html`<div class="adder" @keydown=${sendBy(send)}>
    <textarea
      rows="3"
      aria-label=${words.related.newNote}
      placeholder=${words.related.newNote}
      ?disabled=${busy}
      .value=${live(text)}
      @input=${(event: Event) => typed({ text: valueOf(event) })}
    ></textarea>
    ${
      text.trim() === ''
        ? nothing
        : html`<vscode-button data-add="note" ?disabled=${busy} @click=${send}>${words.related.addNote}</vscode-button>`
    }
  </div>`;
}

function activityAdder({ types, half, busy, typed, add }: AdderParts): TemplateResult {
  const { subject = '', due = '' } = half;
  const type = (types.find(({ id }) => id === half['type']) ?? types[0])?.id ?? '';
  const send = (): void => {
    if (subject.trim() !== '' && !busy) add({ subject: subject.trim(), type, due });
  };
  return html`<div class="adder activity" @keydown=${sendBy(send)}>
    <input
      type="text"
      class="subject"
      aria-label=${words.related.newActivity}
      placeholder=${words.related.subject}
      ?disabled=${busy}
      .value=${live(subject)}
      @input=${(event: Event) => typed({ ...half, subject: valueOf(event) })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.isComposing) send();
      }}
    />
    ${
      subject.trim() === ''
        ? nothing
        : html`<select
              aria-label=${words.related.type}
              ?disabled=${busy}
              @change=${(event: Event) => typed({ ...half, type: valueOf(event) })}
            >
              ${types.map(({ id, label }) => html`<option value=${id} ?selected=${id === type}>${label}</option>`)}
            </select>
            <input
              type="date"
              aria-label=${words.related.due}
              title=${words.related.due}
              ?disabled=${busy}
              .value=${live(due)}
              @input=${(event: Event) => typed({ ...half, due: valueOf(event) })}
            />
            <vscode-button data-add="activity" ?disabled=${busy} @click=${send}>${words.related.addActivity}</vscode-button>`
    }
  </div>`;
}
