import { l10n } from 'vscode';
import { notDone, PipedriveError } from '../../api/errors.ts';
import { valueOf, writeValue } from '../../model/fieldTypes/index.ts';
import { applies } from '../../model/field.ts';
import type { PipedriveRecord, RecordId, Values } from '../../model/record.ts';
import { changedFields } from '../../model/threeWay.ts';
import { isDraft, type DocumentAddress } from './address.ts';
import type { KeptBase } from './bases.ts';
import type { RecordDocuments } from './documents.ts';
import { noticing, type RecordState } from './state.ts';

type Sent = NonNullable<KeptBase['sent']>;

/**
 * Saves a draft: creates its record once. That a creation was sent is on disk before it is sent, so that
 * neither a lost answer nor a lost window makes a second one: the next save first looks among the newest
 * records for the one that was sent, and takes that.
 */
export async function create(documents: RecordDocuments, state: RecordState, mine: Values): Promise<void> {
  if (!isDraft(state.address)) return;
  if (!state.created && state.sent) await adoptCreated(documents, state, state.sent);
  if (state.created) await sendRest(documents, state, mine, state.created);
  else await send(documents, state, mine);
  await documents.keepAnew(state);
}

async function send(documents: RecordDocuments, state: RecordState, mine: Values): Promise<void> {
  const { address, fields } = state;
  const values = Object.fromEntries(
    fields
      .filter((field) => field.writable && applies(field, mine) && valueOf(field, mine) !== null)
      .map((field) => [field.key, writeValue(field, valueOf(field, mine))]),
  );
  const { api } = await documents.records.session(address.accountId);
  await setSent(documents, state, {
    values,
    since: new Date(api.now()).toISOString(),
    ...(address.kind.undated && { before: await idsOf(documents, state.address) }),
  });
  try {
    state.created = await documents.records.create(address.kind, address.accountId, values, noticing(state));
  } catch (error) {
    if (PipedriveError.is(error) && error.record) {
      // It is there, and the next save writes what is missing.
      state.created = error.record;
      throw error;
    }
    if (PipedriveError.is(error, ...notDone)) {
      await setSent(documents, state, undefined);
      throw error;
    }
    throw new PipedriveError('unknownOutcome', unknownSentence(), { cause: error });
  }
}

/** What there was before, for records that do not tell when they were made. */
async function idsOf({ records }: RecordDocuments, { kind, accountId }: DocumentAddress): Promise<readonly RecordId[]> {
  return (await records.list(kind, accountId)).items.map(({ id }) => id);
}

async function setSent(documents: RecordDocuments, state: RecordState, sent: KeptBase['sent']): Promise<void> {
  state.sent = sent;
  await documents.keepAnew(state);
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
  try {
    state.created = await documents.records.update({ accountId, kind, id: created.id }, created, changes, noticing(state));
  } catch (error) {
    if (PipedriveError.is(error) && error.record) state.created = error.record;
    throw error;
  }
}

/** The server tells times by the second, and its `Date` header may be a little ahead of its database. */
const tolerance = 3000;

/** Takes the record that an earlier creation made, if it did: made since then, and the same in all that was sent. */
async function adoptCreated(documents: RecordDocuments, state: RecordState, sent: Sent): Promise<void> {
  const { kind, accountId } = state.address;
  const query = kind.undated ? {} : { query: { sort_by: 'add_time', sort_direction: 'desc' } };
  const page = await documents.records.list(kind, accountId, { ...query, refresh: true });
  for (const { id, values } of page.items.filter((record) => isLater(record, sent))) {
    // What a list leaves out is compared with the record itself.
    const known = state.fields.filter(({ key }) => key in sent.values);
    const inList = known.filter(({ key }) => key in values);
    if (changedFields(inList, sent.values, values).length > 0) continue;
    const record = await documents.records.get({ accountId, kind, id });
    const listed = known.filter(({ type }) => type !== 'rows');
    if (changedFields(listed, sent.values, record.values).length > 0) continue;
    state.created = record;
    documents.records.found({ accountId, kind, id }, record);
    return;
  }
}

const isLater = ({ id, values }: PipedriveRecord, { since, before }: Sent): boolean =>
  before ? !before.includes(id) : Date.parse(String(values['add_time'])) >= Date.parse(since) - tolerance;

const unknownSentence = (): string =>
  l10n.t(
    'The answer was lost, so the record may or may not have been created. Save again: it is looked for before anything is sent.',
  );
