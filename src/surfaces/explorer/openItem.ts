import type { Records } from '../../kinds/records.ts';
import type { AttachedAddress } from '../document/attached/address.ts';
import { openAttached, openPage, saveAttached } from '../document/attached/open.ts';
import type { AttachedNode, CardNode } from './nodes.ts';

/** An editor that the next look may replace, as a click in a list does. */
const inPassing = { preview: true };

function addressOf({ list: { of, related }, item }: AttachedNode): AttachedAddress {
  return { record: { accountId: of.account.id, kind: of.kind, id: of.record.id }, related, id: item.id };
}

/** Opens what hangs off a record, and a card's page in Pipedrive. */
export async function openItem(node: AttachedNode | CardNode, records: Records): Promise<void> {
  if (node.type === 'card') return openPage(node.in.of.account, node.card.path);
  if (node.item.opens) await openAttached(records, addressOf(node), inPassing);
}

/** Saves a file that hangs off a record where the person says. */
export async function saveItem(node: AttachedNode, records: Records): Promise<void> {
  await saveAttached(records, addressOf(node));
}
