import { html, nothing, type TemplateResult } from 'lit';
import { isObject } from '../../../../model/isObject.ts';
import { words } from '../words.ts';
import { fromClock, toClock } from './moments.ts';
import { PickerControl } from './picker.ts';

/** A time of day, by itself. */
export class ClockControl extends PickerControl {
  protected override readonly box = 'time';
  protected override readonly unfinished = words.unfinishedTime;

  protected override toBox(value: unknown): string {
    return toClock(value) ?? '';
  }

  protected override fromBox(text: string): unknown {
    return fromClock(text);
  }
}

/** A time of day in its zone, which stays what it is. */
export class TimeControl extends ClockControl {
  protected override toBox(value: unknown): string {
    return isObject(value) ? super.toBox(value['value']) : '';
  }

  protected override fromBox(text: string): unknown {
    return { ...(isObject(this.field.value) ? this.field.value : {}), value: fromClock(text) };
  }

  protected override get describedBy(): string | undefined {
    const described = [super.describedBy, zoneOf(this.field.value) && zoneId(this.ids.input)].filter(Boolean);
    return described.length > 0 ? described.join(' ') : undefined;
  }

  protected override control(): TemplateResult {
    return html`<div class="parts">${super.control()}${zone(this.field.value, this.ids.input)}</div>`;
  }
}

const zoneId = (input: string): string => `${input}-zone`;

const zoneOf = (value: unknown): string => (isObject(value) ? String(value['timezone_name'] ?? '') : '');

/** The zone that a time is meant in, beside its box. */
export function zone(value: unknown, input: string): TemplateResult | typeof nothing {
  const name = zoneOf(value);
  return name === '' ? nothing : html`<span class="beside" id=${zoneId(input)} title=${words.timeZone}>${name}</span>`;
}

customElements.define('form-clock', ClockControl);
customElements.define('form-time', TimeControl);
