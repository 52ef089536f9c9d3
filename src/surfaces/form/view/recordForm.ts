import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import type { FlushedEdit, FormState } from '../messages.ts';
import type { FormCalls } from './calls.ts';
import { FieldControl } from './controls/control.ts';
import { fieldTemplate } from './field.ts';
import { actionButtons, noticeBar, type Notice } from './notice.ts';
import { styles } from './styles/index.ts';
import { words } from './words.ts';

type Ready = Extract<FormState, { phase: 'ready' }>;
type Blocked = Extract<FormState, { phase: 'blocked' }>;

/** The whole form of one record. */
export class RecordForm extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) state: FormState = { phase: 'loading', title: '' };
  @property({ attribute: false }) calls!: FormCalls;
  /** What the host said when it could not do what was asked; until it shows the form anew. */
  @property({ attribute: false }) failure: string | undefined;

  /** What is typed in the controls and not sent. */
  flush(): readonly FlushedEdit[] {
    return [...this.renderRoot.querySelectorAll('[data-control]')].flatMap((control) => {
      const edit = control instanceof FieldControl ? control.flush() : undefined;
      return edit ? [edit] : [];
    });
  }

  protected override render(): TemplateResult {
    switch (this.state.phase) {
      case 'loading':
        return this.#loading(this.state.title);
      case 'blocked':
        return this.#blocked(this.state);
      case 'ready':
        return this.#ready(this.state);
    }
  }

  #loading(title: string): TemplateResult {
    return html`<main class="centred loading" data-phase="loading">
      <h1 dir="auto">${title}</h1>
      <vscode-progress-ring role="presentation" aria-live="off" aria-label=""></vscode-progress-ring>
      <p role="status">${words.loading}</p>
    </main>`;
  }

  #blocked({ title, sentence, actions }: Blocked): TemplateResult {
    return html`<main class="centred" data-phase="blocked">
      <vscode-icon name="warning" size="40"></vscode-icon>
      <h1 dir="auto">${title}</h1>
      <p role="alert" dir="auto">${sentence}</p>
      ${actionButtons(actions, this.calls)}
    </main>`;
  }

  #ready({ title, kind, company, icon, sections, notice }: Ready): TemplateResult {
    const failed: Notice | undefined = this.failure ? { severity: 'error', sentence: this.failure, actions: [] } : undefined;
    const above = failed ?? notice;
    return html`<main data-phase="ready">
      <header>
        <vscode-icon name=${icon} size="24"></vscode-icon>
        <div>
          <h1 dir="auto">${title}</h1>
          <p class="sub"><bdi>${words.of(kind, company)}</bdi></p>
        </div>
      </header>
      ${above ? html`<div class="above">${noticeBar(above, this.calls)}</div>` : nothing}
      ${repeat(
        sections,
        ({ id }) => id,
        ({ id, label, fields }) =>
          html`<section data-section=${id} aria-label=${label}>
            <h2 dir="auto">${label}</h2>
            <div class="fields">
              ${repeat(
                fields,
                ({ key }) => key,
                (field) => fieldTemplate(field, this.calls),
              )}
            </div>
          </section>`,
      )}
    </main>`;
  }
}

customElements.define('record-form', RecordForm);
