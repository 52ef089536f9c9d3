import { window } from 'vscode';
import type { RecordAddress } from '../../../kinds/records.ts';
import { recordUri } from '../../document/address.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { tabsOf } from '../../document/tabs.ts';

const uriOf = ({ accountId, kind, id }: RecordAddress) => recordUri(accountId, kind, id);

/** Whether the record's document has edits that are not saved. */
export function isUnsaved({ documents }: DocumentRoom, address: RecordAddress): boolean {
  return documents.document(uriOf(address))?.isDirty === true;
}

/** Brings what is typed in the record's forms into its document, so that it counts as unsaved. */
export async function flushForms({ documents }: DocumentRoom, address: RecordAddress): Promise<void> {
  for (const form of documents.find(uriOf(address))?.forms ?? []) await form.flush();
}

/** Closes the editors of a record that is gone; what is unsaved in them stays. */
export async function closeClean(room: DocumentRoom, address: RecordAddress): Promise<void> {
  if (!isUnsaved(room, address)) await window.tabGroups.close(tabsOf(uriOf(address)), true);
}
