import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import type { ActionId, Body, Choice, StatisticsState } from '../messages.ts';
import './chooser.ts';
import { sectionOf } from './figures.ts';
import { styles } from './styles/index.ts';
import { words } from './words.ts';

/** What the view asks of the host. */
export interface StatisticsCalls {
  choose(choice: Choice): void;
  open(key: string): void;
  act(action: ActionId): void;
}

/** The numbers of a record over time. */
export class StatisticsView extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) state: StatisticsState = { title: '', company: '', body: { phase: 'loading' } };
  @property({ attribute: false }) calls!: StatisticsCalls;
  /** What the host said when it could not do what was asked; until it shows something anew. */
  @property({ attribute: false }) failure: string | undefined;

  protected override render(): TemplateResult {
    const { title, company, controls, body } = this.state;
    return html`<main data-phase=${body.phase} aria-busy=${body.phase === 'loading'}>
      <header>
        <vscode-icon name="graph" size="24"></vscode-icon>
        <div>
          <h1 dir="auto">${title}</h1>
          <p class="sub"><bdi>${company}</bdi></p>
        </div>
      </header>
      ${
        controls
          ? html`<statistics-chooser
              .controls=${controls}
              .choose=${(choice: Choice) => this.calls.choose(choice)}
            ></statistics-chooser>`
          : nothing
      }
      ${this.failure ? notice('error', this.failure) : nothing} ${this.#body(body)}
    </main>`;
  }

  #body(body: Body): TemplateResult {
    switch (body.phase) {
      case 'loading':
        return html`<div class="instead loading">
          <vscode-progress-ring role="presentation" aria-live="off" aria-label=""></vscode-progress-ring>
          <p role="status">${words.loading()}</p>
        </div>`;
      case 'blocked':
        return html`<div class="instead">
          <vscode-icon name="warning" size="40"></vscode-icon>
          <p role="alert" dir="auto">${body.sentence}</p>
          <div class="actions">
            ${body.actions.map(
              ({ id, label }, index) =>
                html`<vscode-button ?secondary=${index > 0} data-action=${id} @click=${() => this.calls.act(id)}
                  >${label}</vscode-button
                >`,
            )}
          </div>
        </div>`;
      case 'ready':
        return this.#ready(body);
    }
  }

  #ready({ scope, read, heads, empty, sections }: Extract<Body, { phase: 'ready' }>): TemplateResult {
    const context = { heads, open: (key: string) => this.calls.open(key) };
    return html`<div class="scope">
        <p role="status"><strong dir="auto">${scope}</strong><br /><span class="sub read">${read}</span></p>
        <div class="actions">
          <vscode-button secondary data-action="retry" @click=${() => this.calls.act('retry')}>${words.again()}</vscode-button>
          ${
            empty === undefined
              ? html`<vscode-button secondary data-action="export" @click=${() => this.calls.act('export')}
                  >${words.exported()}</vscode-button
                >`
              : nothing
          }
        </div>
      </div>
      ${
        empty === undefined
          ? html`<div class="sections">${sections.map((section) => sectionOf(section, context))}</div>`
          : html`<div class="instead empty">
              <vscode-icon name="graph" size="40"></vscode-icon>
              <p dir="auto">${empty}</p>
            </div>`
      }`;
  }
}

function notice(severity: 'error', sentence: string): TemplateResult {
  return html`<div class="notice ${severity}" role="alert">
    <vscode-icon name=${severity}></vscode-icon>
    <p dir="auto">${sentence}</p>
  </div>`;
}

customElements.define('statistics-view', StatisticsView);
