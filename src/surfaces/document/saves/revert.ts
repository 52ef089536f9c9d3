import {
  commands as vscodeCommands,
  env,
  l10n,
  QuickPickItemKind,
  window,
  workspace,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import type { Kept } from '../../../account/shelf.ts';
import { PipedriveError } from '../../../api/errors.ts';
import { formEditor } from '../../../ids/index.ts';
import { kinds } from '../../../kinds/index.ts';
import { fieldTitle, titleOf } from '../../../kinds/title.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import type { Field } from '../../../model/field.ts';
import { displayText } from '../../../model/displayText.ts';
import { fieldTypes, showValue, valueOf } from '../../../model/fieldTypes/index.ts';
import type { Values } from '../../../model/record.ts';
import { changedFields } from '../../../model/threeWay.ts';
import { isObject } from '../../../model/isObject.ts';
import { Refusal, unlinked } from '../../shared/problems.ts';
import { plain } from '../../shared/searchRows.ts';
import { isDraft, parseAddress, recordUri, type DocumentAddress } from '../address.ts';
import { deletedSentence } from '../deleted.ts';
import type { DocumentRoom } from '../index.ts';
import { addressInFront, tabsOf } from '../tabs.ts';
import type { RecordState } from '../state.ts';
import type { SavedChange, Saves } from './saved.ts';

type Item = QuickPickItem & { readonly saved?: SavedChange };

/** Lets the person pick one of the saves that this extension made, and takes it back in the record's document, unsaved. */
export async function revertSave(room: DocumentRoom, saves: Saves, accountId: string): Promise<void> {
  const kept = await saves.all(accountId);
  if (kept.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing was saved on this computer yet that could be taken back.'));
    return;
  }
  const picked = await window.showQuickPick(items(room, accountId, kept), {
    title: l10n.t('Revert a Saved Change'),
    placeHolder: l10n.t('Which one? Its old values are put into the document, and sent when you save it.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.saved) await takeBack(room, accountId, picked.saved);
}

/** Those of the record in front come first, each group with the latest on top. */
async function items(room: DocumentRoom, accountId: string, kept: readonly Kept<SavedChange>[]): Promise<readonly Item[]> {
  const uri = addressInFront();
  const front = uri && parseAddress(uri);
  const isFront = ({ kindId, id }: SavedChange): boolean => front !== undefined && isOf(front, accountId, kindId, id);
  const fields = new Map<string, readonly Field[]>();
  for (const kindId of new Set(kept.map(({ value }) => value.kindId)))
    fields.set(kindId, await fieldsOf(room, accountId, kindId));
  const all = kept.map(({ value }): Item & { readonly saved: SavedChange } => ({
    label: plain(nameOf(value)),
    description: new Date(value.time).toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' }),
    detail: plain(
      Object.keys(value.before)
        .map((key) => told(key, value, fields.get(value.kindId) ?? []))
        .join(', '),
    ),
    saved: value,
  }));
  const own = all.filter(({ saved }) => isFront(saved));
  const others = all.filter(({ saved }) => !isFront(saved));
  const separator = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
  if (own.length === 0) return others;
  return [separator(l10n.t('This record')), ...own, ...(others.length > 0 ? [separator(l10n.t('Others')), ...others] : [])];
}

/** What a save did to one field: `Job title: Buyer → Head of Purchasing`. Ids without a name at hand say nothing. */
function told(key: string, { before, after }: SavedChange, fields: readonly Field[]): string {
  const field = fields.find((one) => one.key === key);
  if (!field) return key;
  if (fieldTypes[field.type].refersTo !== undefined) return fieldTitle(field, 60);
  const show = (values: Values) => displayText(showValue(field, values[key] ?? null), 40) || l10n.t('nothing');
  return l10n.t('{0}: {1} → {2}', fieldTitle(field, 60), show(before), show(after));
}

const isOf = (address: DocumentAddress, accountId: string, kindId: string, id: unknown): boolean =>
  !isDraft(address) && address.accountId === accountId && address.kind.id === kindId && String(address.id) === String(id);

/** The fields by whose names a save is told; where they cannot be read, the keys stand for them. */
async function fieldsOf({ documents }: DocumentRoom, accountId: string, kindId: string): Promise<readonly Field[]> {
  const kind = kinds.find((one) => one.id === kindId);
  try {
    return kind ? await documents.records.fields(kind, accountId) : [];
  } catch (error) {
    if (PipedriveError.is(error)) return [];
    throw error;
  }
}

const kindOf = ({ kindId }: SavedChange): RecordAddress['kind'] => {
  const kind = kinds.find((one) => one.id === kindId);
  if (!kind) throw new Refusal(l10n.t('This kind of record is not known any more.'));
  return kind;
};

const nameOf = (saved: SavedChange): string => {
  const kind = kindOf(saved);
  return titleOf(kind, { id: saved.id, values: { [kind.nameKey]: saved.title } }, 80);
};

async function takeBack(room: DocumentRoom, accountId: string, saved: SavedChange): Promise<void> {
  const { documents, editing } = room;
  const uri = recordUri(accountId, kindOf(saved), saved.id);
  // VS Code keeps documents whose tabs are closed for a while; what it kept may be long gone.
  const isStale = documents.isOpen(uri) && tabsOf(uri).length === 0;
  const document = await workspace.openTextDocument(uri);
  const state = documents.state(uri);
  if (document.isDirty) await documents.restore(document);
  else if (isStale && !(await documents.records.find({ accountId, kind: kindOf(saved), id: saved.id }))) throw gone(saved);
  refuseGone(state, document, saved);
  await vscodeCommands.executeCommand('vscode.openWith', uri, formEditor, { preview: false });
  for (const form of state.forms) await form.flush();
  const present = editing.read(state, document).values;
  if (!present) throw new Refusal(l10n.t('The JSON of this document cannot be read. Correct it in the text editor first.'));
  const fields = state.fields.filter(({ key }) => key in saved.before);
  const wanted = { ...present, ...Object.fromEntries(fields.map((field) => [field.key, before(field, saved, present)])) };
  const changed = changedFields(fields, present, wanted);
  if (changed.length === 0) {
    void window.showInformationMessage(unlinked(l10n.t('“{0}” has these values already.', nameOf(saved))));
    return;
  }
  // Where a colleague went on from what was saved, the next save must see that and ask: it stands on what the save left.
  const unmoved = changed.filter((field) => changedFields([field], state.base?.values ?? {}, present).length === 0);
  await editing.set(state, document, Object.fromEntries(changed.map(({ key }) => [key, wanted[key] ?? null])));
  if (!state.base) return;
  const after = Object.fromEntries(unmoved.map(({ key }) => [key, saved.after[key] ?? null]));
  state.base = { ...state.base, values: { ...state.base.values, ...after } };
  await documents.keep(state);
  documents.changed(state);
}

/** A row whose own record is gone since is made anew by its name. */
function before(field: Field, saved: SavedChange, present: Readonly<Record<string, unknown>>): unknown {
  const value = saved.before[field.key];
  if (field.type !== 'rows' || !Array.isArray(value)) return value;
  const now = valueOf(field, present);
  const ids = new Set(Array.isArray(now) ? now.map((row: unknown) => (isObject(row) ? row['id'] : undefined)) : []);
  return value.map((row: unknown) => {
    if (!isObject(row) || row['id'] === undefined || ids.has(row['id'])) return row;
    const { id: _gone, ...rest } = row;
    return rest;
  });
}

const gone = (saved: SavedChange): Refusal => new Refusal(`${nameOf(saved)}: ${deletedSentence()}`);

function refuseGone(state: RecordState, document: TextDocument, saved: SavedChange): void {
  const marked = state.latest?.values['is_deleted'] === true && saved.before['is_deleted'] === undefined;
  if (!document.isDirty && (state.blocked?.reason === 'gone' || marked)) throw gone(saved);
  if (state.blocked) throw new Refusal(state.blocked.sentence);
}
