import { isObject } from '../model/isObject.ts';
import type { PipedriveRecord, RecordId } from '../model/record.ts';
import { listRecords, type Reading, rowsOf } from './listRecords.ts';
import type { OperationName } from './operations.ts';
import type { FieldStore } from './fields.ts';
import type { ResourceParts } from './resource.ts';
import type { CollectionName, Listing } from './types.ts';
import { toTime } from './wires/scalars.ts';
import type { Row, WireEntity } from './wires/wire.ts';

/** What the rows of a collection are, and how they are found in an answer. */
interface Shape {
  readonly entity: WireEntity;
  readonly rows?: (data: unknown) => readonly unknown[];
}

const rows =
  (each: (row: Row, index: number) => Row | readonly Row[]) =>
  (data: unknown): readonly unknown[] =>
    rowsOf(data).flatMap((row, index) => (isObject(row) ? each(row, index) : [row]));

const inner = (row: Row): Row => (isObject(row.data) ? row.data : {});

/** `{object, timestamp, data}`: of what kind, when, and the thing itself as it came. */
const happened = rows(({ object, timestamp, ...row }, index) => ({
  // A place alone would come again on the next page.
  id: `${String(object)} ${String(inner(row).id ?? `${String(timestamp)} ${index}`)}`,
  object,
  time: toTime(timestamp),
  data: row.data,
}));

const mails = rows((row) => ({ ...inner(row), timestamp: toTime(row.timestamp) }));

const changes = rows((row, index) => ({
  ...row,
  id: `${String(row.time)} ${String(row.field_key ?? row.follower_user_id)} ${index}`,
  time: toTime(row.time),
}));

/** Each row is an object with the deal's id for its one key. */
const dealProducts = rows((row) =>
  Object.entries(row).flatMap(([dealId, pair]) => {
    if (!isObject(pair)) return [];
    const product = isObject(pair.product) ? pair.product : {};
    return [{ id: `${dealId} ${String(product.id)}`, deal_id: Number(dealId), deal: pair.deal, product: pair.product }];
  }),
);

const userIds = (data: unknown): readonly unknown[] => rowsOf(data).map((id) => (isObject(id) ? id : { id }));

const deals: Shape = { entity: 'deal' };
const files: Shape = { entity: 'file' };
const followers: Shape = { entity: 'follower' };
const followerChanges: Shape = { entity: 'row', rows: changes };
const permittedUsers: Shape = { entity: 'row', rows: userIds };

/** Every list that hangs off a record, or off none; a missing one does not compile. */
const shapes: Readonly<Record<CollectionName, Shape>> = {
  'person.activities': { entity: 'activity' },
  'person.changelog': { entity: 'row', rows: changes },
  'person.deals': deals,
  'person.files': files,
  'person.flow': { entity: 'row', rows: happened },
  'person.followers': followers,
  'person.followerChanges': followerChanges,
  'person.mails': { entity: 'mail', rows: mails },
  'person.notes': { entity: 'note' },
  'person.permittedUsers': permittedUsers,
  'person.products': { entity: 'row', rows: dealProducts },
  'product.deals': deals,
  'product.files': files,
  'product.followers': followers,
  'product.followerChanges': followerChanges,
  'product.permittedUsers': permittedUsers,
  'pipeline.deals': deals,
  'deal.archived': deals,
};

/** A function that gives the list of this name of a record. */
export function createCollections({ caller, store, version, log }: ResourceParts) {
  return (name: CollectionName, id?: RecordId): Listing<PipedriveRecord> => {
    const operation: OperationName = name;
    const { entity, rows: read } = shapes[name];
    const reading: Reading = {
      ...{ caller, entity, version, log, operation, types: typesOf(store, entity) },
      ...(id !== undefined && { params: { id } }),
      ...(read && { rows: read }),
    };
    return { list: listRecords(reading) };
  };
}

const typesOf =
  (store: FieldStore, entity: WireEntity): Reading['types'] =>
  (served, options) =>
    store.types(entity, served, options);
