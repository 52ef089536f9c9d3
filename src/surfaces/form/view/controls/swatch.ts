import { html, nothing } from 'lit';
import type { Option } from '../../../../model/field.ts';

const known = new Set(['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'pink', 'brown', 'gray', 'dark-gray']);

/** An option's colour as a small dot, by class: the page's policy allows no inline colours. */
export function swatch({ color }: Option) {
  if (!color) return nothing;
  const name = color.toLowerCase().replace('grey', 'gray').replace(/[\s_]/g, '-');
  return html`<span class="swatch ${known.has(name) ? `swatch-${name}` : ''}" aria-hidden="true"></span>`;
}
