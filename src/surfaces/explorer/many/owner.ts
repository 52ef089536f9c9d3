import { l10n } from 'vscode';
import { commands } from '../../../ids/index.ts';
import { displayText } from '../../../model/displayText.ts';
import { inCompany } from '../../shared/company.ts';
import { chooseOne } from '../choose.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { called } from '../words.ts';
import { assign, assignable, assignmentCost } from './assign.ts';
import { usersOf } from './users.ts';

/** Asks for a user, and makes the records theirs. */
export async function changeOwner(chosen: readonly Target[], parts: ActionParts): Promise<void> {
  const targets = assignable(chosen, ({ assigning }) => assigning?.owner !== undefined);
  const [first] = targets;
  const key = first?.address.kind.assigning?.owner;
  if (!first || key === undefined) return;
  const user = await chooseOne({
    title: inCompany(l10n.t('Change the Owner of {0}', called(targets)), parts.accounts, first.address.accountId),
    placeholder: `${l10n.t('Whose from now on?')} ${await assignmentCost(targets, false, parts)}`,
    items: await usersOf(first.address.accountId, parts),
  });
  if (!user) return;
  const name = displayText(user.label, 80);
  await assign(
    {
      command: commands.changeOwner,
      question: l10n.t('Change the owner of {0} to {1}?', called(targets), name),
      button: l10n.t('Change Owner'),
      title: (some) => l10n.t('Changing the owner of {0}', called(some)),
      done: (done) => l10n.t('{0} owns {1} now.', name, called(done)),
      partly: (done, all, left) => l10n.t('Owner of {0} of {1} changed. Not changed: {2}', done, all, left),
      values: { [key]: user.id },
    },
    targets,
    parts,
  );
}
