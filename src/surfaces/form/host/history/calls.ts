import { commands as vscodeCommands, type TextDocument } from 'vscode';
import { commands } from '../../../../ids/index.ts';
import { equalValues, valueOf } from '../../../../model/fieldTypes/index.ts';
import type { ValueChange } from '../../../../model/history/change.ts';
import type { HistoryEvent } from '../../../../model/history/event.ts';
import { beside, restorable } from '../../../../model/history/rebuild.ts';
import { isDraft } from '../../../document/address.ts';
import type { DocumentRoom } from '../../../document/index.ts';
import { Refusal } from '../../../shared/problems.ts';
import type { HistoryCalls } from '../../messages.ts';
import { told } from './told.ts';

/** What a form is told and asked about the history of its record. */
export function historyCalls({ documents, editing }: DocumentRoom, document: TextDocument): HistoryCalls {
  /** What was told, for what the view asks of it. */
  const events = new Map<string, HistoryEvent>();
  const state = () => documents.state(document.uri);
  const present = () => editing.read(state(), document).values ?? {};
  /** All changes that were told, the latest first. */
  const changes = () => [...events.values()].flatMap(({ change }) => change ?? []).toSorted(latestFirst);
  const find = (id: string): HistoryEvent => {
    const event = events.get(id);
    if (!event) throw new TypeError('There is no such event.');
    return event;
  };
  return {
    async events({ cursor, chosen }, signal) {
      const { address } = state();
      const { history } = address.kind;
      if (!history || isDraft(address)) return { items: [] };
      const session = await documents.records.session(address.accountId);
      const page = await history.events(session, address.id, { signal, chosen, ...(cursor === undefined ? {} : { cursor }) });
      for (const event of page.items) events.set(event.id, event);
      const known = changes();
      const items = await Promise.all(
        page.items.map((event) => told(event, state(), { present: present(), changes: known }, documents.names)),
      );
      return { items, ...(page.next === undefined ? {} : { next: page.next }) };
    },
    async restore({ id }) {
      const { change } = find(id);
      const field = state().fields.find(({ key, writable }) => key === change?.key && writable);
      if (!change || !field) return false;
      // What is typed and not in the text yet is not to be passed by.
      for (const form of state().forms) await form.flush();
      const now = valueOf(field, present());
      const rebuilt = restorable(field, change, beside(field, change, changes(), now));
      if ('reason' in rebuilt) throw new Refusal(rebuilt.reason);
      if (equalValues(field, rebuilt.value, now)) return false;
      await editing.set(state(), document, { [field.key]: rebuilt.value });
      return true;
    },
    async compareWith({ id }) {
      await vscodeCommands.executeCommand(commands.compareEarlier, document.uri, Date.parse(find(id).time));
    },
  };
}

const latestFirst = (one: ValueChange, other: ValueChange): number => Date.parse(other.time) - Date.parse(one.time);
