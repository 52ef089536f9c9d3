import { commands as vscodeCommands, l10n, TabInputCustom, window, type Uri } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import { mergeEditor } from '../../../ids/index.ts';
import { kinds, type Kind } from '../../../kinds/index.ts';
import { titleOf } from '../../../kinds/title.ts';
import { isObject } from '../../../model/isObject.ts';
import type { RecordId } from '../../../model/record.ts';
import { Refusal } from '../../shared/problems.ts';
import { mergeUri } from './address.ts';
import type { MergeEditor } from './mergeEditor.ts';
import type { MergeParts } from './parts.ts';
import { pickRecord } from '../../shared/pickRecord.ts';
import { pickRemoved, rebuild } from './rebuild.ts';
import { subjectsOf } from './subjects.ts';

/** Opens the rehearsal that another surface asks for. */
export async function openAsked(argument: unknown, editor: MergeEditor): Promise<void> {
  const asked = askedFor(argument);
  if (!asked) return;
  const uri = addressOf(asked.accountId, asked.kind, asked.ids);
  if (asked.ticked) editor.tick(uri, asked.ticked);
  await show(uri);
}

/** Opens the rehearsal of two selected rows, else of two that are picked. @throws Refusal for another number of rows */
export async function mergeTwo(kind: Kind, args: readonly unknown[], parts: MergeParts): Promise<void> {
  const [one, other, ...more] = subjectsOf(kind, args);
  if (one && other && more.length === 0) return show(addressOf(one.accountId, kind, byAge(one.id, other.id)));
  if (args.length > 0) throw new Refusal(kind.merge?.words.onlyTwo ?? l10n.t('This cannot be done with what is selected.'));
  return mergePicked(kind, activeId(parts), parts);
}

/** Opens the rehearsal of a row, or of the document in front, and one that is picked. */
export async function mergeInto(kind: Kind, args: readonly unknown[], { room }: MergeParts): Promise<void> {
  const [one] = subjectsOf(kind, args, room);
  if (!one) return;
  const { accountId, id, title } = one;
  const survivor = await pickRecord(room.documents.records, {
    ...{ kind, accountId, title: l10n.t('Merge “{0}” into…', title), without: id },
    placeholder: l10n.t('Into which one? It is kept, and “{0}” is removed.', title),
  });
  if (survivor) await show(addressOf(accountId, kind, [id, survivor.id]));
}

/** Begins one anew that a merge has removed. */
export async function rebuildRemoved(kind: Kind, parts: MergeParts): Promise<void> {
  const accountId = activeId(parts);
  const removed = await pickRemoved(parts.snapshots, accountId, kind);
  if (removed) await rebuild(parts.room, { accountId, kind }, removed);
}

function activeId({ accounts }: MergeParts): string {
  if (accounts.active) return accounts.active.id;
  throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
}

/** The one that has been there longer is proposed to be kept. */
const byAge = (one: RecordId, other: RecordId): readonly [RecordId, RecordId] =>
  typeof one === 'number' && typeof other === 'number' && one < other ? [other, one] : [one, other];

async function mergePicked(kind: Kind, accountId: string, { room }: MergeParts): Promise<void> {
  const { records } = room.documents;
  const title = kind.merge?.words.merge ?? '';
  const survivor = await pickRecord(records, { kind, accountId, title, placeholder: l10n.t('Which one do you want to keep?') });
  if (!survivor) return;
  const placeholder = l10n.t('Which one becomes part of “{0}” and is removed?', titleOfHit(kind, survivor));
  const absorbed = await pickRecord(records, { kind, accountId, title, placeholder, without: survivor.id });
  if (absorbed) await show(addressOf(accountId, kind, [absorbed.id, survivor.id]));
}

/** The address of the rehearsal; of the one that is open for the same two, whichever way. */
function addressOf(accountId: string, kind: Kind, [absorbed, survivor]: readonly [RecordId, RecordId]): Uri {
  const turned = mergeUri(accountId, kind, survivor, absorbed);
  return isOpen(turned) ? turned : mergeUri(accountId, kind, absorbed, survivor);
}

async function show(uri: Uri): Promise<void> {
  await vscodeCommands.executeCommand('vscode.openWith', uri, mergeEditor);
}

const isOpen = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputCustom && input.uri.toString() === uri.toString()),
  );

interface Asked {
  readonly accountId: string;
  readonly kind: Kind;
  readonly ids: readonly [RecordId, RecordId];
  readonly ticked?: readonly string[];
}

/** What another surface asks for: two records by the account's, the kind's and their own ids. */
function askedFor(argument: unknown): Asked | undefined {
  if (!isObject(argument)) return undefined;
  const { accountId, kindId, ids, ticked } = argument;
  const kind = kinds.find(({ id, merge }) => id === kindId && merge);
  const [absorbed, survivor] = Array.isArray(ids) ? (ids as readonly unknown[]) : [];
  if (typeof accountId !== 'string' || !kind || !isId(absorbed) || !isId(survivor) || absorbed === survivor) return undefined;
  return { accountId, kind, ids: [absorbed, survivor], ...(Array.isArray(ticked) && { ticked: ticked.map(String) }) };
}

const isId = (value: unknown): value is RecordId => typeof value === 'number' || (typeof value === 'string' && value !== '');

const titleOfHit = (kind: Kind, { id, name }: { readonly id: RecordId; readonly name: string }): string =>
  titleOf(kind, { id, values: { [kind.nameKey]: name } }, 60);
