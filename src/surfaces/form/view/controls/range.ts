import { html, type TemplateResult } from 'lit';
import { isObject } from '../../../../model/isObject.ts';
import type { Reading } from '../draft.ts';
import { words } from '../words.ts';
import { CompoundControl, type PartProperties } from './compound.ts';
import './date.ts';
import { zone } from './time.ts';

interface Ends {
  readonly value: unknown;
  readonly until: unknown;
}

/** From one to another; both are given or none. What else the value holds, a zone, stays. */
abstract class RangeControl extends CompoundControl<Ends> {
  protected abstract readonly partType: 'date' | 'varchar';
  /** What is said when only one end is given. */
  protected abstract readonly half: string;
  protected abstract box(part: PartProperties): TemplateResult;

  protected get present(): Ends {
    const { value } = this.field;
    return isObject(value) ? { value: value['value'] ?? null, until: value['until'] ?? null } : { value: null, until: null };
  }

  read({ value, until }: Ends): Reading {
    if (value === null && until === null) return { value: null };
    if (value === null || until === null) return { problem: this.half, raw: this.field.value };
    const wrong = this.wrong(String(value), String(until));
    if (wrong) return { problem: wrong, raw: this.field.value };
    return { value: { ...(isObject(this.field.value) ? this.field.value : {}), value, until } };
  }

  /** What is wrong with two ends that are whole by themselves. */
  protected wrong(_value: string, _until: string): string | undefined {
    return undefined;
  }

  protected control(): TemplateResult {
    return html`<div class="parts range">
      ${this.#end('value', words.from)}<span class="dash" aria-hidden="true">–</span>${this.#end('until', words.until)}
      ${zone(this.field.value, this.ids.input)}
    </div>`;
  }

  #end(end: keyof Ends, label: string): TemplateResult {
    const part = { label, type: this.partType, value: this.now[end], required: this.field.required };
    const given = this.partFor(end, part, (value) => ({ ...this.now, [end]: value }));
    return html`<label class="heard" for="field-${given.field.key}">${label}</label>${this.box(given)}`;
  }
}

/** Two days, the second not before the first. */
export class DateRangeControl extends RangeControl {
  protected override readonly partType = 'date';
  protected override readonly half = words.bothDates;

  protected override wrong(value: string, until: string): string | undefined {
    return until < value ? words.endsBefore : undefined;
  }

  protected override box({ field, calls, whole }: PartProperties): TemplateResult {
    return html`<form-date .field=${field} .calls=${calls} .whole=${whole}></form-date>`;
  }
}

/** Two times of day in one zone; the second may be of the next day. */
export class TimeRangeControl extends RangeControl {
  protected override readonly partType = 'varchar';
  protected override readonly half = words.bothTimes;

  protected override box({ field, calls, whole }: PartProperties): TemplateResult {
    return html`<form-clock .field=${field} .calls=${calls} .whole=${whole}></form-clock>`;
  }
}

customElements.define('form-date-range', DateRangeControl);
customElements.define('form-time-range', TimeRangeControl);
