import {
  type CancellationToken,
  CancellationError,
  type Disposable,
  type LanguageModelToolInvocationOptions,
  LanguageModelTextPart,
  LanguageModelToolResult,
  l10n,
  type PreparedToolInvocation,
} from 'vscode';
import { displayText } from '../../model/displayText.ts';
import { isCancelled, sentenceOf } from '../shared/problems.ts';
import { signalOf } from '../shared/progress.ts';
import { Mistake, usualSize } from './answers.ts';
import { Before } from './before.ts';
import { Guards } from './guards.ts';
import type { Bench, ToolParts } from './parts.ts';
import { question } from './question.ts';
import { proposeNew, proposeUpdate } from './proposing.ts';
import { describeFields, getFigures, getRecord, search } from './reading.ts';
import { inputs, type Input, type ToolId } from './schemas.ts';

const work: { readonly [T in ToolId]: (bench: Bench, input: Input<T>) => Promise<string> } = {
  search,
  get: getRecord,
  fields: describeFields,
  figures: getFigures,
  update: proposeUpdate,
  create: proposeNew,
};

/** The tools of language models. */
export class Toolbox implements Disposable {
  readonly #parts: ToolParts;
  readonly #before = new Before();
  readonly #guards = new Guards();
  /** What a person was asked about last, and in which account. */
  readonly #asked = new Map<string, string | undefined>();
  /** Proposals go one after the other: each sees what the one before has left unsaved. */
  #proposing: Promise<unknown> = Promise.resolve();

  constructor(parts: ToolParts) {
    this.#parts = parts;
  }

  /** Does what a tool is asked for. @throws Error worded for a model */
  async invoke(
    id: ToolId,
    { input, tokenizationOptions }: LanguageModelToolInvocationOptions<unknown>,
    token: CancellationToken,
  ): Promise<LanguageModelToolResult> {
    const signal = signalOf(token);
    // Of English a token is about four characters; of other text fewer.
    const size = Math.min(usualSize, (tokenizationOptions?.tokenBudget ?? usualSize) * 2);
    try {
      const account = this.#parts.accounts.active;
      const checked = checkedInput(id, input);
      if (!account) {
        throw new Mistake(
          'Nobody is signed in to Pipedrive. Ask the person to run “Pipedrive: Sign In” or “Pipedrive: Explore Demo Account” from the Command Palette, then try again.',
        );
      }
      this.#refuseSwitched(id, input, account.id);
      const bench = { ...this.#parts, accountId: account.id, before: this.#before, guards: this.#guards, signal, size };
      const run = () => (work[id] as (bench: Bench, input: unknown) => Promise<string>)(bench, checked);
      const text = await (proposes(id) ? this.#inTurn(run) : run());
      if (token.isCancellationRequested) throw new CancellationError();
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    } catch (error) {
      if (isCancelled(error) || token.isCancellationRequested) throw new CancellationError();
      throw new Error(error instanceof Mistake ? error.message : sentenceOf(error), { cause: error });
    }
  }

  /** What a person is shown before: of a proposal, what it is about. */
  async prepare(id: ToolId, input: unknown, token: CancellationToken): Promise<PreparedToolInvocation> {
    if (!proposes(id)) return { invocationMessage: l10n.t('Reading from Pipedrive') };
    this.#asked.set(keyOf(id, input), this.#parts.accounts.active?.id);
    const [oldest = ''] = this.#asked.keys();
    if (this.#asked.size > mostAsked) this.#asked.delete(oldest);
    const confirmationMessages = await question(this.#parts, id, input, signalOf(token));
    return { invocationMessage: l10n.t('Proposing a change in Pipedrive'), confirmationMessages };
  }

  /** @throws Mistake where the account was switched between the question and the person's yes */
  #refuseSwitched(id: ToolId, input: unknown, accountId: string): void {
    const key = keyOf(id, input);
    const asked = this.#asked.has(key) ? this.#asked.get(key) : accountId;
    this.#asked.delete(key);
    if (asked !== accountId) {
      throw new Mistake(
        'The person was asked about another account than the one that is shown now, so nothing was proposed. Ask again.',
      );
    }
  }

  #inTurn(work: () => Promise<string>): Promise<string> {
    const turn = this.#proposing.then(work);
    this.#proposing = turn.catch(() => undefined);
    return turn;
  }

  dispose(): void {
    this.#before.dispose();
    this.#guards.dispose();
  }
}

/** So many questions may wait for their answers. */
const mostAsked = 20;

const keyOf = (id: ToolId, input: unknown): string => `${id} ${JSON.stringify(input)}`;

const proposes = (id: ToolId): id is 'update' | 'create' => id === 'update' || id === 'create';

/** VS Code holds no input against the schema. @throws Mistake */
function checkedInput(id: ToolId, input: unknown): unknown {
  const result = inputs[id].safeParse(input);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'input'}: ${message}`);
  const takes = Object.keys(inputs[id].shape).join(', ');
  throw new Mistake(
    `The input does not fit. ${displayText(wrong.join('; '), 400)}. This tool takes: ${takes}. Correct it and call again.`,
  );
}
