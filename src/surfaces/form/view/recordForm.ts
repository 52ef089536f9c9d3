import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import { KeepFocus } from '../../shared/view/keepFocus.ts';
import type { FlushedEdit, FormState, FormTab } from '../messages.ts';
import type { FormCalls } from './calls.ts';
import { FieldControl } from './controls/control.ts';
import { fieldTemplate } from './field.ts';
import { actionButtons, noticeBar, type Notice } from './notice.ts';
import { focusBack, focusIn, focusOn, placeOf, type Place } from './place.ts';
import { everything, Sieve, type Sift } from './sift.ts';
import { historyPanel } from './history/historyPanel.ts';
import './picture/recordPicture.ts';
import { relatedPanel } from './related/relatedPanel.ts';
import { nothingShown, siftBar } from './siftBar.ts';
import { StuckBar } from './stuckBar.ts';
import { styles } from './styles/index.ts';
import { fieldsTab, panelId, tabId, tabStrip } from './tabs.ts';
import { words } from './words.ts';

/** So many fields are seen at a glance and need no bar. */
const few = 10;

type Ready = Extract<FormState, { phase: 'ready' }>;
type Blocked = Extract<FormState, { phase: 'blocked' }>;

/** The whole form of one record. */
export class RecordForm extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) state: FormState = { phase: 'loading', title: '' };
  @property({ attribute: false }) calls!: FormCalls;
  /** How much of a new picture's file has gone out. */
  @property({ attribute: false }) pictureSent: { readonly bytes: number; readonly total: number } | undefined;
  /** What the host said when it could not do what was asked; until it shows the form anew. */
  @property({ attribute: false }) failure: string | undefined;

  /** Told when another part of the form is shown, or the focus is in another field. */
  @property({ attribute: false }) moved: (place: Place) => void = () => undefined;
  readonly #sieve = new Sieve();
  /** Where a person is in the form, or was when its fields were last in sight. */
  #place: Place = placeOf(undefined);
  #inSight = false;
  readonly #above = new StuckBar();
  /** Tabs that were opened; each is asked for once and stays as it was left. */
  readonly #opened = new Set<string>();
  /** How far down each tab was when another took its place. */
  readonly #scrolled = new Map<string, number>();

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Goes to a place once the fields are there. */
  goTo(place: Place): void {
    this.#place = place;
    this.#sieve.ask(place.sift);
    this.requestUpdate();
  }

  /** Brings a field into sight, also one that is sifted out, and the focus into it. */
  async attend(key: string): Promise<void> {
    this.#open(fieldsTab);
    await this.updateComplete;
    await this.#drawn();
    if (focusOn(this.renderRoot, key)) return;
    this.#ask(everything);
    await this.updateComplete;
    await this.#drawn();
    focusOn(this.renderRoot, key);
  }

  /** What is typed in the controls and not sent. */
  flush(): readonly FlushedEdit[] {
    return [...this.renderRoot.querySelectorAll('[data-control]')].flatMap((control) => {
      const edit = control instanceof FieldControl ? control.flush() : undefined;
      return edit ? [edit] : [];
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Not on the element itself, which does not hear of a move between two fields inside it.
    this.renderRoot.addEventListener('focusin', this.#tell);
    this.addEventListener('keydown', this.#key);
    document.addEventListener('scrollend', this.#tell);
    window.addEventListener('focus', this.#focusBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('scrollend', this.#tell);
    window.removeEventListener('focus', this.#focusBack);
  }

  protected override updated(): void {
    const came = this.state.phase === 'ready' && !this.#inSight;
    this.#inSight = this.state.phase === 'ready';
    this.#above.watch(this.renderRoot.querySelector<HTMLElement>('.above'));
    if (!came) return;
    this.#begin();
    void this.#arrive(this.#place);
  }

  /** The controls draw themselves after the form has, and those they are made of after them. */
  async #drawn(): Promise<void> {
    for (const one of this.renderRoot.querySelectorAll('[data-control], [data-control] *, .above *')) {
      if (one instanceof LitElement) await one.updateComplete;
    }
    this.#above.measure();
  }

  /** In a new record, whoever has not been anywhere in it begins in its first field. */
  #begin(): void {
    if (this.state.phase !== 'ready' || !this.state.fresh || this.#place.focus) return;
    const first = this.state.sections.flatMap(({ fields }) => fields).find(({ readOnly }) => !readOnly);
    if (first) this.#place = { ...this.#place, focus: { key: first.key, index: 0 } };
  }

  async #arrive({ scroll, focus }: Place): Promise<void> {
    await this.#drawn();
    // A page that takes the focus by itself would close the palette that is open.
    if (document.hasFocus()) focusBack(this.renderRoot as ShadowRoot, focus);
    if (scroll > 0) document.scrollingElement?.scrollTo({ top: scroll });
  }

  /** VS Code gives the focus to the page and to nothing in it. A click that brought it has its say first. */
  readonly #focusBack = (): void => {
    requestAnimationFrame(() => {
      // The focus may have gone on meanwhile, into the palette say, which closes where it is taken away.
      if (document.hasFocus()) focusBack(this.renderRoot as ShadowRoot, this.#place.focus);
    });
  };

  readonly #tell = (): void => {
    if (!this.#inSight) return;
    const root = this.renderRoot as ShadowRoot;
    this.#place = {
      tab: this.#place.tab,
      sift: this.#sieve.sift,
      scroll: document.scrollingElement?.scrollTop ?? 0,
      // Who went elsewhere, to the palette say, comes back to the same field.
      focus: root.activeElement ? focusIn(root) : this.#place.focus,
    };
    this.moved(this.#place);
  };

  readonly #ask = (sift: Sift): void => {
    this.#sieve.ask(sift);
    this.requestUpdate();
    this.#tell();
  };

  readonly #open = (tab: string): void => {
    const before = this.#place.tab ?? fieldsTab;
    if (tab === before) return;
    this.#scrolled.set(before, document.scrollingElement?.scrollTop ?? 0);
    this.#place = { ...this.#place, tab };
    this.requestUpdate();
    this.#tell();
    void this.updateComplete.then(() => document.scrollingElement?.scrollTo({ top: this.#scrolled.get(tab) ?? 0 }));
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.calls.act('saveAndClose');
  };

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

  #ready({ title, kind, company, production, icon, picture, locked, sections, news, tabs, notice }: Ready): TemplateResult {
    const failed: Notice | undefined = this.failure ? { severity: 'error', sentence: this.failure, actions: [] } : undefined;
    const above = failed ?? notice;
    const fields = sections.flatMap((section) => section.fields);
    const shown = this.#sieve.through(sections);
    const { sift } = this.#sieve;
    const open = tabs.find(({ id }) => id === this.#place.tab)?.id ?? fieldsTab;
    this.#opened.add(open);
    const heading = html`<div>
      <h1 dir="auto">${title}</h1>
      <p class="sub"><bdi>${words.of(kind, company)}</bdi>${production ? html` <span class="production">${production}</span>` : nothing}</p>
    </div>`;
    const bar =
      fields.length > few
        ? siftBar({
            sift,
            shown: shown.reduce((sum, section) => sum + section.fields.length, 0),
            all: fields.length,
            changed: fields.filter(({ changed }) => changed).length,
            ask: this.#ask,
          })
        : nothing;
    return html`<main data-phase="ready" ?data-production=${production !== undefined}>
      <header>
        ${picture ? this.#picture(picture.id, title, icon, heading) : html`<vscode-icon name=${icon} size="24"></vscode-icon>${heading}`}
      </header>
      ${locked ? html`<p class="locked"><vscode-icon name="lock"></vscode-icon><span>${locked}</span></p>` : nothing}
      ${
        above || bar !== nothing || tabs.length > 0
          ? html`<div class="above">
              ${above ? noticeBar(above, this.calls) : nothing} ${tabs.length > 0 ? tabStrip(tabs, open, this.#open) : nothing}
              ${open === fieldsTab ? bar : nothing}
            </div>`
          : nothing
      }
      <div
        class="panel"
        id=${panelId(fieldsTab)}
        role=${tabs.length > 0 ? 'tabpanel' : nothing}
        aria-labelledby=${tabs.length > 0 ? tabId(fieldsTab) : nothing}
        ?hidden=${open !== fieldsTab}
      >
        ${shown.length === 0 ? nothingShown(sift, () => this.#ask(everything)) : nothing}
      ${repeat(
        shown,
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
      </div>
      ${repeat(
        tabs.filter(({ id }) => this.#opened.has(id)),
        ({ id }) => id,
        (tab) => this.#panel(tab, open, news),
      )}
    </main>`;
  }

  #picture(id: number | null, name: string, icon: string, heading: TemplateResult): TemplateResult {
    return html`<record-picture
      .version=${id}
      .name=${name}
      .icon=${icon}
      .sent=${this.pictureSent}
      .calls=${this.calls}
      >${heading}</record-picture
    >`;
  }

  #panel(tab: FormTab, open: string, news: number): TemplateResult | typeof nothing {
    if (tab.panel === 'fields') return nothing;
    return html`<div
      class="panel"
      id=${panelId(tab.id)}
      role="tabpanel"
      aria-labelledby=${tabId(tab.id)}
      ?hidden=${tab.id !== open}
    >
      ${
        tab.panel === 'history'
          ? historyPanel({ label: tab.label, list: tab.list, calls: this.calls, inSight: tab.id === open, news })
          : relatedPanel(tab.id, tab.label, tab.list, this.calls)
      }
    </div>`;
  }
}

customElements.define('record-form', RecordForm);
