import { env, l10n, ThemeIcon, Uri } from 'vscode';
import type { Keep } from '../../account/index.ts';
import { PipedriveError } from '../../api/errors.ts';
import { companyDomain } from '../../api/host.ts';
import { checkToken } from '../../api/token.ts';
import { sentenceOf } from '../shared/problems.ts';
import { ask, back, choose } from './steps.ts';

const steps = 3;
const title = (): string => l10n.t('Sign in to Pipedrive');

/** What is known of a sign-in so far; what a step asks for is filled in by it. */
export interface SignInDraft {
  companyDomain: string;
  token: string;
  keep: Keep | undefined;
}

export type SignInStep = 'domain' | 'token' | 'keep';

/**
 * Asks what is missing, from one step on. Each step begins with what was given before, so that
 * a refused value is corrected and not typed again.
 *
 * @param problem what is wrong with the value of the first step shown
 * @throws CancellationError when the person leaves
 */
export async function askSignIn(draft: SignInDraft, from: SignInStep, problem?: string): Promise<void> {
  let step: SignInStep | undefined = from;
  let wrong = problem;
  while (step !== undefined) {
    step = await forms[step](draft, wrong);
    wrong = undefined;
  }
}

/** Each step fills in the draft and answers which comes next. */
const forms: {
  readonly [S in SignInStep]: (draft: SignInDraft, problem: string | undefined) => Promise<SignInStep | undefined>;
} = {
  async domain(draft, problem) {
    const given = await ask({
      title: title(),
      step: 1,
      steps,
      value: draft.companyDomain,
      prompt: l10n.t('Your company’s domain: the “acme” of acme.pipedrive.com. You can paste the address of any page there.'),
      placeholder: 'acme',
      problem,
      validate: (value) => refusal(() => companyDomain(value)),
    });
    if (given === back) return 'domain';
    draft.companyDomain = companyDomain(given);
    return 'token';
  },

  async token(draft, problem) {
    const given = await ask({
      title: title(),
      step: 2,
      steps,
      value: draft.token,
      prompt: l10n.t('Your API token, from Settings > Personal preferences > API in Pipedrive. The arrow above opens that page.'),
      placeholder: l10n.t('API token'),
      password: true,
      problem,
      validate: (value) => (value === '' ? l10n.t('Paste your API token here.') : refusal(() => checkToken(value))),
      help: {
        button: { iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Open the Page Where the Token Is Found') },
        run: () => void env.openExternal(Uri.parse(`https://${draft.companyDomain}.pipedrive.com/settings/api`, true)),
      },
    });
    if (given === back) return 'domain';
    draft.token = given;
    // Chosen before, when only the token was refused.
    return draft.keep === undefined ? 'keep' : undefined;
  },

  async keep(draft) {
    const keep = await choose<Keep>({
      title: title(),
      step: 3,
      steps,
      placeholder: l10n.t('Where is the token kept?'),
      choices: [
        {
          value: 'secret',
          label: l10n.t('Keep me signed in'),
          detail: l10n.t('The token goes into the secret storage of this computer.'),
        },
        {
          value: 'session',
          label: l10n.t('For this session only'),
          detail: l10n.t('The token is forgotten when this window closes or reloads.'),
        },
      ],
    });
    if (keep === back) return 'token';
    draft.keep = keep;
    return undefined;
  },
};

function refusal(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (PipedriveError.is(error)) return sentenceOf(error);
    throw error;
  }
}
