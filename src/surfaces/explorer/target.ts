import { l10n, Uri, window } from 'vscode';
import type { RecordAddress, Records } from '../../kinds/records.ts';
import { displayText } from '../../model/displayText.ts';
import { isDraft, parseAddress, recordUri } from '../document/address.ts';
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

/** A record's name for a sentence; asks Pipedrive only where the tree has not brought it. */
export async function nameOf(argument: unknown, address: RecordAddress, records: Records): Promise<string> {
  const record = isRecordNode(argument) ? argument.record : await records.get(address);
  return displayText(address.kind.title(record), 80) || l10n.t('{0} without a name', address.kind.words.one);
}

function addressInFront(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri: unknown = typeof input === 'object' && input !== null && 'uri' in input ? input.uri : undefined;
  return uri instanceof Uri ? uri : undefined;
}
