import { commands as vscodeCommands, l10n, window } from 'vscode';
import { commands, formEditor } from '../../ids/index.ts';
import type { Field } from '../../model/field.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { recordUri } from '../document/address.ts';
import { changeValues, Overtaken, valuesNow } from '../document/changing.ts';
import { shapedFor } from '../document/state.ts';
import { inCompany } from '../shared/company.ts';
import { Refusal, unlinked } from '../shared/problems.ts';
import type { ActionParts } from './parts.ts';
import { nameOf, type Target } from './target.ts';

/** A value that is about to be changed. */
export interface Changing {
  readonly field: Field;
  /** What the record, or its document with unsaved edits, holds now. */
  readonly now: Values;
  /** The record as the person saw it. */
  readonly record: PipedriveRecord;
  /** Saves the value. After a colleague's change it is refused once, and given again it overwrites that. */
  readonly save: (value: unknown) => Promise<void>;
}

/**
 * Begins the change of one value of a record.
 * @throws Refusal for a record that is locked, or a field that cannot be written
 */
export async function beginChange(target: Target, key: string, parts: ActionParts): Promise<Changing> {
  const { address } = target;
  const { records } = parts.room.documents;
  const [known, record] = await Promise.all([
    records.fields(address.kind, address.accountId),
    target.record ?? records.get(address),
  ]);
  const locked = address.kind.locked?.(record);
  if (locked) throw new Refusal(locked);
  const field = shapedFor(address.kind, known, record).find((one) => one.key === key);
  if (!address.kind.update || !field?.writable) throw new Refusal(l10n.t('This cannot be changed.'));
  const now = await valuesNow(parts.room, address, record);
  let base = record;
  return {
    field,
    now,
    record,
    async save(value) {
      try {
        const { where, notices } = await changeValues(parts.room, { address, base, values: { [key]: value } });
        const said = [...(where === 'document' ? [unsavedSentence({ address, record })] : []), ...notices];
        if (said.length > 0) tell(said.join(' '), address, parts);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        base = error.theirs;
        throw new Refusal(l10n.t('{0} Confirm again to overwrite it.', error.message), { cause: error });
      }
    },
  };
}

const unsavedSentence = (target: Target): string =>
  l10n.t('“{0}” has unsaved changes, so this became one more of them. Save the document to send it.', nameOf(target));

/** Not awaited: the change is done, and its notification may stand for long. */
function tell(sentence: string, { accountId, kind, id }: RecordAddress, { accounts, attend }: ActionParts): void {
  void attend(commands.open, async () => {
    const open = l10n.t('Open');
    if ((await window.showInformationMessage(inCompany(unlinked(sentence), accounts, accountId), open)) !== open) return;
    await vscodeCommands.executeCommand('vscode.openWith', recordUri(accountId, kind, id), formEditor);
  });
}
