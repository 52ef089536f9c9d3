import { l10n, window } from 'vscode';
import type { Account, Accounts, Keep } from '../../account/index.ts';
import { PipedriveError } from '../../api/errors.ts';
import { companyDomain } from '../../api/host.ts';
import { displayText } from '../../model/displayText.ts';
import { tellInPassing, withCancellableProgress } from '../shared/progress.ts';
import { logProblem, sentenceOf, unlinked } from '../shared/problems.ts';
import type { ExtensionLog } from '../shared/log.ts';
import { askSignIn, type SignInDraft, type SignInStep } from './signInSteps.ts';

/**
 * Signs in. What `given` holds is not asked for; with all three of `companyDomain`, `token` and
 * `keep` nothing is. In every case Pipedrive is asked whose token it is before it is kept.
 *
 * @throws PipedriveError for a given domain that is none, and when everything was given and Pipedrive refused it
 */
export async function signIn(accounts: Accounts, log: ExtensionLog, given: unknown): Promise<void> {
  const draft = draftOf(given);
  // Whoever gave it: it becomes part of addresses.
  if (draft.companyDomain !== '') draft.companyDomain = companyDomain(draft.companyDomain);
  let step = firstMissing(draft);
  const asks = step !== undefined;
  draft.companyDomain ||= accounts.active?.domain ?? '';
  let problem: string | undefined;
  for (;;) {
    if (step) await askSignIn(draft, step, problem);
    try {
      const account = await check(accounts, draft);
      return await keep(accounts, account, draft, log);
    } catch (error) {
      step = asks ? stepToCorrect(error) : undefined;
      if (!step) throw error;
      // A box makes links as a notification does, and it may be the server's own sentence.
      problem = unlinked(sentenceOf(error));
    }
  }
}

/** Takes what is usable of a command's argument; anybody may have called it. */
function draftOf(given: unknown): SignInDraft {
  const {
    companyDomain: domain,
    token,
    keep: kept,
  } = (typeof given === 'object' && given !== null ? given : {}) as Partial<Record<keyof SignInDraft, unknown>>;
  return {
    companyDomain: typeof domain === 'string' ? domain : '',
    token: typeof token === 'string' ? token : '',
    keep: kept === 'secret' || kept === 'session' ? kept : undefined,
  };
}

function firstMissing(draft: SignInDraft): SignInStep | undefined {
  if (draft.companyDomain === '') return 'domain';
  if (draft.token === '') return 'token';
  return draft.keep === undefined ? 'keep' : undefined;
}

/** Where a person can mend what was refused; nowhere for what they did not type. */
function stepToCorrect(error: unknown): SignInStep | undefined {
  if (PipedriveError.is(error, 'unreachable', 'redirected', 'unexpected', 'notFound')) return 'domain';
  return PipedriveError.is(error, 'unauthorized', 'forbidden', 'timeout', 'server', 'rateLimited') ? 'token' : undefined;
}

function check(accounts: Accounts, { companyDomain: domain, token }: SignInDraft): Promise<Account> {
  return withCancellableProgress(l10n.t('Signing in to {0}…', domain), (signal) =>
    accounts.check({ companyDomain: domain, token }, { signal }),
  );
}

async function keep(accounts: Accounts, account: Account, draft: SignInDraft, log: ExtensionLog): Promise<void> {
  try {
    await accounts.signIn(account, draft.token, draft.keep ?? 'session');
  } catch (error) {
    if (draft.keep !== 'secret' || !(await wantsSessionOnly(error, log))) throw error;
    await accounts.signIn(account, draft.token, 'session');
  }
  const kept: Keep = draft.keep ?? 'session';
  log.info(`Signed in to ${account.id}, token kept: ${kept}`);
  const who = [displayText(account.company, 60), displayText(account.user, 60)];
  tellInPassing(l10n.t('Signed in to {0} as {1}', ...who));
}

/** A computer without a working keyring can still be worked at. */
async function wantsSessionOnly(error: unknown, log: ExtensionLog): Promise<boolean> {
  logProblem(log, 'The secret storage refused the token', error);
  const sessionOnly = l10n.t('Sign In for This Session Only');
  const sentence = l10n.t(
    'The secret storage of this computer did not take the API token, so it cannot be kept beyond this session. The log tells more.',
  );
  return (await window.showWarningMessage(unlinked(sentence), sessionOnly)) === sessionOnly;
}
