import { Uri, window } from 'vscode';
import type { RecordAddress } from '../../kinds/records.ts';
import { titleOf } from '../../kinds/title.ts';
import { isDraft, parseAddress, recordUri } from '../document/address.ts';
import type { RecordDocuments } from '../document/documents.ts';
import { isRecordNode } from './nodes.ts';

/** What a command is about: a node of the tree, a document's address, or the document in front. */
export function documentOf(argument: unknown): Uri | undefined {
  if (isRecordNode(argument)) return recordUri(argument.account.id, argument.kind, argument.record.id);
  const uri = argument instanceof Uri ? argument : addressInFront();
  return uri && parseAddress(uri) ? uri : undefined;
}

/** The record a command is about; none for a draft, which Pipedrive does not hold yet. */
export function recordOf(argument: unknown): RecordAddress | undefined {
  const uri = documentOf(argument);
  const address = uri && parseAddress(uri);
  return address && !isDraft(address) ? address : undefined;
}

/** A record's name for a sentence; asks Pipedrive only where neither the tree nor an open document has the record. */
export async function nameOf(argument: unknown, address: RecordAddress, documents: RecordDocuments): Promise<string> {
  const { accountId, kind, id } = address;
  const known = isRecordNode(argument) ? argument.record : documents.find(recordUri(accountId, kind, id))?.latest;
  return titleOf(kind, known ?? (await documents.records.get(address)), 80);
}

function addressInFront(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri: unknown = typeof input === 'object' && input !== null && 'uri' in input ? input.uri : undefined;
  return uri instanceof Uri ? uri : undefined;
}
