import { html, nothing, type TemplateResult } from 'lit';
import type { FormField } from '../messages.ts';
import type { FormCalls } from './calls.ts';
import { conflict } from './conflict.ts';
import { fieldFaults, type Control } from './controls/control.ts';
import { controls } from './controls/index.ts';
import { idsOf } from './fieldIds.ts';
import { words } from './words.ts';

/** One field: its label, its control or its value, and what is said about it. */
export function fieldTemplate(field: FormField, calls: FormCalls): TemplateResult {
  // The map's entry for the field's own type.
  const control = controls[field.type] as Control<typeof field.type>;
  const edit = field.readOnly ? undefined : control.edit;
  const ids = idsOf(field.key);
  const group = !edit || control.group;
  const label = html`<bdi class=${field.required && edit ? 'required' : ''}>${field.label}</bdi>`;
  return html`<div
    class="field ${control.wide || field.conflict ? 'wide' : ''} ${field.changed ? 'changed' : ''}"
    data-field=${field.key}
    data-type=${field.type}
    data-state=${field.conflict ? 'conflict' : field.error ? 'error' : field.changed ? 'changed' : 'same'}
    role=${group ? 'group' : nothing}
    aria-labelledby=${group ? ids.label : nothing}
  >
    ${
      field.changed
        ? html`<span class="bar" title=${words.changed}></span
          ><span class="heard" id=${ids.changed}>${words.changed}</span>`
        : nothing
    }
    ${
      group
        ? html`<div class="label" id=${ids.label}>${label}</div>`
        : html`<label class="label" id=${ids.label} for=${ids.input}>${label}</label>`
    }
    ${edit ? edit(field, calls) : shown(field)}
    ${field.was === undefined || field.readOnly ? nothing : was(field, field.was, calls)}
    ${field.hint ? html`<p class="hint" id=${ids.hint} dir="auto">${field.hint}</p>` : nothing}
    ${field.conflict ? conflict(field.key, field.label, field.conflict, calls) : nothing}
  </div>`;
}

/** What a changed field was, and the way back. */
function was({ key, label }: FormField, text: string, calls: FormCalls): TemplateResult {
  return html`<div class="was">
    <span dir="auto">${text === '' ? words.wasUnset : words.was(text)}</span>
    <button
      type="button"
      class="link-button"
      data-action="putBack"
      aria-label="${words.putBack}: ${label}"
      @click=${() => calls.putBack(key)}
    >
      ${words.putBack}
    </button>
  </div>`;
}

/** A value that is only shown. */
function shown(field: FormField): TemplateResult {
  return html`${
    field.text === ''
      ? html`<div class="value unset"><span aria-hidden="true">${words.unset}</span><span class="heard">${words.notSet}</span></div>`
      : html`<div class="value" dir="auto">${field.text}</div>`
  }${fieldFaults(field.error ? [{ id: idsOf(field.key).error, text: field.error }] : [])}`;
}
