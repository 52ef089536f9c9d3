import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { state } from 'lit/decorators.js';
import type { Option } from '../../../../model/field.ts';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { ComboControl, type Choice } from './combo.ts';
import { swatch } from './swatch.ts';

/** Several of the field's options: chips, and a box that finds more. */
export class OptionsControl extends ComboControl<readonly unknown[]> {
  @state() private term = '';
  protected override readonly several = true;

  read(draft: readonly unknown[]): Reading {
    return { value: draft };
  }

  get #chosen(): readonly unknown[] {
    return this.draft.current ?? (Array.isArray(this.field.value) ? (this.field.value as readonly unknown[]) : []);
  }

  get #matching(): readonly Option[] {
    const term = this.term.trim().toLocaleLowerCase();
    return this.field.options.filter(({ label }) => label.toLocaleLowerCase().includes(term));
  }

  #optionOf(id: unknown): Option {
    const found = this.field.options.find((option) => String(option.id) === String(id));
    return found ?? { id: String(id), label: words.unknownOption(String(id)) };
  }

  protected control(): TemplateResult {
    const chosen = this.#chosen.map((id) => ({ id, option: this.#optionOf(id) }));
    const chosenText = chosen.map(({ option }) => option.label).join(', ');
    const described = [this.describedBy, chosenText && `${this.ids.input}-chosen`].filter(Boolean).join(' ');
    return html`<div class="combo" @focusout=${this.#left}>
      <div class="box chips" @click=${() => this.box?.focus()}>
        ${repeat(
          chosen,
          ({ id }) => String(id),
          ({ id, option }) =>
            html`<span class="chip"
              >${swatch(option)}<bdi>${option.label}</bdi
              ><button
                type="button"
                class="icon-button"
                aria-label=${words.remove(option.label)}
                title=${words.remove(option.label)}
                @click=${() => this.#remove(id)}
              >
                <vscode-icon name="close" size="12"></vscode-icon></button
            ></span>`,
        )}
        <span class="heard" id="${this.ids.input}-chosen">${chosenText ? words.chosen(chosenText) : ''}</span>
        <input
          id=${this.ids.input}
          role="combobox"
          type="text"
          dir="auto"
          autocomplete="off"
          placeholder=${chosen.length === 0 ? words.notSet : words.addChoice}
          aria-autocomplete="list"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls=${this.listId}
          aria-activedescendant=${ifDefined(this.activeId)}
          aria-invalid=${this.invalid}
          aria-required=${this.field.required ? 'true' : 'false'}
          aria-describedby=${ifDefined(described || undefined)}
          .value=${this.term}
          @input=${this.#typed}
          @click=${() => this.show()}
          @keydown=${this.#key}
        />
      </div>
      ${this.list()}
    </div>`;
  }

  protected choices(): readonly Choice[] {
    const chosen = new Set(this.#chosen.map(String));
    return this.#matching.map((option) => {
      const selected = chosen.has(String(option.id));
      const check = html`<vscode-icon class="check" name=${selected ? 'check' : 'blank'}></vscode-icon>`;
      return { selected, content: html`${check}${swatch(option)}<bdi>${option.label}</bdi>` };
    });
  }

  protected status() {
    return this.#matching.length === 0 ? html`<span class="status">${words.nothingFound}</span>` : nothing;
  }

  protected pick(index: number): void {
    const id = this.#matching[index]?.id;
    if (id === undefined) return;
    if (this.#chosen.some((other) => String(other) === String(id))) this.#remove(id);
    else this.draft.set([...this.#chosen, id]);
    this.term = '';
  }

  #remove(id: unknown): void {
    this.draft.set(this.#chosen.filter((other) => String(other) !== String(id)));
    this.box?.focus();
  }

  readonly #typed = (event: Event) => {
    this.term = (event.target as HTMLInputElement).value;
    this.active = this.term.trim() !== '' && this.#matching.length > 0 ? 0 : -1;
    this.show();
  };

  readonly #key = (event: KeyboardEvent) => {
    if (this.listKey(event)) return;
    if (event.key === 'Enter') this.show();
    const last = this.#chosen.at(-1);
    if (event.key === 'Backspace' && this.term === '' && last !== undefined) this.#remove(last);
  };

  readonly #left = (event: FocusEvent) => {
    if (this.contains(event.relatedTarget as Node | null)) return;
    this.term = '';
    this.hide();
  };
}

customElements.define('form-options', OptionsControl);
