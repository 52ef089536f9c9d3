import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { comparedTo, comparisons, presets, type Period } from '../../../model/period.ts';
import type { Choice, Controls, Option } from '../messages.ts';
import { styles } from './styles/index.ts';
import { words } from './words.ts';

type DateId = 'from' | 'until' | 'against-from' | 'against-until';

/** The period, the user and what is compared. A reading has its price, so that it begins with the button and not with each key. */
export class StatisticsChooser extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) controls!: Controls;
  @property({ attribute: false }) choose!: (choice: Choice) => void;
  @state() private draft!: { choice: Choice; period: Period };
  @state() private problem = '';
  /** The dates that the problem is about. */
  @state() private wrong: 'period' | 'against' = 'period';

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What is half-chosen stays where an answer to the choice before comes in.
    const before = changed.get('controls');
    if (!this.draft || (before && JSON.stringify(before.choice) !== JSON.stringify(this.controls.choice))) {
      this.draft = { choice: this.controls.choice, period: this.controls.period };
    }
  }

  protected override render(): TemplateResult {
    const { controls, draft } = this;
    const { choice, period } = draft;
    return html`<form aria-label=${words.choose()} @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      ${this.#select('preset', words.period(), [{ id: '', label: words.ownDates() }, ...controls.presets], choice.preset ?? '')}
      ${this.#date('from', words.from(), period.from)} ${this.#date('until', words.until(), period.until)}
      ${this.#select('user', words.user(), controls.users, choice.userId ?? controls.userId)}
      ${this.#select('comparison', words.compare(), controls.comparisons, choice.comparison)}
      ${
        choice.comparison === 'own'
          ? html`${this.#date('against-from', words.againstFrom(), choice.against?.from ?? '')}
            ${this.#date('against-until', words.againstUntil(), choice.against?.until ?? '')}`
          : nothing
      }
      <div class="go">
        <vscode-button data-action="show" @click=${() => this.#submit()}>${words.show()}</vscode-button>
        <span class="sub cost">${choice.comparison === 'none' ? controls.costs.one : controls.costs.two}</span>
      </div>
      ${this.problem ? html`<p class="problem" id="dates-problem" role="alert">${this.problem}</p>` : nothing}
    </form>`;
  }

  #select(id: string, label: string, options: readonly Option<string | number>[], chosen: string | number): TemplateResult {
    return html`<div class="choice">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => this.#chosen(id, (event.target as HTMLSelectElement).value)}>
        ${options.map((option) => html`<option value=${option.id} .selected=${option.id === chosen}>${option.label}</option>`)}
      </select>
    </div>`;
  }

  #date(id: DateId, label: string, value: string): TemplateResult {
    const isWrong = this.problem !== '' && (this.wrong === 'against') === id.startsWith('against');
    return html`<div class="choice date">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="date"
        min="1000-01-01"
        max="9999-12-31"
        .value=${value}
        aria-invalid=${isWrong}
        aria-describedby=${isWrong ? 'dates-problem' : nothing}
        @change=${(event: Event) => this.#dated(id, (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  #chosen(id: string, value: string): void {
    const { choice, period } = this.draft;
    this.problem = '';
    if (id === 'preset') {
      const { preset: _, period: __, ...rest } = choice;
      const preset = presets.find((one) => one === value);
      const days = this.controls.presets.find((one) => one.id === preset) ?? period;
      this.draft = {
        choice: preset ? { ...rest, preset } : { ...rest, period },
        period: { from: days.from, until: days.until },
      };
    }
    if (id === 'user') this.draft = { period, choice: { ...choice, userId: Number(value) } };
    const comparison = comparisons.find((one) => one === value);
    if (id === 'comparison' && comparison)
      this.draft = { period, choice: { ...choice, comparison, ...this.#against(comparison) } };
  }

  /** Own days begin with those that were compared so far. */
  #against(comparison: Choice['comparison']): Pick<Choice, 'against'> {
    const { choice, period } = this.draft;
    const against =
      choice.against ??
      (comparison === 'own' && period.from && period.until
        ? comparedTo(choice.comparison === 'none' ? 'before' : choice.comparison, period)
        : undefined);
    return against ? { against } : {};
  }

  /** Days that are chosen are no preset's any more. */
  #dated(id: DateId, value: string): void {
    this.problem = '';
    const { choice } = this.draft;
    if (id === 'against-from' || id === 'against-until') {
      const against = { from: '', until: '', ...choice.against, [id === 'against-from' ? 'from' : 'until']: value };
      this.draft = { ...this.draft, choice: { ...choice, against } };
      return;
    }
    const { preset: _, ...rest } = choice;
    const period = { ...this.draft.period, [id]: value };
    this.draft = { choice: { ...rest, period }, period };
  }

  /** Enter in a date is as good as the button; a list opens with it. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) this.#submit();
  }

  #submit(): void {
    const { choice, period } = this.draft;
    const other = choice.comparison === 'own' ? (choice.against ?? { from: '', until: '' }) : undefined;
    const first = problemOf(period);
    this.wrong = first ? 'period' : 'against';
    this.problem = first || (other ? problemOf(other) : '');
    if (!this.problem) this.choose(choice);
  }
}

/** What is wrong with two days; empty for nothing. */
function problemOf({ from, until }: Period): string {
  if (!from || !until) return words.datesMissing();
  return until < from ? words.datesTurned() : '';
}

customElements.define('statistics-chooser', StatisticsChooser);
