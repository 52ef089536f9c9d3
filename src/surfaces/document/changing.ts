import { l10n, type TextDocument } from 'vscode';
import type { Notice } from '../../api/types.ts';
import { displayText } from '../../model/displayText.ts';
import type { Field } from '../../model/field.ts';
import { equalValues, showValue, validateValue, valueOf, writeValue } from '../../model/fieldTypes/index.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import { threeWay, unmoved, type Conflict } from '../../model/threeWay.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { Refusal } from '../shared/problems.ts';
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
  const edited = await setInDocument(room, address, () => values);
  if (edited) return edited;
  const [known, theirs] = await Promise.all([records.fields(address.kind, address.accountId), records.get(address)]);
  const locked = address.kind.locked?.(theirs);
  if (locked) throw new Refusal(locked);
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

/** Values that are to be set whatever stands there. */
export interface Setting {
  readonly address: RecordAddress;
  /** The record as a list has it, which need not be how it is now; read where it is absent. */
  readonly known?: PipedriveRecord;
  /** What is set, by field key; made of what the record holds now where it depends on that, which is read first then. */
  readonly values: Values | ((now: Values) => Values);
  readonly signal?: AbortSignal;
}

/**
 * Sets values of a record in one request, with no look at what a colleague did meanwhile unless the values depend on it. Where
 * the record's document has unsaved edits it is one more of them.
 *
 * @throws Refusal for values that Pipedrive would refuse or passed over, and a record that is locked
 * @throws PipedriveError
 */
export async function setValues(room: DocumentRoom, { address, known, values, signal }: Setting): Promise<Changed['where']> {
  const { records } = room.documents;
  const { kind, accountId } = address;
  const depends = typeof values === 'function';
  const edited = await setInDocument(room, address, (now) => (depends ? values(now) : values));
  if (edited) return edited.where;
  const options = { ...(signal && { signal }) };
  const [all, record] = await Promise.all([
    records.fields(kind, accountId, options),
    depends || !known ? records.get(address, options) : known,
  ]);
  const locked = kind.locked?.(record);
  if (locked) throw new Refusal(locked);
  const wanted = depends ? values(record.values) : values;
  const fields = shapedFor(kind, all, record).filter(({ key }) => key in wanted);
  if (fields.some(({ writable }) => !writable)) throw new Refusal(l10n.t('This cannot be changed.'));
  refuseWrong(fields, wanted);
  const differs = (field: Field, held: Values) => !equalValues(field, valueOf(field, wanted), valueOf(field, held));
  // What a list shows may be old, so that only what was just read tells what need not be sent.
  const sent = depends ? fields.filter((field) => differs(field, record.values)) : fields;
  if (sent.length === 0) return 'pipedrive';
  const told: Notice[] = [];
  const changes = Object.fromEntries(sent.map((field) => [field.key, writeValue(field, valueOf(field, wanted))]));
  const answer = await records.update(address, record, changes, { ...options, notice: (notice) => told.push(notice) });
  const kept = sent.filter((field) => field.key in answer.values && differs(field, answer.values));
  const notices = withKept(told, kept);
  if (notices.length > 0) throw new Refusal(notices.map(({ sentence }) => sentence).join(' '));
  return 'pipedrive';
}

/** Sets values as an edit of the record's document, where that has unsaved ones; nothing where it has none. */
async function setInDocument(
  room: DocumentRoom,
  address: RecordAddress,
  values: (now: Values) => Values,
): Promise<Changed | undefined> {
  const unsaved = await unsavedDocument(room, address);
  if (!unsaved) return undefined;
  const state = room.documents.state(unsaved.uri);
  const wanted = values(room.editing.read(state, unsaved).values ?? {});
  refuseWrong(state.fields, wanted);
  await room.editing.set(state, unsaved, wanted);
  return { where: 'document', notices: [] };
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
    if (wrong) throw new Refusal(wrong.text);
  }
}

function overtaken({ field, theirs }: Conflict, record: PipedriveRecord): string {
  const name = fieldTitle(field);
  return theirs === null
    ? l10n.t('A colleague emptied “{0}” meanwhile.', name)
    : l10n.t('A colleague changed “{0}” to “{1}” meanwhile.', name, displayText(showValue(field, theirs, record.names), 80));
}
