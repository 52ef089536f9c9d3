import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../../../shared/view/base.styles.ts';
import { buttons } from '../../../shared/view/buttons.styles.ts';
import { inputs } from '../../../shared/view/inputs.styles.ts';
import { KeepFocus } from '../../../shared/view/keepFocus.ts';
import { select } from '../../../shared/view/select.styles.ts';
import type { Drafts } from '../../../../model/related.ts';
import type { ActivityChoice, Half, ListedItem, RelatedList } from '../../messages.ts';
import type { FormCalls } from '../calls.ts';
import { Paged, sentenceOf } from '../paged.ts';
import { words } from '../words.ts';
import { adders } from './adders.ts';
import { addressesIn, carriesFiles } from './dropped.ts';
import { listBar, listFoot } from './frame.ts';
import { itemTemplate, type ItemActions } from './relatedItem.ts';
import { related } from './related.styles.ts';

/** The list of a tab. Asks for its first page when it is opened. */
export function relatedPanel(tab: string, label: string, list: RelatedList, calls: FormCalls): TemplateResult {
  return html`<related-list data-related=${tab} .tab=${tab} .label=${label} .list=${list} .calls=${calls}></related-list>`;
}

class RelatedListElement extends LitElement {
  static override readonly styles = [base, buttons, inputs, select, related];

