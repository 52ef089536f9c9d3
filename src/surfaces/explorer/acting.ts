import { commands as vscodeCommands, l10n, type Uri } from 'vscode';
import { commands, formEditor } from '../../ids/index.ts';
import type { Kind } from '../../kinds/index.ts';
import { isDraft, parseAddress, recordUri } from '../document/address.ts';
import { duplicate } from '../document/duplicate.ts';
import { plain } from '../shared/searchRows.ts';
import { chooseOne } from './choose.ts';
import { choose } from './choosing.ts';
import { deleteRecords } from './delete.ts';
import { editValue } from './editValue.ts';
import { copyDeepLinks, copyDraft, copyIds, copyJson, copyLinks, copyNames } from './many/copy.ts';
import { exportCsv } from './many/exporting.ts';
import { addFollower, followingOf } from './many/followers.ts';
import { changeLabel } from './many/labels.ts';
import { openPages } from './many/links.ts';
import { changeOwner } from './many/owner.ts';
import { isValueNode, type Node, type RecordNode, type ValueNode } from './nodes.ts';
import type { ActionParts, Situation } from './parts.ts';
import { renameRecord } from './rename.ts';
import { documentOf, type Target } from './target.ts';
import { treeItem } from './treeItem.ts';
import { Undoing } from './undoing.ts';
import { valueRows } from './valueRows.ts';

/** The commands on records. */
export type Act = (typeof commands)[
  | (
      | 'open'
      | 'openAsJson'
      | 'openInPipedrive'
      | 'copyName'
      | 'copyLink'
      | 'copyDeepLink'
      | 'copyId'
      | 'copyAsJson'
      | 'exportCsv'
      | 'duplicate'
    )
  | ('rename' | 'editValue' | 'delete' | 'addFollower' | 'changeLabel' | 'changeOwner')];

/** What one of them does with what it was called on; `[undefined]` where that is nothing. */
type Acting = (subjects: readonly unknown[]) => Promise<void>;

/**
 * What the commands on records do. All of it is loaded when the first of them is used.
 * @param selected what is selected in the side bar
 */
export function actingOn(situation: Situation, selected: () => readonly Node[]): { readonly [A in Act]: Acting } {
  const parts: ActionParts = { ...situation, undoing: new Undoing(situation.room.documents.records, situation.accounts) };
  const { documents, editing } = parts.room;
  const withAll =
    (
      title: () => string,
      can: (kind: Kind) => boolean,
      act: (targets: readonly Target[], parts: ActionParts) => Promise<void>,
    ): Acting =>
    async (subjects) => {
      const targets = await choose(subjects, { title: title(), can }, parts, selected);
      if (targets.length > 0) await act(targets, parts);
    };
  /** Of several rows it is meant for the first. */
  const withFirst = (title: () => string, can: (kind: Kind) => boolean, act: (target: Target) => Promise<void>): Acting =>
    withAll(title, can, async ([first]) => (first ? act(first) : undefined));
  /** Also of a record that is not saved yet. */
  const withDocument =
    (title: () => string, can: (kind: Kind) => boolean, act: (uri: Uri) => Promise<void>): Acting =>
    async (subjects) => {
      const uri = documentOf(subjects[0]);
      if (uri) return act(uri);
      await withFirst(title, can, ({ address: { accountId, kind, id } }) => act(recordUri(accountId, kind, id)))(subjects);
    };
  const rename = withFirst(
    () => l10n.t('Rename'),
    ({ update }) => update !== undefined,
    (target) => renameRecord(target, parts),
  );
  const pickValue = withFirst(
    () => l10n.t('Edit Value'),
    ({ quick }) => quick !== undefined,
    async (target) => {
      const value = await valueOf(target, parts);
      if (value) await editValue(value, parts);
    },
  );
  const ofValue =
    (otherwise: Acting): Acting =>
    async (subjects) => {
      const [first] = subjects;
      await (isValueNode(first) ? editValue(first, parts) : otherwise(subjects));
    };
  return {
    [commands.open]: withDocument(
      () => l10n.t('Open in Form'),
      any,
      (uri) => openWith(formEditor, uri),
    ),
    [commands.openAsJson]: withDocument(
      () => l10n.t('Open as JSON'),
      any,
      (uri) => openWith('default', uri),
    ),
    [commands.openInPipedrive]: withAll(() => l10n.t('Open in Pipedrive'), paged, openPages),
    [commands.copyName]: withAll(() => l10n.t('Copy Name'), any, copyNames),
    [commands.copyLink]: withAll(() => l10n.t('Copy Link'), paged, copyLinks),
    [commands.copyDeepLink]: withAll(() => l10n.t('Copy Deep Link'), any, copyDeepLinks),
    [commands.copyId]: withAll(() => l10n.t('Copy ID'), any, copyIds),
    [commands.copyAsJson]: async (subjects) => {
      const uri = subjects.length === 1 ? documentOf(subjects[0]) : undefined;
      const address = uri && parseAddress(uri);
      if (uri && address && isDraft(address)) await copyDraft(uri, documents);
      else await withAll(() => l10n.t('Copy as JSON'), any, copyJson)(subjects);
    },
    [commands.exportCsv]: withAll(() => l10n.t('Export as CSV'), any, exportCsv),
    [commands.duplicate]: withDocument(
      () => l10n.t('Duplicate'),
      ({ create }) => create !== undefined,
      async (uri) => openWith(formEditor, await duplicate(documents, editing, uri)),
    ),
    [commands.rename]: ofValue(rename),
    [commands.editValue]: ofValue(pickValue),
    [commands.delete]: (subjects) =>
      withAll(
        () => l10n.t('Delete'),
        ({ remove }) => remove !== undefined,
        (targets) => deleteRecords(targets, parts, () => parts.leave(subjects)),
      )(subjects),
    [commands.addFollower]: withAll(
      () => l10n.t('Add Follower'),
      (kind) => followingOf(kind) !== undefined,
      addFollower,
    ),
    [commands.changeLabel]: withAll(
      () => l10n.t('Change Label'),
      ({ assigning }) => assigning?.labels !== undefined,
      changeLabel,
    ),
    [commands.changeOwner]: withAll(
      () => l10n.t('Change Owner'),
      ({ assigning }) => assigning?.owner !== undefined,
      changeOwner,
    ),
  };
}

const any = (): boolean => true;
const paged = ({ webPath }: Kind): boolean => webPath !== undefined;

async function openWith(editor: string, uri: Uri): Promise<void> {
  await vscodeCommands.executeCommand('vscode.openWith', uri, editor);
}

/** Asks which of the values that a list can change. */
async function valueOf({ address, record: known }: Target, { accounts, room }: ActionParts): Promise<ValueNode | undefined> {
  const { records } = room.documents;
  const { kind, accountId } = address;
  const account = accounts.get(accountId);
  if (!account) return undefined;
  const isWhole = kind.quick?.every((key) => known && key in known.values);
  const [fields, record] = await Promise.all([records.fields(kind, accountId), known && isWhole ? known : records.get(address)]);
  const node: RecordNode = { type: 'record', id: '', account, kind, record, collections: [] };
  const items = valueRows(node, fields).map((value) => {
    const { label, description, iconPath } = treeItem(value);
    const icon = iconPath === undefined ? {} : { iconPath: iconPath as Uri };
    return { label: plain(String(label)), description: plain(String(description ?? '')), ...icon, value };
  });
  const title = l10n.t('Edit Value');
  return (await chooseOne({ title, placeholder: l10n.t('Which value?'), items }))?.value;
}
