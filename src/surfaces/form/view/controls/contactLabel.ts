import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { usualLabels } from '../../../../model/fieldTypes/contacts.ts';
import { words } from '../words.ts';
import type { Row } from './contactRows.ts';

export interface LabelEvents {
  readonly choose: (label: string) => void;
  readonly type: (label: string) => void;
  /** Wants to type a label. */
  readonly own: () => void;
  readonly done: () => void;
  readonly key: (event: KeyboardEvent) => void;
}

const own = '\u0000own';

/** A line's label: one of the usual, the one it has, or one that is typed. */
export function contactLabel({ entry, ownLabel }: Row, name: string, events: LabelEvents): TemplateResult {
  const label = entry.label ?? '';
  if (ownLabel) {
    return html`<input
      class="contact-label"
      type="text"
      dir="auto"
      autocomplete="off"
      aria-label=${name}
      .value=${live(label)}
      @input=${(event: Event) => events.type((event.target as HTMLInputElement).value)}
      @blur=${events.done}
      @keydown=${events.key}
    />`;
  }
  const usual = usualLabels();
  const option = (value: string, text: string) => html`<option value=${value} ?selected=${value === label}>${text}</option>`;
  return html`<select
    class="contact-label"
    aria-label=${name}
    .value=${live(label)}
    @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      if (value === own) events.own();
      else events.choose(value);
    }}
  >
    ${Object.hasOwn(usual, label) ? nothing : option(label, label === '' ? words.noLabel : label)}
    ${Object.entries(usual).map(([value, text]) => option(value, text))}
    <option value=${own}>${words.ownLabel}</option>
  </select>`;
}
