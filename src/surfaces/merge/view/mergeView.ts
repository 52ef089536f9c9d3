import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import type { MergeActionId, MergeNotice, MergeSide, MergeState } from '../messages.ts';
import { fieldRow, sameRow } from './field.ts';
import { styles } from './styles/index.ts';
import { words } from './words.ts';

type Ready = Extract<MergeState, { phase: 'ready' }>;
type Told = Extract<MergeState, { phase: 'blocked' | 'unknown' | 'done' }>;

/** What the view asks of the host. */
export interface MergeCalls {
  tick(ticked: readonly string[]): void;
  act(action: MergeActionId): void;
}

const icons: Readonly<Record<Told['phase'], string>> = { blocked: 'warning', unknown: 'question', done: 'pass' };

/** The rehearsal of a merge. */
export class MergeView extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) state: MergeState = { phase: 'loading', title: '' };
  @property({ attribute: false }) calls!: MergeCalls;
  /** What the host said when it could not do what was asked; until it shows something anew. */
  @property({ attribute: false }) failure: string | undefined;

  protected override render(): TemplateResult {
    switch (this.state.phase) {
      case 'loading':
        return html`<main class="centred loading" data-phase="loading">
          <h1 dir="auto">${this.state.title}</h1>
          <vscode-progress-ring role="presentation" aria-live="off" aria-label=""></vscode-progress-ring>
          <p role="status">${words.loading}</p>
        </main>`;
      case 'ready':
        return this.#ready(this.state);
      case 'blocked':
      case 'unknown':
      case 'done':
        return this.#told(this.state);
    }
  }

  #told({ phase, title, sentence, more, actions }: Told): TemplateResult {
    return html`<main class="centred" data-phase=${phase}>
      <vscode-icon name=${icons[phase]} size="40"></vscode-icon>
      <h1 dir="auto">${title}</h1>
      <p role=${phase === 'done' ? 'status' : 'alert'} dir="auto">${sentence}</p>
      ${more.map((line) => html`<p class="sub" dir="auto">${line}</p>`)} ${this.#failed()}
      <div class="actions">
        ${actions.map(
          ({ id, label }, index) =>
            html`<vscode-button ?secondary=${index > 0} data-action=${id} @click=${() => this.calls.act(id)}>${label}</vscode-button>`,
        )}
      </div>
    </main>`;
  }

  #ready(state: Ready): TemplateResult {
    const { title, company, production, survivor, absorbed, differing, same, moves, notices, busy } = state;
    const context = {
      ...{ survivor: survivor.title, absorbed: absorbed.title, busy },
      tick: (key: string, kept: boolean) => this.#tick(state, key, kept),
    };
    return html`<main data-phase="ready" aria-busy=${busy} ?data-production=${production !== undefined}>
      <header>
        <vscode-icon name="git-merge" size="24"></vscode-icon>
        <div>
          <h1 dir="auto">${title}</h1>
          <p class="sub"><bdi>${company}</bdi>${production ? html` <span class="production">${production}</span>` : nothing}</p>
        </div>
      </header>
      ${this.#failed()} ${notices.map(noticeBar)}
      <div class="heads">
        ${this.#head(survivor, 'openSurvivor', words.kept, 'check')} ${this.#head(absorbed, 'openAbsorbed', words.removed, 'trash')}
      </div>
      <section aria-label=${words.differing(differing.length)} data-section="differing">
        <h2>${words.differing(differing.length)}</h2>
        ${differing.length === 0 ? html`<p class="none">${words.nothingDiffers}</p>` : nothing}
        ${repeat(
          differing,
          ({ key }) => key,
          (field) => fieldRow(field, context),
        )}
      </section>
      <section aria-label=${words.movesOver} data-section="moves">
        <h2>${words.movesOver}</h2>
        <p dir="auto">${moves}</p>
      </section>
      ${
        same.length === 0
          ? nothing
          : html`<details data-section="same">
              <summary>${words.same(same.length)}</summary>
              ${repeat(same, ({ key }) => key, sameRow)}
            </details>`
      }
      ${this.#foot(state)}
    </main>`;
  }

  #head({ title, detail }: MergeSide, action: MergeActionId, word: string, icon: string): TemplateResult {
    return html`<div class="head" data-side=${action === 'openSurvivor' ? 'survivor' : 'absorbed'}>
      <p class="side"><vscode-icon name=${icon}></vscode-icon>${word}</p>
      <button
        type="button"
        class="link-button"
        data-action=${action}
        aria-label=${words.open(title)}
        @click=${() => this.calls.act(action)}
      >
        <bdi>${title}</bdi>
      </button>
      <p class="sub">${detail}</p>
    </div>`;
  }

  /** In words what will be done, with what it costs; it stays in sight. */
  #foot({ title, sum, cost, busy }: Ready): TemplateResult {
    return html`<footer>
      <p class="what" dir="auto">${title}</p>
      <p class="sub" role="status">${busy ? words.working : cost === '' ? sum : `${sum} · ${cost}`}</p>
      <div class="actions">
        <vscode-button data-action="merge" ?disabled=${busy} @click=${() => this.calls.act('merge')}>${words.merge}</vscode-button>
        <vscode-button
          secondary
          data-action="turn"
          aria-label=${words.swapHint}
          title=${words.swapHint}
          ?disabled=${busy}
          @click=${() => this.calls.act('turn')}
          >${words.swap}</vscode-button
        >
      </div>
    </footer>`;
  }

  #failed(): TemplateResult | typeof nothing {
    return this.failure ? noticeBar({ severity: 'error', sentence: this.failure }) : nothing;
  }

  #tick({ choice }: Ready, key: string, kept: boolean): void {
    const others = choice.ticked.filter((one) => one !== key);
    this.calls.tick(kept ? [...others, key] : others);
  }
}

function noticeBar({ severity, sentence }: MergeNotice): TemplateResult {
  return html`<div class="notice ${severity}" data-severity=${severity} role=${severity === 'error' ? 'alert' : 'status'}>
    <vscode-icon name=${severity}></vscode-icon>
    <p dir="auto">${sentence}</p>
  </div>`;
}

customElements.define('merge-view', MergeView);
