import { isDay } from '../../../../model/fieldTypes/date.ts';
import { words } from '../words.ts';
import { fromLocal, toLocal } from './moments.ts';
import { PickerControl } from './picker.ts';

/** A day. A value that is none, as JSON can hold, is left to the text control. */
export class DateControl extends PickerControl {
  protected override readonly box = 'date';
  protected override readonly unfinished = words.unfinishedDate;

  protected override toBox(value: unknown): string {
    return isDay(value) ? value : '';
  }

  protected override fromBox(text: string): unknown {
    return text;
  }
}

/** A moment, in the person's own time; the document has it in UTC. */
export class DateTimeControl extends PickerControl {
  protected override readonly box = 'datetime-local';
  protected override readonly unfinished = words.unfinishedMoment;

  protected override toBox(value: unknown): string {
    return toLocal(value) ?? '';
  }

  protected override fromBox(text: string): unknown {
    return fromLocal(text);
  }
}

customElements.define('form-date', DateControl);
customElements.define('form-date-time', DateTimeControl);
