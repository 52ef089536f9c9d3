import { l10n } from 'vscode';
import type { History } from '../../../../kinds/history/history.ts';
import type { Names } from '../../../../kinds/names.ts';
import { fieldTitle } from '../../../../kinds/title.ts';
import { addressPartNames } from '../../../../model/fieldTypes/address.ts';
import { displayText } from '../../../../model/displayText.ts';
import type { Field } from '../../../../model/field.ts';
import { showValue, valueOf } from '../../../../model/fieldTypes/index.ts';
import type { ValueChange } from '../../../../model/history/change.ts';
import type { HistoryEvent } from '../../../../model/history/event.ts';
import { beside, restorable, valueIn } from '../../../../model/history/rebuild.ts';
import type { Values } from '../../../../model/record.ts';
import { canWrite, type RecordState } from '../../../document/state.ts';
import type { FormTab, ToldEvent } from '../../messages.ts';
import { choicesOf } from '../related/listed.ts';

/** The tab of a record's history. */
export function historyTab({ words, choices, changes }: History): FormTab {
  return {
    id: 'history',
    label: l10n.t('History'),
    panel: 'history',
    list: {
      none: words.none,
      ...(words.note === undefined ? {} : { note: words.note }),
      choices: choicesOf(choices),
      compares: changes !== undefined,
    },
  };
}

/** What an event is read beside. */
export interface Around {
  /** The record's values now. */
  readonly present: Values;
  /** The changes of it that were told, the latest first. */
  readonly changes: readonly ValueChange[];
}

/** An event with its words ready to be read: names of fields, labels of options, names behind ids. */
export async function told(event: HistoryEvent, state: RecordState, around: Around, names: Names): Promise<ToldEvent> {
  const { id, icon, time, what, title, who, text, change, other } = event;
  const common: ToldEvent = {
    ...{ id, icon, time, what: displayText(what, 120) },
    ...(title === undefined ? {} : { title: displayText(title, 200) || l10n.t('Untitled') }),
    ...(who === undefined ? {} : { who: displayText(who, 120) }),
    ...(text === undefined ? {} : { text }),
  };
  if (other) {
    const name = displayText(other.name, 120);
    return { ...common, change: { name, before: short(other.before), after: short(other.after) } };
  }
  if (!change) return common;
  const field = state.fields.find(({ key }) => key === change.key);
  if (!field) {
    return { ...common, change: { name: change.key, before: short(change.before ?? ''), after: short(change.after ?? '') } };
  }
  const now = valueOf(field, around.present);
  const was = beside(field, change, around.changes, now);
  const became = beside(
    field,
    change,
    around.changes.filter(({ time }) => time !== change.time),
    now,
  );
  const textOf = async (raw: string | null, by: unknown) => short(await valueText(field, change, raw, state, by, names));
  const [before, after] = await Promise.all([textOf(change.before, was), textOf(change.after, became)]);
  return {
    ...common,
    change: { name: nameOf(field, change), before, after },
    ...(field.writable && canWrite(state) ? { restore: offer(field, change, was) } : {}),
  };
}

const short = (text: string): string => displayText(text, 400);

function offer(field: Field, change: ValueChange, present: unknown): NonNullable<ToldEvent['restore']> {
  const rebuilt = restorable(field, change, present);
  return 'reason' in rebuilt ? { reason: displayText(rebuilt.reason, 400) } : {};
}

const partNames = (): Readonly<Record<string, string>> => ({
  ...addressPartNames(),
  currency: l10n.t('currency'),
  until: l10n.t('until'),
  timezone_id: l10n.t('time zone'),
});

function nameOf(field: Field, { part }: ValueChange): string {
  const title = fieldTitle(field, 120);
  return part === undefined ? title : l10n.t('{0} ({1})', title, partNames()[part] ?? part.replaceAll('_', ' '));
}

async function valueText(
  field: Field,
  change: ValueChange,
  raw: string | null,
  { address }: RecordState,
  present: unknown,
  names: Names,
): Promise<string> {
  if (raw === null || raw === '') return '';
  if (change.part !== undefined) return raw;
  // Which of them is for what is not in the log, and is not made up here.
  if (field.type === 'emails' || field.type === 'phones') return raw;
  if (field.type === 'enum' || field.type === 'visible_to') return showValue(field, raw);
  if (field.type === 'set' || field.type === 'labels') {
    const ids = raw.split(',').map((one) => one.trim());
    return showValue(field, ids);
  }
  const rebuilt = valueIn(field, change, raw, present);
  if ('reason' in rebuilt) return raw;
  const values = { [field.key]: rebuilt.value };
  return showValue(field, rebuilt.value, await names.of(address.accountId, [field], { values, names: {} }));
}
