import { l10n } from 'vscode';
import { displayText } from '../model/displayText.ts';
import type { Field } from '../model/field.ts';
import type { PipedriveRecord } from '../model/record.ts';
import type { Kind } from './kind.ts';

/** What a record is called for people: its name, else `Person 42`. */
export function titleOf(kind: Kind, record: Pick<PipedriveRecord, 'id' | 'values'>, longest?: number): string {
  return displayText(kind.title(record), longest) || `${l10n.t(kind.words.one)} ${record.id}`;
}

/** What a field is called for people: this product's word, else the account's own name for it. */
export function fieldTitle({ key, name, fixed }: Field, longest?: number): string {
  return displayText(fixed ? l10n.t(name) : name, longest) || key;
}
