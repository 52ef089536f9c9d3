import { l10n } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { valueOf, writeValue } from '../../model/fieldTypes/index.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import { changedFields } from '../../model/threeWay.ts';
import { isDraft } from './address.ts';
import type { RecordDocuments } from './documents.ts';
import type { RecordState } from './state.ts';

/**
 * Saves a draft: creates its record once. Where an earlier creation's answer was lost, it first looks
 * among the newest records for the one that was sent, and takes that.
 */
export async function create(documents: RecordDocuments, state: RecordState, mine: Values): Promise<void> {
  const { address, fields } = state;
  if (!isDraft(address)) return;
  if (state.created) {
    await sendRest(documents, state, mine, state.created);
    return;
  }
  const values = Object.fromEntries(
    fields
      .filter((field) => field.writable && valueOf(field, mine) !== null)
      .map((field) => [field.key, writeValue(field, valueOf(field, mine))]),
  );
  const found = state.unknownCreation ? await findCreated(documents, state, state.unknownCreation) : undefined;
  const since = new Date().toISOString();
  try {
    state.created = found ?? (await documents.records.create(address.kind, address.accountId, values));
  } catch (error) {
    if (!PipedriveError.is(error, 'unknownOutcome')) throw error;
    state.unknownCreation = { values, since };
    state.kept = undefined;
    await documents.keep(state);
    throw new PipedriveError('unknownOutcome', unknownSentence(), { cause: error });
  }
  state.unknownCreation = undefined;
  if (found) await sendRest(documents, state, mine, found);
}

/** What was typed after the creation was sent goes to the record that it made. */
async function sendRest(documents: RecordDocuments, state: RecordState, mine: Values, created: PipedriveRecord): Promise<void> {
  const { accountId, kind } = state.address;
  const changed = changedFields(state.fields, created.values, mine).filter(
    // Pipedrive fills in what a new record leaves out; that is no wish to clear it.
    (field) => valueOf(field, mine) !== null,
  );
  if (changed.length === 0) return;
  const changes = Object.fromEntries(changed.map((field) => [field.key, writeValue(field, valueOf(field, mine))]));
  state.created = await documents.records.update({ accountId, kind, id: created.id }, changes);
}

/** How far this computer's clock may be off from the server's. */
const clockTolerance = 24 * 60 * 60 * 1000;

/** The record that a creation with a lost answer made, if it did: new, and the same in all that was sent. */
async function findCreated(
  documents: RecordDocuments,
  { address, fields }: RecordState,
  unknown: NonNullable<RecordState['unknownCreation']>,
): Promise<PipedriveRecord | undefined> {
  const page = await documents.records.list(address.kind, address.accountId, {
    query: { sort_by: 'add_time', sort_direction: 'desc' },
  });
  const sent = fields.filter((field) => field.key in unknown.values);
  const earliest = Date.parse(unknown.since) - clockTolerance;
  return page.items.find(
    (record) =>
      Date.parse(String(record.values['add_time'])) >= earliest &&
      changedFields(sent, unknown.values, record.values).length === 0,
  );
}

const unknownSentence = (): string =>
  l10n.t(
    'The answer was lost, so the record may or may not have been created. Save again: it is looked for before anything is sent.',
  );
