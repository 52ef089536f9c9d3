import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { state } from 'lit/decorators.js';
import type { Found } from '../../messages.ts';
import type { Reading } from '../draft.ts';
import { SearchSession, usualRest } from '../../../shared/searchSession.ts';
import { words } from '../words.ts';
import { ComboControl, type Choice } from './combo.ts';

/** What stands in the box: a name that was chosen, or text that names nothing yet. */
interface Named {
  readonly text: string;
  readonly id?: number;
}

/** Pipedrive finds nothing by less. */
const shortest = 2;

/** One organization, person or user, found by typing a part of its name. Where all are at hand they are the field's options. */
export class EntityControl extends ComboControl<Named> {
  @state() private found: readonly Found[] = [];
  protected override readonly several = false;
  readonly #search = new SearchSession<string, Found>(
    async (term, { signal }) => ({ items: await this.#find(term, signal) }),
    () => this.#searched(),
  );

  #find(term: string, signal: AbortSignal): Promise<readonly Found[]> {
    const { type, options } = this.field;
    if (!this.#isLocal) return this.calls.search(type, term, signal);
    const part = term.toLocaleLowerCase();
    const named = options.filter(({ label }) => label.toLocaleLowerCase().includes(part));
    return Promise.resolve(named.map(({ id, label }) => ({ id: Number(id), name: label })));
  }

  get #isLocal(): boolean {
    return this.field.options.length > 0;
  }

  read(draft: Named): Reading {
    if (draft.id !== undefined) return { value: draft.id };
    if (draft.text.trim() === '') return { value: null };
    if (draft.text === this.field.text) return { value: this.field.value };
    return { problem: words.chooseFromList, raw: this.field.value };
  }

  /** While a name is being typed it is no mistake yet. */
  protected override get problem(): string | undefined {
    return this.open ? this.field.error : super.problem;
  }

  protected control(): TemplateResult {
    const text = this.draft.current?.text ?? this.field.text;
    return html`<div class="combo" @focusout=${this.#left}>
      <div class="box">
        <input
          id=${this.ids.input}
          role="combobox"
          type="text"
          dir="auto"
          autocomplete="off"
          placeholder=${this.#isLocal ? words.notSet : words.search}
          aria-autocomplete="list"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls=${this.listId}
          aria-activedescendant=${ifDefined(this.activeId)}
          aria-invalid=${this.invalid}
          aria-required=${this.field.required ? 'true' : 'false'}
          aria-describedby=${ifDefined(this.describedBy)}
          .value=${live(text)}
          @input=${this.#typed}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          @click=${() => this.#isLocal && this.show()}
          @keydown=${this.#key}
        />
        <button
          type="button"
          class="icon-button"
          ?hidden=${text === '' || (this.#isLocal && this.field.required)}
          aria-label=${words.clear(this.field.label)}
          title=${words.clear(this.field.label)}
          @click=${this.#clear}
        >
          <vscode-icon name="close"></vscode-icon>
        </button>
        ${this.#isLocal ? html`<vscode-icon class="chevron" name="chevron-down"></vscode-icon>` : nothing}
      </div>
      ${this.list()}
    </div>`;
  }

  protected choices(): readonly Choice[] {
    return this.found.map(({ id, name, detail }) => ({
      selected: id === this.field.value,
      content: html`<bdi>${name}</bdi>${detail ? html`<bdi class="detail">${detail}</bdi>` : nothing}`,
    }));
  }

  protected status(): TemplateResult {
    switch (this.#search.phase) {
      case 'idle':
        return html`<span class="status">${words.typeToSearch}</span>`;
      case 'searching':
        return html`<span class="status"
          ><vscode-progress-ring role="presentation" aria-live="off" aria-label=""></vscode-progress-ring
          >${words.searching}</span
        >`;
      case 'failed':
        return html`<span class="status failed"
          ><vscode-icon name="error"></vscode-icon><span dir="auto">${sentenceOf(this.#search.error)}</span></span
        >`;
      case 'done':
        return this.found.length === 0
          ? html`<span class="status">${words.nothingFound}</span>`
          : html`<span class="heard">${words.found(this.found.length)}</span>`;
    }
  }

  protected pick(index: number): void {
    const chosen = this.found[index];
    if (!chosen) return;
    this.#end();
    this.draft.set({ text: chosen.name, id: chosen.id });
  }

  /** What is at hand is all shown at once. */
  protected override show(): void {
    if (!this.open && this.#isLocal && this.#search.phase === 'idle') this.#look('');
    super.show();
  }

  #look(term: string): void {
    if (this.#isLocal) return this.#search.start(term, 0);
    if (term.length >= shortest) return this.#search.start(term, usualRest);
    this.#search.stop();
    this.#searched();
  }

  #searched(): void {
    this.found = this.#search.phase === 'done' ? this.#search.found : [];
    const present = this.found.findIndex(({ id }) => id === this.field.value);
    this.active = present >= 0 || this.found.length === 0 ? present : 0;
    this.requestUpdate();
  }

  /** Ends the search, whatever came of it. */
  #end(): void {
    this.#search.stop();
    this.found = [];
    this.hide();
  }

  override disconnectedCallback(): void {
    this.#end();
    super.disconnectedCallback();
  }

  readonly #typed = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    // A pause while searching sends nothing: an emptied box is on its way to another name.
    this.draft.hold({ text: value });
    this.#look(value.trim());
    this.show();
  };

  readonly #clear = () => {
    this.#end();
    this.draft.set({ text: '' });
    this.box?.focus();
  };

  readonly #key = (event: KeyboardEvent) => {
    this.keepUndo(event);
    // Whoever gives up the search keeps what was there before.
    if (event.key === 'Escape' && this.open) this.draft.drop();
    if (this.listKey(event)) return;
    if (event.key === 'Enter') this.draft.commit();
  };

  readonly #left = (event: FocusEvent) => {
    if (this.contains(event.relatedTarget as Node | null)) return;
    this.#end();
    this.draft.leave();
  };
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

customElements.define('form-entity', EntityControl);
