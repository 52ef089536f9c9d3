import { html, type TemplateResult } from 'lit';
import type { FormAction, FormState } from '../messages.ts';
import type { FormCalls } from './calls.ts';

export type Notice = NonNullable<Extract<FormState, { phase: 'ready' }>['notice']>;

/** Something to know about the whole record, above its fields. */
export function noticeBar({ severity, sentence, actions }: Notice, calls: FormCalls): TemplateResult {
  return html`<div class="notice ${severity}" data-severity=${severity} role=${severity === 'error' ? 'alert' : 'status'}>
    <vscode-icon name=${severity}></vscode-icon>
    <p dir="auto">${sentence}</p>
    ${actions.length > 0 ? actionButtons(actions, calls) : ''}
  </div>`;
}

/** Buttons; the first is the one that is proposed. */
export function actionButtons(actions: readonly FormAction[], calls: FormCalls): TemplateResult {
  return html`<div class="actions">
    ${actions.map(
      ({ id, label }, index) =>
        html`<vscode-button ?secondary=${index > 0} data-action=${id} @click=${() => calls.act(id)}
          >${label}</vscode-button
        >`,
    )}
  </div>`;
}
