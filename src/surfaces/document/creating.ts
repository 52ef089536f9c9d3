import { l10n } from 'vscode';
import { notDone, PipedriveError } from '../../api/errors.ts';
import { equalValues, valueOf, writeValue } from '../../model/fieldTypes/index.ts';
import { applies, type Field } from '../../model/field.ts';
import { claimed } from '../../model/fieldTypes/rows.ts';
import { holds } from '../../model/holds.ts';
import type { ListOptions } from '../../api/types.ts';
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
    ...(!tellsTime(address, values) && { before: await idsOf(documents, address) }),
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

const addedKey = 'add_time';

/** Whether the record tells when it was made: not where its kind has no such time, nor where the time is a person's own. */
const tellsTime = ({ kind }: DocumentAddress, values: Values): boolean => !kind.undated && !(addedKey in values);

/** The latest first, by when they were made or else by their ids. */
function latest({ kind }: DocumentAddress, sort_by: string): ListOptions {
  return kind.undated ? {} : { query: { sort_by, sort_direction: 'desc' } };
}

/** The latest there were before, where the record will not tell when it was made. */
async function idsOf({ records }: RecordDocuments, address: DocumentAddress): Promise<readonly RecordId[]> {
  return (await records.list(address.kind, address.accountId, latest(address, 'id'))).items.map(({ id }) => id);
}

async function setSent(documents: RecordDocuments, state: RecordState, sent: KeptBase['sent']): Promise<void> {
  state.sent = sent;
  await documents.keepAnew(state);
}

/** What was typed after the creation was sent goes to the record that it made. */
async function sendRest(documents: RecordDocuments, state: RecordState, mine: Values, created: PipedriveRecord): Promise<void> {
  const { accountId, kind } = state.address;
  const own = Object.fromEntries(
    state.fields.map((field) => [field.key, claimed(field, valueOf(field, mine), valueOf(field, created.values))]),
  );
  const changed = changedFields(state.fields, created.values, own).filter(
    // Pipedrive fills in what a new record leaves out; that is no wish to clear it. What was sent is, once it is taken out.
    (field) => own[field.key] !== null || field.key in (state.sent?.values ?? {}),
  );
  if (changed.length === 0) return;
  const changes = Object.fromEntries(changed.map((field) => [field.key, writeValue(field, own[field.key])]));
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
  const newest = latest(state.address, sent.before ? 'id' : addedKey);
  const page = await documents.records.list(kind, accountId, { ...newest, refresh: true });
  for (const { id, values } of page.items.filter((record) => isLater(record, sent))) {
    // What a list leaves out is compared with the record itself.
    if (!isMadeOf(state.fields, sent.values, values)) continue;
    const record = await documents.records.get({ accountId, kind, id });
    if (!isMadeOf(state.fields, sent.values, { ...nothing(state.fields), ...record.values })) continue;
    state.created = record;
    documents.records.found({ accountId, kind, id }, record);
    return;
  }
}

const isLater = ({ id, values }: PipedriveRecord, { since, before }: Sent): boolean =>
  before ? !before.includes(id) : Date.parse(String(values[addedKey])) >= Date.parse(since) - tolerance;

/**
 * Whether a record may be what was sent, by those values that it has. Pipedrive fills in what a value leaves open (a
 * zone, a currency, the parts of an address) and may pass over a value altogether; rows may have been cut off on the way.
 */
function isMadeOf(fields: readonly Field[], sent: Values, values: Values): boolean {
  return fields
    .filter(({ key, type, unsure }) => key in sent && key in values && type !== 'rows' && !unsure)
    .every((field) => {
      const [wanted, there] = [valueOf(field, sent), valueOf(field, values)];
      return equalValues(field, wanted, there) || holds(there, wanted);
    });
}

const nothing = (fields: readonly Field[]): Values => Object.fromEntries(fields.map(({ key }) => [key, null]));

const unknownSentence = (): string =>
  l10n.t(
    'The answer was lost, so the record may or may not have been created. Save again: it is looked for before anything is sent.',
  );
