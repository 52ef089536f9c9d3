import { l10n, window } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { inCompany, type Known } from '../shared/company.ts';
import { Refusal } from '../shared/problems.ts';
import { withSteps } from '../shared/progress.ts';
import { eachOf } from './many/each.ts';
import type { Target } from './target.ts';
import { called, reasons } from './words.ts';

/** Faults after which the same would fail again. */
const lasting = ['forbidden', 'notFound', 'gone', 'invalid', 'unsupported'] as const;

/**
 * Brings deleted records back. Pipedrive does not promise that it can, so that each is read again to know; a kind whose
 * record stayed deleted is not offered again in this session.
 */
export class Undoing {
  readonly #records: Records;
  readonly #accounts: Known;
  readonly #hopeless = new Set<Kind>();

  constructor(records: Records, accounts: Known) {
    this.#records = records;
    this.#accounts = accounts;
  }

  /** Those that may be brought back. */
  offered(targets: readonly Target[]): readonly Target[] {
    return targets.filter(({ address: { kind } }) => kind.restore && !this.#hopeless.has(kind));
  }

  /** Brings them back, and says which of them came. */
  async restore(targets: readonly Target[]): Promise<void> {
    const { done, left } = await withSteps(l10n.t('Bringing back {0}', called(targets)), targets.length, (steps) =>
      eachOf(targets, steps, (target) => this.#restore(target, steps.signal)),
    );
    const said = (sentence: string) => inCompany(sentence, this.#accounts, targets[0]?.address.accountId);
    if (left.length === 0) void window.showInformationMessage(said(l10n.t('Pipedrive brought {0} back.', called(done))));
    else void window.showWarningMessage(said(l10n.t('Pipedrive did not bring back {0}.', reasons(left))));
  }

  /** @throws Refusal where it is still deleted afterwards */
  async #restore({ address }: Target, signal: AbortSignal): Promise<void> {
    try {
      if (await this.#records.restore(address, { signal })) return;
    } catch (error) {
      if (PipedriveError.is(error, ...lasting)) this.#hopeless.add(address.kind);
      throw error;
    }
    this.#hopeless.add(address.kind);
    throw new Refusal(l10n.t('It is still deleted.'));
  }
}
