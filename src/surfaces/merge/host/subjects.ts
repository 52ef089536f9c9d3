import { l10n, Uri } from 'vscode';
import type { Kind } from '../../../kinds/index.ts';
import { titleOf } from '../../../kinds/title.ts';
import { isObject } from '../../../model/isObject.ts';
import type { PipedriveRecord, RecordId, Values } from '../../../model/record.ts';
import { isDraft, parseAddress } from '../../document/address.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { addressInFront } from '../../document/tabs.ts';
import { Refusal } from '../../shared/problems.ts';

/** A record that a command was called on. */
export interface Subject {
  readonly accountId: string;
  readonly id: RecordId;
  readonly title: string;
}

/**
 * The records of a kind that a command was called on: a menu of the side bar gives the row and all that are selected, one
 * of an editor its address. With `room` the document in front is meant where nothing is given.
 * @throws Refusal for a draft, which Pipedrive does not hold yet
 */
export function subjectsOf(kind: Kind, [first, selected]: readonly unknown[], room?: DocumentRoom): readonly Subject[] {
  const given: readonly unknown[] =
    Array.isArray(selected) && selected.length > 0 ? selected : [first ?? (room && addressInFront())];
  return given.flatMap((one) => ofRow(kind, one) ?? ofDocument(kind, one, room) ?? []);
}

/** A row of a record as the side bar has it. */
function ofRow(kind: Kind, row: unknown): Subject | undefined {
  if (!isObject(row) || row['type'] !== 'record' || row['kind'] !== kind || !isObject(row['account'])) return undefined;
  const record = row['record'] as PipedriveRecord;
  return { accountId: String(row['account']['id']), id: record.id, title: titleOf(kind, record, 60) };
}

function ofDocument(kind: Kind, uri: unknown, room: DocumentRoom | undefined): Subject | undefined {
  const address = uri instanceof Uri ? parseAddress(uri) : undefined;
  if (!address || address.kind !== kind || !(uri instanceof Uri)) return undefined;
  if (isDraft(address)) throw new Refusal(l10n.t('This record is not saved yet. Save it first, or close it to discard it.'));
  const values: Values = room?.documents.find(uri)?.latest?.values ?? {};
  return { accountId: address.accountId, id: address.id, title: titleOf(kind, { id: address.id, values }, 60) };
}
