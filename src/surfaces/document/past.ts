import { Disposable, l10n, Uri, workspace } from 'vscode';
import type { Account } from '../../account/types.ts';
import { commands, schemes } from '../../ids/index.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import { Refusal } from '../shared/problems.ts';
import { isDraft, parseAddress } from './address.ts';
import { EarlierFiles } from './earlier/files.ts';
import type { DocumentRoom } from './index.ts';
import { savedIn, type Saves } from './saves/saved.ts';
import { addressInFront } from './tabs.ts';

export interface PastParts {
  readonly room: DocumentRoom;
  readonly saves: Saves;
  readonly account: (id: string) => Account | undefined;
  readonly active: () => Account | undefined;
  readonly register: RegisterCommand;
  readonly report: (error: unknown) => void;
}

/** Registers what leads back: records as they were, and the saves of this extension. What it does is loaded when it is used. */
export function registerPast({ room, saves, account, active, register, report }: PastParts): Disposable {
  const { records } = room.documents;
  const files = new EarlierFiles(records);
  return Disposable.from(
    files,
    workspace.registerFileSystemProvider(schemes.earlier, files, { isCaseSensitive: true, isReadonly: true }),
    records.onDidChange((change) => {
      const saved = savedIn(change);
      const { accountId } = change.address;
      // The answer to a save may come after its account was signed out.
      if (saved && account(accountId)) saves.add(accountId, saved).catch(report);
    }),
    register(commands.compareEarlier, async (argument, at) => {
      const record = recordOf(argument);
      if (!record) return;
      const { compareWithEarlier } = await import('./earlier/compare.ts');
      await compareWithEarlier(records, files, record, typeof at === 'number' && Number.isFinite(at) ? at : undefined);
    }),
    register(commands.revertSave, async () => {
      const front = addressInFront();
      const accountId = (front && parseAddress(front)?.accountId) ?? active()?.id;
      if (accountId === undefined) return;
      const { revertSave } = await import('./saves/revert.ts');
      await revertSave(room, saves, accountId);
    }),
  );
}

/** The record of a document's address, or without one of the document in front. */
function recordOf(argument: unknown): RecordAddress | undefined {
  const uri = argument instanceof Uri ? argument : addressInFront();
  const address = uri && parseAddress(uri);
  if (!address) return undefined;
  if (isDraft(address)) throw new Refusal(l10n.t('This record is not saved yet. It has no earlier state.'));
  return address;
}
