import { l10n, window } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import { demoId } from '../../../ids/index.ts';
import { displayText } from '../../../model/displayText.ts';
import { fieldTitle } from '../../../kinds/title.ts';
import { equalValues, valueOf } from '../../../model/fieldTypes/index.ts';
import type { Field } from '../../../model/field.ts';
import { isDraft, parseAddress } from '../../document/address.ts';
import type { DocumentRoom } from '../../document/index.ts';
import { addressInFront } from '../../document/tabs.ts';
import { Refusal } from '../../shared/problems.ts';

/**
 * A colleague changes the record that is open in front: the text that was edited there, else its name, so that saving an
 * edit of the same meets a conflict.
 *
 * @throws Refusal where no record of the demo account is in front
 */
export async function makeConflict(accounts: Accounts, room: DocumentRoom): Promise<void> {
  const uri = addressInFront();
  const address = uri && parseAddress(uri);
  if (!uri || !address || isDraft(address) || address.accountId !== demoId || !address.kind.update) {
    throw new Refusal(l10n.t('Open a saved record of the demo account first: a colleague will then change it.'));
  }
  const { kind, id } = address;
  const colleague = await accounts.demoColleague();
  try {
    const current = await kind.get(colleague, id);
    const key = editedText(room, uri.toString()) ?? kind.nameKey;
    const before = typeof current.values[key] === 'string' ? displayText(current.values[key]) : '';
    await kind.update?.(colleague, current, { [key]: l10n.t('{0} (by a colleague)', before).trim() });
    const field = room.documents.find(uri)?.fields.find((one) => one.key === key);
    const name = field ? displayText(fieldTitle(field), 60) : key;
    void window.showInformationMessage(
      l10n.t('A colleague has changed “{0}” of this record. Change it too and save, to see what happens.', name),
    );
  } finally {
    colleague.api.dispose();
  }
}

/** The first plain text that was edited and not saved. */
function editedText({ documents, editing }: DocumentRoom, uri: string): string | undefined {
  const state = documents.all().find((one) => one.uri.toString() === uri);
  const document = state && documents.document(state.uri);
  if (!state?.base || !document?.isDirty) return undefined;
  const { values = {} } = editing.read(state, document);
  const isEdited = (field: Field): boolean =>
    field.writable &&
    field.type === 'varchar' &&
    !equalValues(field, valueOf(field, state.base?.values ?? {}), valueOf(field, values));
  return state.fields.find(isEdited)?.key;
}
