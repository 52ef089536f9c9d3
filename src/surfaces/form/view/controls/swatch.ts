import { html, nothing } from 'lit';
import { colorOf } from '../../../../model/colors.ts';
import type { Option } from '../../../../model/field.ts';

/** An option's colour as a small dot, by class: the page's policy allows no inline colours. */
export function swatch({ color }: Option) {
  if (!color) return nothing;
  return html`<span class="swatch swatch-${colorOf(color) ?? 'unknown'}" aria-hidden="true"></span>`;
}
