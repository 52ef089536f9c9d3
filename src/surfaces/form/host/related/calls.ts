import { l10n, ProgressLocation, window, type Memento, type Uri } from 'vscode';
import type { Account } from '../../../../account/types.ts';
import type { Related } from '../../../../kinds/related/related.ts';
import type { Records, RecordAddress } from '../../../../kinds/records.ts';
import { displayText } from '../../../../model/displayText.ts';
import { isObject } from '../../../../model/isObject.ts';
import type { PipedriveRecord } from '../../../../model/record.ts';
import { fileName, type AttachedAddress } from '../../../document/attached/address.ts';
import { openAttached, saveAttached } from '../../../document/attached/open.ts';
import { accountLine } from '../../../shared/company.ts';
import { Refusal } from '../../../shared/problems.ts';
import { plain } from '../../../shared/searchRows.ts';
import { signalOf } from '../../../shared/progress.ts';
import type { Half, ListedItem, RelatedCalls } from '../../messages.ts';
import { asFile } from '../asFile.ts';
import { readDropped, refuseLarge } from '../dropped.ts';
import { listed } from './listed.ts';

/** What the lists of one form need. */
export interface RelatedParts {
  readonly records: Records;
  readonly address: RecordAddress;
  readonly uri: Uri;
  /** The record as it was read last. */
  readonly record: () => PipedriveRecord | undefined;
  /** What survives a reload of this window. */
  readonly window: Memento;
  readonly account: () => Account | undefined;
}

/** What a form is told and asked about what hangs off its record. */
export function relatedCalls({ records, address, uri, record, window: memento, account }: RelatedParts): RelatedCalls {
  const find = (tab: string): Related => {
    const related = address.kind.related?.find(({ id }) => id === tab);
    if (!related) throw new TypeError(`There is no list “${tab}”.`);
    return related;
  };
  const session = () => records.session(address.accountId);
  const attached = (tab: string, id: string): AttachedAddress => ({ record: address, related: find(tab), id });
  const halfKey = (tab: string): string => `half:${uri.toString()}#${tab}`;
  const forget = (tab: string) => memento.update(halfKey(tab), undefined);

  const upload = async (tab: string, path: string): Promise<ListedItem> => {
    const { add } = find(tab);
    if (add?.form !== 'file') throw new TypeError(`Nothing is attached to “${tab}”.`);
    const title = l10n.t('Attaching “{0}”…', fileName(path.split(/[\\/]/).at(-1) ?? path));
    return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
      let before = 0;
      const sent = ({ bytes, total }: { readonly bytes: number; readonly total: number }): void => {
        const share = total > 0 ? (bytes / total) * 100 : 100;
        progress.report({ increment: Math.max(0, share - before), message: `${Math.round(share)} %` });
        before = share;
      };
      return listed(await add.run(await session(), address.id, { path }, { signal: signalOf(token), sent }));
    });
  };

  return {
    async list({ tab, cursor, chosen }, signal) {
      const known = record() ?? (await records.get(address, { signal }));
      const page = await find(tab).list(await session(), known, { signal, chosen, ...(cursor === undefined ? {} : { cursor }) });
      return { items: page.items.map(listed), ...(page.next === undefined ? {} : { next: page.next }) };
    },
    openItem: ({ tab, id }) => openAttached(records, attached(tab, id)),
    saveItem: ({ tab, id }) => saveAttached(records, attached(tab, id)),
    async removeItem({ tab, id }) {
      const { remove } = find(tab);
      if (!remove) return false;
      const label = remove.label;
      if (remove.question !== undefined) {
        const of = account();
        const detail = of ? { detail: accountLine(of) } : {};
        const answer = await window.showWarningMessage(remove.question, { modal: true, ...detail }, label);
        if (answer !== label) return false;
      }
      await remove.run(await session(), address.id, id);
      return true;
    },
    async changeItem({ tab, id, text }) {
      const { change } = find(tab);
      if (!change) throw new TypeError(`Nothing of “${tab}” is changed.`);
      const changed = listed(await change(await session(), id, text));
      return changed;
    },
    async tickItem({ tab, id, done }) {
      const { tick } = find(tab);
      if (!tick) throw new TypeError(`Nothing of “${tab}” is ticked.`);
      return listed(await tick(await session(), id, done));
    },
    async addItem({ tab, draft }) {
      const { add } = find(tab);
      let item: ListedItem;
      if (add?.form === 'note' && 'text' in draft) {
        item = listed(await add.run(await session(), address.id, draft));
      } else if (add?.form === 'activity' && 'subject' in draft) {
        item = listed(await add.run(await session(), address.id, draft));
      } else throw new TypeError(`Nothing is added to “${tab}” so.`);
      await forget(tab);
      return item;
    },
    async activityTypes({ tab }, signal) {
      const types = (await find(tab).add?.types?.(await session(), { signal })) ?? [];
      return types.map(({ id, label }) => ({ id, label: displayText(label, 80) || id }));
    },
    async chooseItem({ tab }) {
      const { add } = find(tab);
      if (add?.form === 'file') {
        const chosen = await window.showOpenDialog({
          canSelectMany: true,
          openLabel: l10n.t('Attach'),
          title: l10n.t('Attach Files'),
        });
        const done: ListedItem[] = [];
        for (const file of chosen ?? []) {
          if (file.scheme !== 'file')
            throw new Refusal(l10n.t('Only files of the computer that VS Code works on can be attached.'));
          done.push(await upload(tab, file.fsPath));
        }
        return done;
      }
      if (add?.form !== 'follower') return [];
      const { api } = await session();
      const users = (await api.users()).filter(({ active }) => active);
      const picked = await window.showQuickPick(
        users.map((user) => ({ label: plain(user.name, 100), description: plain(user.email, 100), id: user.id })),
        { title: l10n.t('Add a Follower'), placeHolder: l10n.t('Who is to follow it?'), matchOnDescription: true },
      );
      return picked ? [listed(await add.run(await session(), address.id, { userId: picked.id }))] : [];
    },
    async attachFile({ tab, name, bytes }) {
      refuseLarge(name, bytes.byteLength);
      return asFile(name, bytes, (path) => upload(tab, path));
    },
    async attachAddress({ tab, uri }) {
      const of = account();
      const dropped = await readDropped(uri, of ? accountLine(of) : '');
      return dropped ? asFile(dropped.name, dropped.bytes, (path) => upload(tab, path)) : null;
    },
    async keepHalf({ tab, half }) {
      const typed = Object.values(half).some((text) => text !== '');
      await memento.update(halfKey(tab), typed ? half : undefined);
    },
    async half({ tab }) {
      const kept = memento.get<unknown>(halfKey(tab));
      return isObject(kept) ? (kept as Half) : {};
    },
  };
}
