import { html, nothing, type TemplateResult } from 'lit';
import { linkOf } from '../../../../model/contactLink.ts';
import type { FieldTypeId } from '../../../../model/fieldTypes/ids.ts';
import { words } from '../words.ts';

/** A button that calls the number, or writes to the address; nothing where the value is neither. */
export function contactLink(type: FieldTypeId, value: string, open: () => void): TemplateResult | typeof nothing {
  const link = linkOf(type, value);
  if (!link) return nothing;
  const name = link.scheme === 'tel' ? words.call(value.trim()) : words.writeTo(value.trim());
  return html`<button type="button" class="icon-button" data-action="open" aria-label=${name} title=${name} @click=${open}>
    <vscode-icon name=${link.scheme === 'tel' ? 'call-outgoing' : 'mail'}></vscode-icon>
  </button>`;
}
