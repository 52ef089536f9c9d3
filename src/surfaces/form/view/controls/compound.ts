import type { FormField } from '../../messages.ts';
import type { FlushedEdit } from '../../messages.ts';
import type { FormCalls } from '../calls.ts';
import { FieldControl, type Whole } from './control.ts';

/** What a part is made of; `key` tells it from the other parts. */
export type Part = Pick<FormField, 'label' | 'type' | 'value'> & Partial<Pick<FormField, 'options' | 'required'>>;

/** What a control is given that is a part. */
export interface PartProperties {
  readonly field: FormField;
  readonly calls: FormCalls;
  readonly whole: Whole;
}

/**
 * A control whose value is put together from the values of other controls: two dates, the cells of a table. Each part
 * keeps what is typed in it; what becomes a value goes into the draft of the whole, which is what the document hears of.
 * @typeParam T the values of the parts
 */
export abstract class CompoundControl<T> extends FieldControl<T> {
  /** By a part's key: the values of all parts once this one has another. */
  readonly #with = new Map<string, (value: unknown) => T>();

  /** The parts of the field's value. */
  protected abstract get present(): T;

  /** Whether the parts as they are may be sent before the control is left. */
  protected get sendable(): boolean {
    return true;
  }

  /** The parts as they stand here. */
  protected get now(): T {
    return this.draft.current ?? this.present;
  }

  constructor() {
    super();
    this.addEventListener('focusout', this.#left);
  }

  override flush(): FlushedEdit | undefined {
    const typed = this.#parts.flatMap((part) => part.flush() ?? []);
    for (const { key, value, problem } of typed) if (problem === undefined) this.#take(key, value);
    const problem = this.#problemOf(this.#parts);
    if (problem === undefined) return super.flush();
    this.draft.commit();
    return { key: this.field.key, value: this.field.value, problem };
  }

  protected override get problem(): string | undefined {
    const own = this.matches(':focus-within') ? undefined : super.stuck;
    return this.#problemOf(this.stuckParts) ?? own ?? this.field.error;
  }

  /** The parts that hold no value. While one is being filled in, what it lacks is no mistake yet. */
  protected get stuckParts(): readonly FieldControl<unknown>[] {
    return this.#parts.filter((part) => part.stuck !== undefined && !part.matches(':focus-within'));
  }

  override get stuck(): string | undefined {
    return this.#problemOf(this.#parts) ?? super.stuck;
  }

  /** How a part's problem reads at the whole. */
  protected tell(_part: string, problem: string): string {
    return problem;
  }

  /** What a part is told of the whole. */
  protected wholeFor(_part: string): Whole {
    return { invalid: this.problem !== undefined, describedBy: this.describedBy, errorId: this.ids.error };
  }

  #problemOf(parts: readonly FieldControl<unknown>[]): string | undefined {
    const wrong = parts.find((part) => part.stuck !== undefined);
    return wrong?.stuck === undefined ? undefined : this.tell(wrong.field.label, wrong.stuck);
  }

  protected override willUpdate(changed: Parameters<FieldControl<T>['willUpdate']>[0]): void {
    super.willUpdate(changed);
    this.#with.clear();
  }

  /** What a part's control is given, asked for anew whenever the whole is drawn. */
  protected partFor(
    name: string,
    { options = [], required = false, ...part }: Part,
    change: (value: unknown) => T,
  ): PartProperties {
    const key = `${this.field.key}-${name}`;
    this.#with.set(key, change);
    const text = part.value === null || part.value === undefined ? '' : String(part.value);
    const field = { ...part, key, text, options, required, readOnly: false, hint: '', changed: false };
    const calls = { ...this.calls, edit: this.#edit };
    return { field, calls, whole: this.wholeFor(key) };
  }

  get #parts(): readonly FieldControl<unknown>[] {
    return [...this.querySelectorAll('[data-part]')].filter((part) => part instanceof FieldControl);
  }

  /** Takes the new parts; they are sent unless more is to come. */
  protected change(parts: T): void {
    this.draft.hold(parts);
    if (this.sendable) this.draft.commit();
  }

  #take(key: string, value: unknown): void {
    // A part that was taken out has nothing more to say.
    const change = this.#with.get(key);
    if (change) this.draft.hold(change(value));
  }

  readonly #edit = (key: string, value: unknown): Promise<void> => {
    this.#take(key, value);
    if (this.draft.current !== undefined && this.sendable) this.draft.commit();
    return Promise.resolve();
  };

  readonly #left = (event: FocusEvent) => {
    this.requestUpdate();
    if (this.contains(event.relatedTarget as Node | null)) return;
    // What stands here, half-typed, is not let go of.
    if (this.stuck) this.draft.commit();
    else this.draft.leave();
  };
}
