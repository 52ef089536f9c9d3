import { commands as vscodeCommands, l10n, type Disposable } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import { PipedriveError } from '../../api/errors.ts';
import { commands, createCommand, formEditor } from '../../ids/index.ts';
import { kinds, type Kind } from '../../kinds/index.ts';
import { draftUri } from '../document/address.ts';
import { follow } from '../shared/apiVersion.ts';
import type { CommandHandler, RegisterCommand } from '../shared/commands.ts';
import type { Act, actingOn } from './acting.ts';
import { isLoadNode, type Node } from './nodes.ts';
import type { Situation } from './parts.ts';
import { subjectsOf, type RowsOf } from './target.ts';

/**
 * The commands on records; what they do is loaded with the first of them.
 * @param rowsOf the rows that a key in a view is meant for
 * @param selected what is selected in the side bar
 */
export function registerActions(
  register: RegisterCommand,
  situation: Situation,
  rowsOf: RowsOf,
  selected: () => readonly Node[],
): readonly Disposable[] {
  let made: Promise<ReturnType<typeof actingOn>> | undefined;
  const acting = () => (made ??= import('./acting.ts').then((room) => room.actingOn(situation, selected)));
  const on = (act: Act) =>
    register(act, async (...args) => {
      // Asked for at once: what is selected may be another row by the time that the rest has been brought in.
      const subjects = await subjectsOf(args, rowsOf);
      await (await acting())[act](subjects);
    });
  const load: CommandHandler = async (node) => {
    if (isLoadNode(node)) await node.run();
  };
  return [
    on(commands.open),
    on(commands.openAsJson),
    on(commands.openInPipedrive),
    on(commands.copyName),
    on(commands.copyLink),
    on(commands.copyDeepLink),
    on(commands.copyId),
    on(commands.copyAsJson),
    on(commands.exportCsv),
    on(commands.duplicate),
    on(commands.rename),
    on(commands.editValue),
    on(commands.delete),
    on(commands.addFollower),
    on(commands.changeLabel),
    on(commands.changeOwner),
    register(commands.loadMore, load),
    register(commands.retry, async (node) => {
      if (isLoadNode(node) && node.type === 'retry') await follow(node.error);
      await load(node);
    }),
    ...kinds
      .filter((kind) => kind.create)
      .map((kind) => register(createCommand(kind.id), () => create(kind, situation.accounts))),
  ];
}

async function create(kind: Kind, accounts: Accounts): Promise<void> {
  const { active } = accounts;
  if (!active) throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
  await vscodeCommands.executeCommand('vscode.openWith', draftUri(active.id, kind), formEditor);
}
