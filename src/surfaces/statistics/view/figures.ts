import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Amount, Figure, Heads, Section } from '../messages.ts';
import { barScale } from './scale.ts';
import { words } from './words.ts';

export interface FigureContext {
  readonly heads: Heads;
  readonly open: (key: string) => void;
}

/** A chart with its numbers, and both as a table. */
export function sectionOf(section: Section, context: FigureContext): TemplateResult {
  const { id, title, note, figures } = section;
  const scale = barScale(section);
  return html`<section data-section=${id} aria-labelledby="title-${id}">
    <h2 id="title-${id}">${title}</h2>
    <p class="sub note">${note}</p>
    <ul class="chart">
      ${figures.map(
        (figure) =>
          html`<li data-figure=${figure.id}>
            <span class="label"><bdi>${figure.label}</bdi></span>
            <span class="number">${amount(figure, figure.now, context)}${beside(figure, context)}</span>
            ${id === 'conversion' ? funnel(figure, scale) : bar(figure, scale)} ${worth(figure)}
          </li>`,
      )}
    </ul>
    <details>
      <summary>${words.asTable(title)}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.asTable(title)}>${table(section, context)}</div>
    </details>
  </section>`;
}

/** A number, as a button where something opens behind it. @param head the period, where it is not the first one */
function amount({ label }: Figure, one: Amount, { open }: FigureContext, head?: string, text = one.text): TemplateResult {
  const { opens } = one;
  if (!opens) return html`<span class="text">${text}</span>`;
  const name = head ? words.opensOf(label, text, head, opens.label) : words.opens(label, text, opens.label);
  return html`<button
    type="button"
    class="link-button"
    data-opens=${opens.key}
    aria-label=${name}
    title=${opens.label}
    @click=${() => open(opens.key)}
  >
    ${text}
  </button>`;
}

function beside(figure: Figure, context: FigureContext): TemplateResult | typeof nothing {
  const { before, change } = figure;
  if (!before) return nothing;
  return html`<span class="sub before"
    >${amount(figure, before, context, context.heads.before, words.earlier(before.text))}
    <span class="change">${words.changed(change ?? '')}</span></span
  >`;
}

function worth({ now, before }: Figure): TemplateResult | typeof nothing {
  if (!now.worth?.length && !before?.worth?.length) return nothing;
  return html`<p class="worth sub">
    ${now.worth?.join(' · ')}
    ${before?.worth?.length ? html`<span class="before">${words.earlier(before.worth.join(' · '))}</span>` : nothing}
  </p>`;
}

const nameOf = ({ label, now, before }: Figure): string =>
  before ? words.bars(label, now.text, before.text) : words.bar(label, now.text);

/** All that stood in a stage narrow to those that went on; what it was before is an outline. */
function funnel(figure: Figure, scale: (value: number) => number): TemplateResult {
  const points = (value: number) => `0,0 100,0 ${50 + scale(value) / 2},24 ${50 - scale(value) / 2},24`;
  return html`<svg
    class="funnel ${figure.color}"
    role="img"
    aria-label=${nameOf(figure)}
    viewBox="0 0 100 24"
    preserveAspectRatio="none"
  >
    <rect class="track" x="0" y="0" width="100" height="24"></rect>
    <polygon class="mark" points=${points(figure.now.value)}></polygon>
    ${figure.before ? svg`<polygon class="outline" points=${points(figure.before.value)}></polygon>` : nothing}
  </svg>`;
}

function bar(figure: Figure, scale: (value: number) => number): TemplateResult {
  const { now, before, color } = figure;
  return html`<svg class="bar ${color} ${before ? 'two' : ''}" role="img" aria-label=${nameOf(figure)}>
    <rect class="track" x="0" y="0" width="100%" height="12"></rect>
    <rect class="mark" x="0" y="0" width="${scale(now.value)}%" height="12"></rect>
    ${before ? svg`<rect class="track" x="0" y="14" width="100%" height="6"></rect>` : nothing}
    ${before ? svg`<rect class="mark earlier" x="0" y="14" width="${scale(before.value)}%" height="6"></rect>` : nothing}
  </svg>`;
}

function table({ id, title, figures }: Section, context: FigureContext): TemplateResult {
  const { heads } = context;
  const valued = id === 'deals';
  const cell = (figure: Figure, one: Amount, head?: string) =>
    html`<td class="figure">${amount(figure, one, context, head)}</td>
      ${valued ? html`<td class="figure">${one.worth?.map((line) => html`<div>${line}</div>`)}</td>` : nothing}`;
  const head = (text: string) =>
    html`<th scope="col">${text}</th>
      ${valued ? html`<th scope="col">${words.valueOf(text)}</th>` : nothing}`;
  return html`<table>
    <caption class="heard">
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.what()}</th>
        ${head(heads.now)} ${heads.before ? head(heads.before) : nothing}
        ${heads.before ? html`<th scope="col">${words.change()}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${figures.map(
        (figure) =>
          html`<tr>
            <th scope="row"><bdi>${figure.label}</bdi></th>
            ${cell(figure, figure.now)} ${figure.before ? cell(figure, figure.before, heads.before) : nothing}
            ${figure.before ? html`<td class="figure">${figure.change}</td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
