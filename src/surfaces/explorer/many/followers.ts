import { env, l10n, window } from 'vscode';
import { commands } from '../../../ids/index.ts';
import type { Kind } from '../../../kinds/index.ts';
import { companyLine, inCompany } from '../../shared/company.ts';
import { Refusal } from '../../shared/problems.ts';
import { askChoices } from '../ask.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { called, listed, named } from '../words.ts';
import { doMany, type Deed } from './deed.ts';
import { eachOf } from './each.ts';
import { costSentence, forEach, forecastOf } from './forecast.ts';
import { usersOf, type UserChoice } from './users.ts';

/** How a kind's records get followers; absent where nobody follows them. */
export function followingOf({ related = [] }: Kind) {
  const adding = related.map(({ add }) => add).find((add) => add?.form === 'follower');
  return adding?.form === 'follower' ? adding : undefined;
}

/** Asks for users, and lets them follow the records. */
export async function addFollower(chosen: readonly Target[], parts: ActionParts): Promise<void> {
  const targets = chosen.filter(({ address }) => followingOf(address.kind));
  const [first] = targets;
  if (!first) throw new Refusal(l10n.t('These cannot be followed.'));
  const { records } = parts.room.documents;
  const cost = (users: number) =>
    forecastOf(targets, (kind, count) => forEach(followingOf(kind)?.plan ?? [], count * users), records);
  const choices = await usersOf(first.address.accountId, parts);
  let users: readonly UserChoice[] = [];
  await askChoices({
    title: inCompany(l10n.t('Add Followers to {0}', called(targets)), parts.accounts, targets[0]?.address.accountId),
    prompt: l10n.t(
      'Who follows from now on? Each user takes {0} API tokens.',
      ((await cost(1)) ?? 0).toLocaleString(env.language),
    ),
    choices,
    picked: [],
    save: async (picked) => void (users = choices.filter(({ id }) => picked.some((one) => one.id === id))),
  });
  if (users.length === 0) return;
  const who = listed(users.map(({ label }) => label));
  if (targets.length * users.length > 1) {
    const button = l10n.t('Add Follower');
    const whose = companyLine(
      parts.accounts,
      targets.map(({ address }) => address.accountId),
    );
    const detail = [whose, l10n.t('{0}.', named(targets)), costSentence(await cost(users.length))].join('\n');
    const question = l10n.t('Add {1} as follower of {0}?', called(targets), who);
    if ((await window.showWarningMessage(question, { modal: true, detail }, button)) !== button) return;
  }
  await doMany(deedOf(users, who, parts), targets, parts);
}

function deedOf(users: readonly UserChoice[], who: string, parts: ActionParts): Deed {
  const { records } = parts.room.documents;
  return {
    command: commands.addFollower,
    title: (some) => l10n.t('Adding followers to {0}', called(some)),
    run: (some, steps) =>
      eachOf(some, steps, async ({ address: { kind, accountId, id } }) => {
        const session = await records.session(accountId);
        for (const user of users) await followingOf(kind)?.run(session, id, { userId: user.id }, { signal: steps.signal });
      }),
    done: (done) => l10n.t('Followed by {0} from now on: {1}.', who, called(done)),
    partly: (done, all, left) => l10n.t('Followers added to {0} of {1}. Not added: {2}', done, all, left),
  };
}
