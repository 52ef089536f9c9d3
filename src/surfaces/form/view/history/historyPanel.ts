import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../../../shared/view/base.styles.ts';
import { buttons } from '../../../shared/view/buttons.styles.ts';
import { inputs } from '../../../shared/view/inputs.styles.ts';
import { KeepFocus } from '../../../shared/view/keepFocus.ts';
import { select } from '../../../shared/view/select.styles.ts';
import type { HistoryList, ToldEvent } from '../../messages.ts';
import type { FormCalls } from '../calls.ts';
import { Paged, sentenceOf } from '../paged.ts';
import { related } from '../related/related.styles.ts';
import { dayAndTime } from '../../../../model/when.ts';
import { listBar, listFoot } from '../related/frame.ts';
import { words } from '../words.ts';
import { eventTemplate, type EventActions, type Outcome } from './eventItem.ts';
import { history } from './history.styles.ts';

/** What the history of a record is shown by. */
interface Shown {
  readonly label: string;
  readonly list: HistoryList;
  readonly calls: FormCalls;
  readonly inSight: boolean;
  /** Another number once something new was told of the record. */
  readonly news: number;
}

/** The history of a record. Asks for its first page when it is opened, and while it is in sight for what is new. */
export function historyPanel({ label, list, calls, inSight, news }: Shown): TemplateResult {
  return html`<record-history
    .label=${label}
    .list=${list}
    .calls=${calls}
    .inSight=${inSight}
    .news=${news}
  ></record-history>`;
}

class RecordHistory extends LitElement {
  static override readonly styles = [base, buttons, inputs, select, related, history];

  @property({ attribute: false }) label = '';
  @property({ attribute: false }) list: HistoryList = { none: '', choices: [], compares: false };
  @property({ attribute: false }) calls!: FormCalls;
  @property({ attribute: false }) inSight = false;
  @property({ attribute: false }) news = 0;

  /** The event that something is being done with. */
  @state() private busy: string | undefined;
  /** What came of the last thing that was done with an event, said in its row. */
  @state() private outcome: Outcome | undefined;
  /** Said to who cannot see it. */
  @state() private said = '';
  #chosen: Record<string, string> = {};
  /** The news that what is shown was read after. */
  #read: number | undefined;
  readonly #paged = new Paged<ToldEvent>(
    this,
    (cursor, signal) =>
      this.calls.history('events', { chosen: this.#chosen, ...(cursor === undefined ? {} : { cursor }) }, signal),
    (count, more) => (this.said = words.related.counted(count, more)),
  );

  constructor() {
    super();
    new KeepFocus(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was said of an old value is of the document as it was.
    if (changed.has('news')) this.outcome = undefined;
    if (!this.inSight || this.#read === this.news) return;
    // The first page is asked for once the element is there.
    if (this.#read !== undefined) void this.#paged.renew();
    this.#read = this.news;
  }

  async #with({ id }: ToldEvent, work: () => Promise<void>): Promise<void> {
    this.busy = id;
    this.outcome = undefined;
    try {
      await work();
    } catch (error) {
      this.outcome = { id, text: sentenceOf(error), failed: true };
    } finally {
      this.busy = undefined;
    }
  }

  readonly #actions: EventActions = {
    restore: (event) =>
      void this.#with(event, async () => {
        const name = event.change?.name ?? '';
        const changed = await this.calls.history('restore', { id: event.id });
        this.outcome = { id: event.id, text: changed ? words.history.restored(name) : words.history.alreadySo(name) };
      }),
    compare: (event) => void this.#with(event, () => this.calls.history('compareWith', { id: event.id })),
  };

  protected override render(): TemplateResult {
    const { list } = this;
    const paged = this.#paged;
    return html`${listBar(list.choices, paged, (id, value) => {
      this.#chosen = { ...this.#chosen, [id]: value };
      void paged.read();
    })}
      ${this.#days()} ${listFoot(list.note, paged)}
      <p class="heard" role="status">${this.outcome?.text ?? this.said}</p>`;
  }

  #days(): TemplateResult | typeof nothing {
    const { items, reading } = this.#paged;
    if (!items) return nothing;
    if (items.length === 0) return html`<p class="hint" data-none>${this.list.none}</p>`;
    return html`<div class="days" role="group" aria-label=${this.label} aria-busy=${reading}>
      ${repeat(
        byDay(items),
        ({ day }) => day,
        ({ day, events }) =>
          html`<section aria-label=${day}>
            <h2>${day}</h2>
            <ul>
              ${repeat(
                events,
                ({ id }) => id,
                (event) =>
                  eventTemplate(event, this.#actions, {
                    compares: this.list.compares,
                    busy: this.busy === event.id,
                    ...(this.outcome?.id === event.id && { outcome: this.outcome }),
                  }),
              )}
            </ul>
          </section>`,
      )}
    </div>`;
  }
}

customElements.define('record-history', RecordHistory);

interface Day {
  readonly day: string;
  readonly events: ToldEvent[];
}

/** Events of one day together, in the order that they came. */
function byDay(events: readonly ToldEvent[]): readonly Day[] {
  const days = new Map<string, ToldEvent[]>();
  for (const event of events) {
    const { day } = dayAndTime(event.time);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, of]) => ({ day, events: of }));
}
