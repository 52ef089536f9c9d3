import * as l10n from '@vscode/l10n';
import { displayText } from '../model/displayText.ts';
import type { Field } from '../model/field.ts';
import type { PipedriveRecord } from '../model/record.ts';
import type { Kind } from './kind.ts';

/** What a record is called for people: its name, else `Person 42`. */
export function titleOf(kind: Kind, record: Pick<PipedriveRecord, 'id' | 'values'>, longest?: number): string {
  return displayText(kind.title(record), longest) || l10n.t('{0} {1}', kind.words.one, record.id);
}

/** What a field is called for people: its name, else its key. */
export function fieldTitle({ key, name }: Field, longest?: number): string {
  return displayText(name, longest) || key;
}
