import { env, l10n } from 'vscode';
import type { Account, Accounts } from '../../../account/index.ts';
import { PipedriveError } from '../../../api/errors.ts';
import { reach } from '../../../api/reach.ts';
import type { Api, ApiVersion, Standing } from '../../../api/types.ts';
import { isCancelled, sentenceOf } from '../../shared/problems.ts';
import { addressesOf, codeOf, knock, mayBeProxied, proxyOf } from './proxy.ts';
import type { Outcome, StepResult } from './steps.ts';

export interface Check {
  readonly accounts: Accounts;
  readonly account: Account;
  readonly signal: AbortSignal;
  /** Told before each step what is looked at. */
  readonly begins: (name: string) => void;
  /** Told of each result as it comes. */
  readonly found: (result: StepResult) => void;
}

/** A step's own words for how it ended. */
type Ended = readonly [outcome: Outcome, sentence: string];

/**
 * Looks at the way to Pipedrive from near to far, each thing by itself, so that the first fault is where it is. What needs
 * what has failed is not tried. Only the last steps ask Pipedrive's API, with the fewest requests that tell.
 *
 * @throws the signal's reason where it is cancelled, and nothing that a step may meet
 */
export async function check({ accounts, account, signal, begins, found }: Check): Promise<void> {
  let broken = false;
  const step = async (name: string, look: () => Promise<Ended>): Promise<void> => {
    signal.throwIfAborted();
    begins(name);
    const [outcome, sentence] = broken ? skipped() : await ended(look);
    signal.throwIfAborted();
    if (outcome === 'fault') broken = true;
    found({ name, outcome, sentence });
  };

  let origin = '';
  await step(l10n.t('Address'), async () => {
    origin = await accounts.originOf(account);
    if (account.demo) return ['good', l10n.t('The demo account, on this computer: {0}.', origin)];
    const own = `https://${account.domain}.pipedrive.com`;
    return origin === own
      ? ['good', l10n.t('{0}.', origin)]
      : ['note', l10n.t('{0}, which the setting “pipedrive.baseUrl” puts in the place of {1}.', origin, own)];
  });

  const url = (): URL => new URL(origin);
  let proxied = false;
  await step(l10n.t('Proxy'), async () => {
    const proxy = proxyOf(url());
    if (!mayBeProxied(url())) return ['good', l10n.t('None is used for an address on this computer.')];
    if (!proxy) {
      return [
        'good',
        l10n.t('VS Code’s settings and the environment name none for this address. The system may still have one.'),
      ];
    }
    proxied = true;
    const { hostname, port, host, from } = proxy;
    if (hostname === undefined || port === undefined || host === undefined) {
      return ['fault', l10n.t('What {0} holds is no address of a proxy. Write it as http://host:port.', from)];
    }
    try {
      await knock(hostname, port, signal);
      return ['good', l10n.t('{0} (from {1}) takes connections.', host, from)];
    } catch (error) {
      signal.throwIfAborted();
      return [
        'fault',
        l10n.t('{0} (from {1}) cannot be reached: {2}. Check that setting and the network.', host, from, codeOf(error)),
      ];
    }
  });

  /** A name that is not found from here may be found by a proxy of the system, which nobody tells us of. */
  const isReached = async (): Promise<boolean> => {
    try {
      await reach(origin, signal);
      return true;
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      return false;
    }
  };
  await step(l10n.t('Name lookup'), async () => {
    const { hostname } = url();
    try {
      const count = await addressesOf(hostname);
      return ['good', count === 1 ? l10n.t('{0} has one address.', hostname) : l10n.t('{0} has {1} addresses.', hostname, count)];
    } catch (error) {
      if (proxied || (await isReached())) {
        return ['note', l10n.t('{0} is not found from here ({1}); the proxy looks it up.', hostname, codeOf(error))];
      }
      return [
        'fault',
        l10n.t('{0} is not found ({1}). Check the network connection and the company domain.', hostname, codeOf(error)),
      ];
    }
  });

  await step(l10n.t('Connection'), async () => {
    const { tls, milliseconds } = await reach(origin, signal);
    if (!tls)
      return ['good', l10n.t('Answered in {0} ms. It does not leave this computer, so it is not encrypted.', milliseconds)];
    if (tls.issuer === '') return ['good', l10n.t('Answered in {0} ms over {1}.', milliseconds, tls.protocol)];
    return ['good', l10n.t('Answered in {0} ms over {1}; certificate by {2}.', milliseconds, tls.protocol, tls.issuer)];
  });

  let api: Api | undefined;
  let standing: Standing | undefined;
  const before = (): number => api?.budget.used ?? 0;
  let used = 0;
  await step(l10n.t('API token'), async () => {
    ({ api } = await accounts.session(account.id));
    used = before();
    standing = await api.standing({ signal });
    const { companyDomain } = standing.me;
    if (account.domain !== undefined && companyDomain !== '' && companyDomain !== account.domain) {
      return [
        'fault',
        l10n.t('The token is of another company, {0}. Sign in again with one of {1}.', companyDomain, account.domain),
      ];
    }
    return ['good', l10n.t('Pipedrive accepts it.')];
  });

  await step(l10n.t('Permissions'), async () =>
    standing?.admin === true
      ? ['good', l10n.t('The token’s user is an administrator.')]
      : ['note', l10n.t('The token’s user is no administrator: fields, pipelines and some records may be out of reach.')],
  );

  let known: number | string | undefined;
  const answered: ApiVersion[] = [];
  const version = (asked: ApiVersion) => async (): Promise<Ended> => {
    try {
      known = await api?.answers(asked, known, { signal });
      answered.push(asked);
      return ['good', l10n.t('Answers.')];
    } catch (error) {
      if (!PipedriveError.is(error, 'unsupported', 'notFound', 'gone', 'unexpected', 'forbidden')) throw error;
      const number = asked === 'v1' ? 1 : 2;
      return ['note', gone(error) ? l10n.t('Pipedrive no longer answers in version {0}.', number) : sentenceOf(error)];
    }
  };
  await step(l10n.t('Version 2 of the API'), version('v2'));
  await step(l10n.t('Version 1 of the API'), version('v1'));
  await step(l10n.t('Versions together'), async () => {
    if (answered.length === 0) return ['fault', l10n.t('Neither version answers. The log tells more; try again later.')];
    if (answered.length === 2) return ['good', l10n.t('Either can be chosen.')];
    return answered[0] === 'v2'
      ? ['note', l10n.t('Leave “pipedrive.apiVersion” at “v2”. What only version 1 offers, merging say, may fail.')]
      : ['note', l10n.t('Set “pipedrive.apiVersion” to “v1”, or run “Pipedrive: Use Version 1 of the API”.')];
  });

  await step(l10n.t('API budget'), async () => {
    const { dailyRemaining, dailyLimit } = api?.budget ?? {};
    if (dailyRemaining === undefined || dailyLimit === undefined)
      return ['note', l10n.t('Pipedrive does not tell what is left.')];
    const figures = [dailyRemaining.toLocaleString(env.language), dailyLimit.toLocaleString(env.language)];
    return ['good', l10n.t('{0} of {1} tokens of today are left.', ...figures)];
  });
  await step(l10n.t('Cost'), async () => ['good', l10n.t('This check took {0} API tokens.', before() - used)]);
}

/** The sentence that people are told elsewhere speaks of what they asked for. */
const gone = (error: unknown): boolean => PipedriveError.is(error, 'unsupported');

const skipped = (): Ended => ['skipped', l10n.t('Not tried, because of the fault above.')];

/** What a step met, in the words that a person is told it in elsewhere too. */
async function ended(look: () => Promise<Ended>): Promise<Ended> {
  try {
    return await look();
  } catch (error) {
    if (isCancelled(error) || !PipedriveError.is(error)) throw error;
    const code = error.cause instanceof Error && /^[A-Z_0-9]+$/.test(error.cause.message) ? ` (${error.cause.message})` : '';
    return ['fault', `${sentenceOf(error)}${code}`];
  }
}
