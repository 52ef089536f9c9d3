import { l10n, window } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { isCancelled, Refusal } from '../shared/problems.ts';
import { withSteps } from '../shared/progress.ts';
import type { Target } from './target.ts';
import { called, reasons, type Left } from './words.ts';

/** Faults after which the same would fail again. */
const lasting = ['forbidden', 'notFound', 'gone', 'invalid', 'unsupported'] as const;

/**
 * Brings deleted records back. Pipedrive does not promise that it can, so that each is read again to know; a kind whose
 * record stayed deleted is not offered again in this session.
 */
export class Undoing {
  readonly #records: Records;
  readonly #hopeless = new Set<Kind>();

  constructor(records: Records) {
    this.#records = records;
  }

  /** Those that may be brought back. */
  offered(targets: readonly Target[]): readonly Target[] {
    return targets.filter(({ address: { kind } }) => kind.restore && !this.#hopeless.has(kind));
  }

  /** Brings them back, and says which of them came. */
  async restore(targets: readonly Target[]): Promise<void> {
    const restored: Target[] = [];
    const left: Left[] = [];
    await withSteps(l10n.t('Bringing back {0}', called(targets)), targets.length, async ({ signal, step }) => {
      for (const target of targets) {
        const problem = signal.aborted ? new Refusal(l10n.t('Cancelled.')) : await this.#restore(target, signal);
        if (problem) left.push({ target, error: problem });
        else restored.push(target);
        step(restored.length + left.length);
      }
    });
    if (left.length === 0) void window.showInformationMessage(l10n.t('Pipedrive brought {0} back.', called(restored)));
    else void window.showWarningMessage(l10n.t('Pipedrive did not bring back {0}.', reasons(left)));
  }

  /** Why it did not come back; nothing where it did. */
  async #restore({ address }: Target, signal: AbortSignal): Promise<Error | undefined> {
    try {
      if (await this.#records.restore(address, { signal })) return undefined;
      this.#hopeless.add(address.kind);
      return new Refusal(l10n.t('It is still deleted.'));
    } catch (error) {
      if (!PipedriveError.is(error) || isCancelled(error)) throw error;
      if (PipedriveError.is(error, ...lasting)) this.#hopeless.add(address.kind);
      return error;
    }
  }
}
