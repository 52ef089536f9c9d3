import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { words } from '../words.ts';
import { FieldControl } from './control.ts';

/** One line of a combo's list. */
export interface Choice {
  readonly selected: boolean;
  readonly content: TemplateResult;
}

/** A box to type in with a list of choices under it, after the ARIA pattern “combobox with list”. */
export abstract class ComboControl<T> extends FieldControl<T> {
  @state() protected open = false;
  @state() protected active = -1;
  @state() private over = false;

  protected abstract readonly several: boolean;
  protected abstract choices(): readonly Choice[];
  protected abstract pick(index: number): void;
  /** What stands in the list instead of choices, or above them: a hint, progress, an error. */
  protected abstract status(): TemplateResult | typeof nothing;

  protected get box(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  protected show(): void {
    if (this.open) return;
    const box = this.getBoundingClientRect();
    this.over = window.innerHeight - box.bottom < 260 && box.top > window.innerHeight - box.bottom;
    this.open = true;
  }

  protected hide(): void {
    this.open = false;
    this.active = -1;
  }

  protected get listId(): string {
    return `${this.ids.input}-list`;
  }

  protected get activeId(): string | undefined {
    return this.open && this.active >= 0 ? `${this.listId}-${this.active}` : undefined;
  }

  protected list(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const choices = this.choices();
    return html`<div class="popup ${this.over ? 'over' : ''}" @mousedown=${keepFocus}>
      <div class="status-line" role="status">${this.status()}</div>
      <ul
        id=${this.listId}
        role="listbox"
        aria-label=${words.choicesOf(this.field.label)}
        aria-multiselectable=${this.several ? 'true' : 'false'}
        ?hidden=${choices.length === 0}
      >
        ${choices.map(
          ({ selected, content }, index) =>
            html`<li
              id="${this.listId}-${index}"
              role="option"
              class=${index === this.active ? 'active' : ''}
              aria-selected=${selected ? 'true' : 'false'}
              @click=${() => this.pick(index)}
            >
              ${content}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  protected override updated(): void {
    this.querySelector('li.active')?.scrollIntoView({ block: 'nearest' });
  }

  /** Down, up, Enter and Escape; answers whether the key was the list's. */
  protected listKey(event: KeyboardEvent): boolean {
    if (event.isComposing) return false;
    const count = this.choices().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!this.open) this.show();
      else if (count > 0) this.active = (Math.max(this.active, step > 0 ? -1 : 0) + step + count) % count;
    } else if (event.key === 'Enter' && this.open && this.active >= 0) {
      this.pick(this.active);
    } else if (event.key === 'Escape' && this.open) {
      this.hide();
      // Else the workbench would take it as its own.
      event.stopPropagation();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }
}

/** A click in the list leaves the caret in the box. */
const keepFocus = (event: Event) => event.preventDefault();
