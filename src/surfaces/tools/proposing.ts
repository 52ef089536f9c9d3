import { commands as vscodeCommands, l10n, TabInputTextDiff, type TextDocument, type Uri, window, workspace } from 'vscode';
import { applies, type Field } from '../../model/field.ts';
import { equalValues, fieldTypes, showValue, valueOf } from '../../model/fieldTypes/index.ts';
import { misplaced } from '../../model/fieldTypes/rows.ts';
import type { Values } from '../../model/record.ts';
import { nameKey } from '../../kinds/names.ts';
import { fieldTitle, titleOf } from '../../kinds/title.ts';
import { draftUri, recordUri } from '../document/address.ts';
import type { RecordState } from '../document/state.ts';
import { asData, Mistake } from './answers.ts';
import type { Bench } from './parts.ts';
import type { Input } from './schemas.ts';
import { fieldNamed, kindNamed, recordNamed } from './target.ts';
import { valueFor } from './values.ts';

const unsaved =
  'It is proposed, not saved: Pipedrive holds nothing of it yet. A person must review the comparison and save the document, or revert it. Tell the person so.';

/** Puts values into a record's document, unsaved. @throws Mistake, PipedriveError */
export async function proposeUpdate(bench: Bench, { kind: word, record, fields }: Input<'update'>): Promise<string> {
  const { room, accountId, signal } = bench;
  const kind = kindNamed(word);
  if (!kind.update) throw new Mistake(`A ${kind.words.one.toLowerCase()} cannot be changed.`);
  const id = await recordNamed(room.documents.records, kind, accountId, record, signal);
  const uri = recordUri(accountId, kind, id);
  const { state, document } = await fresh(bench, uri);
  const title = titleOf(kind, { id, values: state.latest?.values ?? {} }, 60);
  return propose(bench, state, document, fields, l10n.t('{0} (before ↔ proposed)', title));
}

/** Begins a new record's document with values, unsaved. @throws Mistake, PipedriveError */
export async function proposeNew(bench: Bench, { kind: word, fields }: Input<'create'>): Promise<string> {
  const { room, accountId } = bench;
  const kind = kindNamed(word);
  if (!kind.create) throw new Mistake(`A ${kind.words.one.toLowerCase()} cannot be made.`);
  const uri = draftUri(accountId, kind);
  const document = await workspace.openTextDocument(uri);
  const state = room.documents.state(uri);
  refuseBlocked(state);
  return propose(bench, state, document, fields, l10n.t('{0} (empty ↔ proposed)', kind.words.create));
}

/** The document with what Pipedrive holds now. */
async function fresh({ room, signal }: Bench, uri: Uri): Promise<{ state: RecordState; document: TextDocument }> {
  const open = room.documents.document(uri);
  for (const form of room.documents.find(uri)?.forms ?? []) await form.flush();
  if (open?.isDirty) throw edited();
  if (open) await room.files.reload(uri);
  const document = open ?? (await workspace.openTextDocument(uri));
  const state = room.documents.state(uri);
  refuseBlocked(state);
  signal.throwIfAborted();
  if (document.getText() !== room.documents.textOf(state)) await shownAnew(document, () => room.documents.textOf(state));
  return { state, document };
}

const edited = (): Mistake =>
  new Mistake(
    'This record’s document has unsaved edits, a person’s or those of an earlier proposal, and was left as it is. Ask the person to save or revert it, then propose again.',
  );

function refuseBlocked(state: RecordState): void {
  if (state.blocked) throw new Mistake(state.blocked.sentence);
  if (state.locked) throw new Mistake(state.locked);
}

/** How long VS Code may take to show what it was told of, in milliseconds. */
const patience = 5000;

/** Waits until VS Code has taken in the text that the record has now. */
function shownAnew(document: TextDocument, text: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      heard.dispose();
      clearTimeout(timer);
      settle();
    };
    const heard = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && document.getText() === text()) end(resolve);
    });
    const late = () => reject(new Mistake('The record is being read again. Propose the change once more.'));
    const timer = setTimeout(() => end(late), patience);
  });
}

async function propose(bench: Bench, state: RecordState, document: TextDocument, fields: Values, title: string): Promise<string> {
  const { room, before, guards, signal, size } = bench;
  const { names, records } = room.documents;
  const session = await records.session(bench.accountId);
  const present = room.editing.read(state, document).values ?? {};
  const wanted: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(fields)) {
    const field = fieldNamed(state.fields, name);
    const said = JSON.stringify(fieldTitle(field));
    if (!field.writable) throw new Mistake(`${said} cannot be changed. ${whyNot(field)} Leave it out.`);
    if (field.key in wanted) throw new Mistake(`${said} is given twice. Give it once.`);
    wanted[field.key] = await valueFor(field, raw, { session, names, signal });
  }
  const given = state.fields.filter(({ key }) => Object.hasOwn(wanted, key));
  for (const field of given) {
    if (!applies(field, { ...present, ...wanted }))
      throw new Mistake(`${JSON.stringify(fieldTitle(field))} has no meaning for this record as it is. Leave it out.`);
    const [odd] = misplaced(field, wanted[field.key], valueOf(field, present));
    if (odd) throw new Mistake(odd.text);
  }
  const changed = given.filter((field) => !equalValues(field, valueOf(field, wanted), valueOf(field, present)));
  if (changed.length === 0) return 'Nothing was proposed: the record has all of these values already.';
  const [namesBefore, namesProposed] = await Promise.all([
    names.of(bench.accountId, changed, { values: present, names: state.latest?.names ?? {} }),
    names.of(bench.accountId, changed, { values: wanted, names: {} }),
  ]);
  signal.throwIfAborted();
  if (document.isDirty) throw edited();
  const left = before.keep(document.uri, document.getText());
  try {
    // Shown first: what was edited and could not be shown nobody would review.
    await vscodeCommands.executeCommand('vscode.diff', left, document.uri, title, { preserveFocus: true, preview: false });
    if (document.isDirty) throw edited();
    signal.throwIfAborted();
    keepNames(state, changed, wanted, namesProposed);
    guards.guard(state);
    await room.editing.set(state, document, wanted);
  } catch (error) {
    if (!document.isDirty) state.guard = undefined;
    await closeComparison(left);
    throw error;
  }
  const rows = changed.map((field) => ({
    field: fieldTitle(field),
    before: showValue(field, present[field.key], namesBefore),
    proposed: showValue(field, wanted[field.key], namesProposed),
  }));
  return `${unsaved}\n${asData(rows, size)}`;
}

/** For the hints beside ids in the text: whoever reviews it reads who is meant. */
function keepNames(
  { names }: RecordState,
  fields: readonly Field[],
  values: Values,
  known: Readonly<Record<string, string>>,
): void {
  for (const { key, type } of fields) {
    const { refersTo } = fieldTypes[type];
    if (refersTo && known[key] !== undefined) names.set(nameKey(refersTo, values[key]), known[key]);
  }
}

const whyNot = ({ settable, reason }: Field): string => {
  if (settable) return 'It is given to a new record only.';
  return reason ?? 'Pipedrive sets it.';
};

async function closeComparison(left: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const isIt = (input: unknown) => input instanceof TabInputTextDiff && input.original.toString() === left.toString();
  await window.tabGroups.close(tabs.filter(({ input }) => isIt(input)));
}
