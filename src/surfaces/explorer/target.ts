import { l10n, Uri } from 'vscode';
import type { PipedriveRecord } from '../../model/record.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { titleOf } from '../../kinds/title.ts';
import { isDraft, parseAddress, recordUri } from '../document/address.ts';
import type { RecordDocuments } from '../document/documents.ts';
import { addressInFront } from '../document/tabs.ts';
import { Refusal, unlinked } from '../shared/problems.ts';
import { isRecordNode, type Node } from './nodes.ts';

/** A record that a command is about, with what the tree or its document knows of it. */
export interface Target {
  readonly address: RecordAddress;
  readonly record?: PipedriveRecord;
  /** What it is called, where no more of it is known. */
  readonly name?: string;
}

/** The rows that a key in a view is meant for; none for what is no view's id. */
export type RowsOf = (view: string) => Promise<readonly Node[]> | undefined;

/**
 * What a command was called on. A menu gives the row, and all that are selected; a key gives the id of the view that has
 * the focus; the palette gives nothing, and means the document in front.
 */
export async function subjectsOf(args: readonly unknown[], rowsOf: RowsOf): Promise<readonly unknown[]> {
  const [first, selected] = args;
  if (Array.isArray(selected) && selected.length > 0) return selected as readonly unknown[];
  if (typeof first === 'string') return (await rowsOf(first)) ?? [];
  return [first];
}

/** A node's document, a document's address, or without an argument the document in front. */
export function documentOf(argument: unknown): Uri | undefined {
  if (isRecordNode(argument)) return recordUri(argument.account.id, argument.kind, argument.record.id);
  const uri = argument ?? addressInFront();
  return uri instanceof Uri && parseAddress(uri) ? uri : undefined;
}

/**
 * The record a command is about; none for rows that are no record's.
 * @throws Refusal for a draft, which Pipedrive does not hold yet
 */
export function targetOf(argument: unknown, documents: RecordDocuments): Target | undefined {
  const uri = documentOf(argument);
  const address = uri && parseAddress(uri);
  if (!address) return undefined;
  if (isDraft(address)) throw new Refusal(l10n.t('This record is not saved yet. Save it first, or close it to discard it.'));
  const record = isRecordNode(argument) ? argument.record : documents.find(uri)?.latest;
  return { address, ...(record && { record }) };
}

/** The records among what a command was called on, each once. */
export function targetsOf(subjects: readonly unknown[], documents: RecordDocuments): readonly Target[] {
  const found = new Map<string, Target>();
  for (const subject of subjects) {
    const target = targetOf(subject, documents);
    if (target) found.set(recordUri(target.address.accountId, target.address.kind, target.address.id).toString(), target);
  }
  return [...found.values()];
}

/** A record's name for a sentence. */
export function nameOf({ address: { kind, id }, record, name }: Target): string {
  return unlinked(titleOf(kind, record ?? { id, values: { [kind.nameKey]: name } }, 80));
}