  @property({ attribute: false }) tab = '';
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) list: RelatedList = { none: '', choices: [] };
  @property({ attribute: false }) calls!: FormCalls;

  /** Ids of items that something is being done with, and `add` while one is made. */
  @state() private busy: ReadonlySet<string> = new Set();
  @state() private half: Half = {};
  /** The company's own types of activities. */
  @state() private types: readonly ActivityChoice[] | undefined;
  #typesAsked = false;
  /** The item whose text is being changed, and the text so far. */
  @state() private changing: { readonly id: string; readonly text: string } | undefined;
  @state() private dropping = false;
  /** Said to who cannot see it. */
  @state() private said = '';
  #chosen: Record<string, string> = {};
  readonly #paged = new Paged<ListedItem>(
    this,
    (cursor, signal) =>
      this.calls.related('list', { tab: this.tab, chosen: this.#chosen, ...(cursor === undefined ? {} : { cursor }) }, signal),
    (count, more) => (this.said = words.related.counted(count, more)),
  );

  constructor() {
    super();
    new KeepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.calls.related('half', { tab: this.tab }).then(
      (half) => (this.half = half),
      () => undefined,
    );
  }

  /** Once, when an activity is begun; until they are there, or where they cannot be had, the usual ones are offered. */
  #askTypes(): void {
    if (this.#typesAsked || this.list.adds !== 'activity' || !this.half['subject']?.trim()) return;
    this.#typesAsked = true;
    this.calls.related('activityTypes', { tab: this.tab }).then(
      (types) => (this.types = types.length > 0 ? types : undefined),
      () => undefined,
    );
  }

  protected override willUpdate(): void {
    this.#askTypes();
  }

  private get items(): readonly ListedItem[] | undefined {
    return this.#paged.items;
  }
  private set items(items: readonly ListedItem[] | undefined) {
    this.#paged.items = items;
  }
  private get failure(): string | undefined {
    return this.#paged.failure;
  }
  private set failure(failure: string | undefined) {
    this.#paged.failure = failure;
  }

  /** Does something with an item, and says what went wrong where something did. */
  async #with(id: string, work: () => Promise<void>): Promise<void> {
    this.busy = new Set([...this.busy, id]);
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      this.failure = sentenceOf(error);
    } finally {
      this.busy = new Set([...this.busy].filter((one) => one !== id));
    }
  }

  #replace(item: ListedItem): void {
    this.items = this.items?.map((one) => (one.id === item.id ? { ...item, ...(one.first ? { first: true } : {}) } : one));
  }

  #added(items: readonly ListedItem[]): void {
    const ids = new Set(items.map(({ id }) => id));
    this.items = [...items, ...(this.items ?? []).filter(({ id }) => !ids.has(id))];
    if (items[0]) this.said = words.related.added(items[0].title);
  }

  readonly #actions: ItemActions = {
    open: ({ id }) => void this.#with(id, () => this.calls.related('openItem', { tab: this.tab, id })),
    saveAs: ({ id }) => void this.#with(id, () => this.calls.related('saveItem', { tab: this.tab, id })),
    change: ({ id, text }) => {
      this.changing = { id, text: text ?? '' };
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.editing textarea')?.focus());
    },
    tick: ({ id }, done) =>
      void this.#with(id, async () => {
        try {
          this.#replace(await this.calls.related('tickItem', { tab: this.tab, id, done }));
        } finally {
          // The box shows what is, also where it could not be ticked.
          this.requestUpdate();
        }
      }),
    remove: ({ id }) =>
      void this.#with(id, async () => {
        if (!(await this.calls.related('removeItem', { tab: this.tab, id }))) return;
        this.items = this.items?.filter((one) => one.id !== id);
        this.said = words.related.gone;
      }),
  };

  readonly #typed = (half: Half): void => {
    this.half = half;
    // What is not kept is still in the box.
    this.calls.related('keepHalf', { tab: this.tab, half }).catch((error: unknown) => (this.failure = sentenceOf(error)));
  };

  readonly #add = (draft: Drafts['note'] | Drafts['activity']): void =>
    void this.#with('add', async () => {
      this.#added([await this.calls.related('addItem', { tab: this.tab, draft })]);
      this.half = {};
    });

  readonly #choose = (): void =>
    void this.#with('add', async () => this.#added(await this.calls.related('chooseItem', { tab: this.tab })));

  #saveChange(): void {
    const { changing } = this;
    if (!changing || changing.text.trim() === '') return;
    void this.#with(changing.id, async () => {
      this.#replace(await this.calls.related('changeItem', { tab: this.tab, ...changing }));
      this.changing = undefined;
    });
  }

  readonly #drag = (event: DragEvent): void => {
    if (this.list.adds !== 'file' || !event.dataTransfer || !carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.dropping = true;
  };

  readonly #drop = (event: DragEvent): void => {
    this.dropping = false;
    if (this.list.adds !== 'file') return;
    event.preventDefault();
    const dropped = [...(event.dataTransfer?.files ?? [])];
    // They can be read only now.
    const addresses = event.dataTransfer && dropped.length === 0 ? addressesIn(event.dataTransfer) : [];
    void this.#with('add', async () => {
      for (const file of dropped) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        this.#added([await this.calls.related('attachFile', { tab: this.tab, name: file.name, bytes })]);
      }
      for (const uri of addresses) {
        const item = await this.calls.related('attachAddress', { tab: this.tab, uri });
        if (item) this.#added([item]);
      }
    });
  };

  protected override render(): TemplateResult {
    const { list } = this;
    const adding = list.adds && adders[list.adds];
    return html`<div
      class=${this.dropping ? 'dropping' : ''}
      @dragover=${this.#drag}
      @dragleave=${() => (this.dropping = false)}
      @drop=${this.#drop}
    >
      ${
        adding?.({
          types: this.types ?? list.types ?? [],
          half: this.half,
          busy: this.busy.has('add'),
          typed: this.#typed,
          add: this.#add,
          choose: this.#choose,
        }) ?? nothing
      }
      ${listBar(list.choices, this.#paged, (id, value) => {
        this.#chosen = { ...this.#chosen, [id]: value };
        void this.#paged.read();
      })}
      ${this.#list()} ${listFoot(list.note, this.#paged)}
      <p class="heard" role="status">${this.said}</p>
    </div>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.items) return nothing;
    if (this.items.length === 0) return html`<p class="hint" data-none>${this.list.none}</p>`;
    return html`<ul aria-label=${this.label} aria-busy=${this.#paged.reading}>
      ${repeat(
        this.items,
        ({ id }) => id,
        (item) => itemTemplate(item, this.list, this.#actions, this.busy.has(item.id), this.#editor(item)),
      )}
    </ul>`;
  }

  #editor(item: ListedItem): TemplateResult | undefined {
    const { changing } = this;
    if (changing?.id !== item.id) return undefined;
    const stop = (): void => {
      this.changing = undefined;
    };
    return html`<div
      class="editing"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') stop();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.stopPropagation();
        event.preventDefault();
        this.#saveChange();
      }}
    >
      ${item.caution === undefined ? nothing : html`<p class="hint">${item.caution}</p>`}
      <textarea
        rows="4"
        aria-label=${words.related.editNote}
        ?disabled=${this.busy.has(item.id)}
        .value=${live(changing.text)}
        @input=${(event: Event) => (this.changing = { id: item.id, text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <div class="actions">
        <vscode-button ?disabled=${this.busy.has(item.id)} @click=${() => this.#saveChange()}>${words.related.save}</vscode-button>
        <vscode-button secondary @click=${stop}>${words.related.cancel}</vscode-button>
      </div>
    </div>`;
  }
}

customElements.define('related-list', RelatedListElement);
