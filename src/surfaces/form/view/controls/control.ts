import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldTypeId } from '../../../../model/fieldTypes/ids.ts';
import type { FlushedEdit, FormField } from '../../messages.ts';
import type { FormCalls } from '../calls.ts';
import { Draft, type DraftOwner, type Reading } from '../draft.ts';
import { describedBy, idsOf } from '../fieldIds.ts';

export type FieldOf<T extends FieldTypeId> = FormField & { readonly type: T };

/** How the form shows and edits one field type. */
export interface Control<T extends FieldTypeId> {
  /** Takes the whole width of the form. */
  readonly wide?: boolean;
  /** Several inputs under one label. */
  readonly group?: boolean;
  /** Absent where the type can only be read here. */
  readonly edit?: (field: FieldOf<T>, calls: FormCalls, whole?: Whole) => TemplateResult;
}

/** What a control that is a part of another has from the whole. */
export interface Whole {
  /** The whole is wrong, so each of its parts is. */
  readonly invalid: boolean;
  /** What is said about the whole; for `aria-describedby`. */
  readonly describedBy: string | undefined;
  /** The id of the place where the whole says what is wrong, with a part too. */
  readonly errorId: string;
}

/** A sentence that says what is wrong, and the id by which what it is about is described by it. */
export interface Fault {
  readonly id: string;
  readonly text: string;
}

/**
 * A control of the form. It renders into its parent's tree, so that labels and messages can name its inputs.
 * @typeParam T what stands in it while it is edited.
 */
export abstract class FieldControl<T> extends LitElement implements DraftOwner<T> {
  @property({ attribute: false }) field!: FormField;
  @property({ attribute: false }) calls!: FormCalls;
  /** Absent unless the control is a part of another. */
  @property({ attribute: false }) whole: Whole | undefined;
  protected readonly draft = new Draft<T>(this);

  abstract read(draft: T): Reading;
  protected abstract control(): TemplateResult;

  /** What is typed and not sent; see `ViewCalls.flush`. */
  flush(): FlushedEdit | undefined {
    return this.draft.flush();
  }

  /** Sends what is typed here. */
  leave(): void {
    this.draft.leave();
  }

  /** Why what stands here is no value, or was not taken. */
  get stuck(): string | undefined {
    return this.draft.problem;
  }

  /** What is wrong with what stands here. */
  protected get problem(): string | undefined {
    return this.draft.problem ?? this.field.error;
  }

  /** What is said of that: where several parts are wrong, of each. */
  protected get faults(): readonly Fault[] {
    return this.problem ? [{ id: this.ids.error, text: this.problem }] : [];
  }

  protected get ids() {
    return idsOf(this.field.key);
  }

  protected get describedBy(): string | undefined {
    const { whole } = this;
    if (!whole) return describedBy(this.field, this.faults[0]?.id);
    return whole.describedBy ?? (this.problem && whole.errorId);
  }

  /** For `aria-invalid`. */
  protected get invalid(): 'true' | 'false' {
    return this.problem || this.whole?.invalid ? 'true' : 'false';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What is typed in a part is the whole's to answer for.
    this.dataset[this.parentElement?.closest('[data-control]') ? 'part' : 'control'] = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.draft.leave();
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('field')) this.draft.shown();
  }

  protected override render() {
    return html`${this.control()}${this.whole ? nothing : fieldFaults(this.faults)}`;
  }

  /** Undo and redo act in the box while it holds what VS Code has not seen; else VS Code hears them and acts. */
  protected readonly keepUndo = (event: KeyboardEvent): void => {
    const undoOrRedo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    if (undoOrRedo && this.draft.open) event.stopPropagation();
  };
}

/** The sentences at the field that say what is wrong; of several that are there only what is new is announced. */
export function fieldFaults(faults: readonly Fault[]) {
  if (faults.length === 0) return nothing;
  return html`<div role="alert" aria-atomic="false">
    ${repeat(
      faults,
      ({ id }) => id,
      ({ id, text }) =>
        html`<p class="field-error" id=${id}><vscode-icon name="error"></vscode-icon><span dir="auto">${text}</span></p>`,
    )}
  </div>`;
}
