import { l10n, type TextDocument } from 'vscode';
import type { Notice } from '../../api/types.ts';
import { displayText } from '../../model/displayText.ts';
import type { Field } from '../../model/field.ts';
import { showValue, validateValue, valueOf } from '../../model/fieldTypes/index.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import { threeWay, unmoved, type Conflict } from '../../model/threeWay.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { Refusal } from '../shared/problems.ts';
import { say } from '../shared/say.ts';
import { recordUri } from './address.ts';
import { refuseDeleted } from './deleted.ts';
import type { DocumentRoom } from './index.ts';
import { shapedFor, withKept } from './state.ts';

/** Values of a record that a surface without a document of its own wants changed. */
export interface Change {
  readonly address: RecordAddress;
  /** The record as the person saw it. */
  readonly base: PipedriveRecord;
  /** By field key, in the model's shape or as typed; `null` unsets. */
  readonly values: Values;
}

/** What became of a change. */
export interface Changed {
  /** `document`: an unsaved edit beside those that its document has already. */
  readonly where: 'pipedrive' | 'document';
  /** What Pipedrive passed over without refusing it, as sentences. */
  readonly notices: readonly string[];
}

/** A colleague changed the same meanwhile. Nothing was sent; whoever goes on from `theirs` overwrites it knowingly. */
export class Overtaken extends Refusal {
  readonly theirs: PipedriveRecord;

  constructor(conflicts: readonly Conflict[], theirs: PipedriveRecord) {
    super(conflicts.map((conflict) => overtaken(conflict, theirs)).join(' '));
    this.theirs = theirs;
  }
}

/**
 * Changes values of a record: at once, after the same checks as a document's save. Where the record's document has
 * unsaved edits they become one more of them, since a save of its own would pass those by.
 *
 * @throws Refusal for values that Pipedrive would refuse, a record that is locked, and what a colleague changed meanwhile
 * @throws PipedriveError
 */
export async function changeValues(room: DocumentRoom, { address, base, values }: Change): Promise<Changed> {
  const { records } = room.documents;
  const unsaved = await unsavedDocument(room, address);
  if (unsaved) {
    const state = room.documents.state(unsaved.uri);
    refuseWrong(state.fields, values);
    await room.editing.set(state, unsaved, values);
    return { where: 'document', notices: [] };
  }
  const [known, theirs] = await Promise.all([records.fields(address.kind, address.accountId), records.get(address)]);
  const locked = address.kind.locked?.(theirs);
  if (locked) throw new Refusal(say(locked));
  const fields = shapedFor(address.kind, known, theirs).filter(({ key }) => key in values);
  refuseWrong(fields, values);
  refuseDeleted(base.values, values, theirs.values);
  const { changes, conflicts } = threeWay(fields, base.values, values, theirs.values);
  if (conflicts.length > 0) throw new Overtaken(conflicts, theirs);
  if (Object.keys(changes).length === 0) return { where: 'pipedrive', notices: [] };
  const told: Notice[] = [];
  const answer = await records.update(address, theirs, changes, { notice: (notice) => told.push(notice) });
  const kept = unmoved(fields, changes, theirs.values, { ...theirs.values, ...answer.values });
  return { where: 'pipedrive', notices: withKept(told, kept).map(({ sentence }) => sentence) };
}

/** The values that a change starts from: those of the record's document while that has unsaved edits, else as given. */
export async function valuesNow(room: DocumentRoom, address: RecordAddress, known: PipedriveRecord): Promise<Values> {
  const unsaved = await unsavedDocument(room, address);
  return (unsaved && room.editing.read(room.documents.state(unsaved.uri), unsaved).values) ?? known.values;
}

/** The record's document if it has edits, those that are typed into its form and not yet in the text among them. */
async function unsavedDocument({ documents }: DocumentRoom, address: RecordAddress): Promise<TextDocument | undefined> {
  const document = documents.document(recordUri(address.accountId, address.kind, address.id));
  if (!document) return undefined;
  for (const form of documents.state(document.uri).forms) await form.flush();
  if (!document.isDirty) return undefined;
  await documents.restore(document);
  return document;
}

function refuseWrong(fields: readonly Field[], values: Values): void {
  for (const field of fields) {
    const wrong = field.key in values ? validateValue(field, valueOf(field, values)) : undefined;
    if (wrong) throw new Refusal(say(wrong));
  }
}

function overtaken({ field, theirs }: Conflict, record: PipedriveRecord): string {
  const name = fieldTitle(field);
  return theirs === null
    ? l10n.t('A colleague emptied “{0}” meanwhile.', name)
    : l10n.t('A colleague changed “{0}” to “{1}” meanwhile.', name, displayText(showValue(field, theirs, record.names), 80));
}
