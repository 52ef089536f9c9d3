import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import type { FlushedEdit, FormField } from '../messages.ts';
import type { FormCalls } from './calls.ts';

/** What a control makes of what stands in it: a value, or why it is none yet. */
export type Reading =
  | { readonly value: unknown }
  | {
      readonly problem: string;
      /** What a save gets to refuse: what was typed, or the present value where that cannot be had. */
      readonly raw: unknown;
    };

export interface DraftOwner<T> {
  readonly field: FormField;
  readonly calls: FormCalls;
  read(draft: T): Reading;
  requestUpdate(): void;
}

interface Typed<T> {
  readonly draft: T;
  /** The value it was sent as; absent while it is only typed. */
  sent?: { readonly value: unknown };
}

const pause = 1000;

/**
 * What stands in a control and is not, or not yet known to be, the document's value.
 * A state that arrives meanwhile never takes away what is being typed.
 */
export class Draft<T> {
  #owner: DraftOwner<T>;
  #typed: Typed<T> | undefined;
  /** What the document will hold once it has heard us; absent when it is what the field shows. */
  #expected: { readonly value: unknown } | undefined;
  #answersDue = 0;
  /** Whether the field was shown after the last answer: what is shown before it may be older than what was sent. */
  #shownSince = false;
  #left = true;
  #refusal: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(owner: DraftOwner<T>) {
    this.#owner = owner;
  }

  /** What the control shows instead of the field's value. */
  get current(): T | undefined {
    return this.#typed?.draft;
  }

  /** Whether something is typed that the document has not been sent. */
  get open(): boolean {
    if (!this.#typed || this.#typed.sent) return false;
    const reading = this.#owner.read(this.#typed.draft);
    return 'problem' in reading || !this.#isExpected(reading.value);
  }

  /** Why what stands in the control is no value, or was not taken. */
  get problem(): string | undefined {
    if (!this.#typed || this.#typed.sent) return undefined;
    const reading = this.#owner.read(this.#typed.draft);
    return 'problem' in reading ? reading.problem : this.#refusal;
  }

  /** Something was typed; it is sent after a second's pause. */
  type(draft: T): void {
    this.hold(draft);
    this.#timer = setTimeout(() => this.commit(), pause);
  }

  /** Something was typed that only leaving the control, or a save, sends. */
  hold(draft: T): void {
    clearTimeout(this.#timer);
    this.#typed = { draft };
    this.#left = false;
    this.#refusal = undefined;
    this.#owner.requestUpdate();
  }

  /** Something was chosen; it is sent at once. */
  set(draft: T): void {
    this.hold(draft);
    this.leave();
  }

  /** Sends what is typed if it is a value, and another one than the document's. */
  commit(): void {
    const value = this.#take();
    if (value === undefined) return;
    this.#answersDue++;
    const typed = this.#typed;
    this.#owner.calls.edit(this.#owner.field.key, value.value).then(
      () => this.#answered(typed),
      (error: unknown) => this.#answered(typed, error instanceof Error ? error.message : String(error)),
    );
  }

  /** The person has left the control: sends, and from now on shows the value as the document has it. */
  leave(): void {
    this.#left = true;
    this.commit();
    this.#settle();
  }

  /** For a save: what is typed and not sent, which then counts as sent. */
  flush(): FlushedEdit | undefined {
    if (!this.#typed || this.#typed.sent) return undefined;
    const { key } = this.#owner.field;
    const reading = this.#owner.read(this.#typed.draft);
    if ('problem' in reading) return { key, value: reading.raw, problem: reading.problem };
    const value = this.#take();
    return value && { key, value: value.value };
  }

  /** What is typed and not sent is given up: the control shows the document's value again. */
  drop(): void {
    clearTimeout(this.#timer);
    if (!this.#typed || this.#typed.sent) return;
    this.#typed = undefined;
    this.#owner.requestUpdate();
  }

  /** The field was shown anew. */
  shown(): void {
    this.#shownSince = true;
    this.#settle();
  }

  /** Marks what is typed as sent; answers the value to send, if there is one. */
  #take(): { readonly value: unknown } | undefined {
    clearTimeout(this.#timer);
    if (!this.#typed || this.#typed.sent) return undefined;
    const reading = this.#owner.read(this.#typed.draft);
    if ('problem' in reading) return undefined;
    this.#typed.sent = reading;
    this.#owner.requestUpdate();
    if (this.#isExpected(reading.value)) return undefined;
    this.#expected = reading;
    this.#shownSince = false;
    return reading;
  }

  #answered(typed: Typed<T> | undefined, refusal?: string): void {
    this.#answersDue--;
    this.#shownSince = false;
    if (refusal !== undefined) {
      this.#expected = undefined;
      if (typed && typed === this.#typed) {
        // Kept in the control, with the reason.
        this.#typed = { draft: typed.draft };
        this.#refusal = refusal;
      }
    }
    this.#settle();
    this.#owner.requestUpdate();
  }

  /** Lets go of what the document has taken, or what another change has overtaken. */
  #settle(): void {
    const taken = this.#expected === undefined || equal(this.#owner.field, this.#expected.value);
    if (!taken && (this.#answersDue > 0 || !this.#shownSince)) return;
    this.#expected = undefined;
    const sent = this.#typed?.sent;
    if (sent && (this.#left || !equal(this.#owner.field, sent.value))) this.#typed = undefined;
  }

  #isExpected(value: unknown): boolean {
    return equal(this.#owner.field, value, this.#expected ? this.#expected.value : this.#owner.field.value);
  }
}

/** Whether two values of the field are the same to a person. */
function equal(field: FormField, a: unknown, b: unknown = field.value): boolean {
  const type = fieldTypes[field.type];
  const left = type.parse(a, field) ?? null;
  const right = type.parse(b, field) ?? null;
  return left === null || right === null ? left === right : type.equal(left, right, field);
}
