import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { state } from 'lit/decorators.js';
import type { Option } from '../../../../model/field.ts';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { ComboControl, type Choice } from './combo.ts';
import { codeOf, matching } from './currencyCode.ts';

/** A currency by its code; the account's own list is asked for when somebody is about to choose. */
export class CurrencyControl extends ComboControl<string> {
  protected override readonly several = false;
  /** What has been typed since the list came up; until then it shows all. */
  @state() private term = '';

  read(draft: string): Reading {
    if (draft.trim() === '') return { value: null };
    const code = codeOf(draft, this.field.options, this.field.value);
    if (code !== undefined) return { value: code };
    return { problem: this.field.options.length > 0 ? words.chooseFromList : words.notACode, raw: this.field.value };
  }

  /** While a code is being typed it is no mistake yet. */
  protected override get problem(): string | undefined {
    return this.open ? this.field.error : super.problem;
  }

  get #matching(): readonly Option[] {
    return matching(this.field.options, this.term);
  }

  protected control(): TemplateResult {
    const text = this.draft.current ?? String(this.field.value ?? '');
    return html`<div class="combo code" @focusout=${this.#left}>
      <div class="box">
        <input
          id=${this.ids.input}
          role="combobox"
          type="text"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls=${this.listId}
          aria-activedescendant=${ifDefined(this.activeId)}
          aria-invalid=${this.invalid}
          aria-required=${this.field.required ? 'true' : 'false'}
          aria-describedby=${ifDefined(this.describedBy)}
          .value=${live(text)}
          @input=${this.#typed}
          @focus=${this.#focused}
          @click=${() => this.show()}
          @keydown=${this.#key}
        />
        <vscode-icon class="chevron" name="chevron-down"></vscode-icon>
      </div>
      ${this.list()}
    </div>`;
  }

  protected choices(): readonly Choice[] {
    return this.#matching.map(({ id, label }) => ({
      selected: id === this.field.value,
      content: html`<bdi>${label}</bdi>`,
    }));
  }

  protected status(): TemplateResult | typeof nothing {
    if (this.field.options.length === 0) return html`<span class="status">${words.typeACode}</span>`;
    return this.#matching.length === 0 ? html`<span class="status">${words.nothingFound}</span>` : nothing;
  }

  protected pick(index: number): void {
    const chosen = this.#matching[index];
    if (!chosen) return;
    this.hide();
    this.draft.set(String(chosen.id));
  }

  protected override show(): void {
    if (!this.open) this.active = this.#matching.findIndex(({ id }) => id === this.field.value);
    super.show();
  }

  protected override hide(): void {
    this.term = '';
    super.hide();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The list may come while a code is being typed.
    if (changed.has('field') && this.term.trim() !== '' && this.active < 0) this.#proposeFirst();
  }

  #proposeFirst(): void {
    this.active = this.term.trim() !== '' && this.#matching.length > 0 ? 0 : -1;
  }

  readonly #focused = (event: Event) => {
    (event.target as HTMLInputElement).select();
    if (this.field.options.length === 0) this.calls.choices('currencies');
  };

  readonly #typed = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    // A pause sends a whole code only: an emptied box is on its way to another one.
    if (codeOf(value, this.field.options, this.field.value) === undefined) this.draft.hold(value);
    else this.draft.type(value);
    this.show();
    this.term = value;
    this.#proposeFirst();
  };

  readonly #key = (event: KeyboardEvent) => {
    this.keepUndo(event);
    // Whoever gives up the search keeps what was there before.
    if (event.key === 'Escape' && this.open) this.draft.drop();
    if (this.listKey(event)) return;
    if (event.key === 'Enter') {
      this.hide();
      this.draft.commit();
    }
  };

  readonly #left = (event: FocusEvent) => {
    if (this.contains(event.relatedTarget as Node | null)) return;
    this.hide();
    this.draft.leave();
  };
}

customElements.define('form-currency', CurrencyControl);
