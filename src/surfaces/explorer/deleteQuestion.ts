import { l10n, window } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { views } from '../../ids/index.ts';
import type { Records } from '../../kinds/records.ts';
import { companyLine, type Known } from '../shared/company.ts';
import { withViewProgress } from '../shared/progress.ts';
import { costSentence, forecastOf, type Plan } from './many/forecast.ts';
import type { ActionParts } from './parts.ts';
import type { Target } from './target.ts';
import { called, counted, listed, named } from './words.ts';

/** How long the question waits for what hangs off a record. */
const patience = 4000;

/** Reads what a list left out of what hangs off the record; as it was known where it cannot be read in good time. */
export async function withHangingOff(target: Target, records: Records): Promise<Target> {
  const { address, record } = target;
  const needs = address.kind.hangsOff?.needs ?? [];
  if (record && needs.every((key) => key in record.values)) return target;
  try {
    const read = () => records.get(address, { signal: AbortSignal.timeout(patience) });
    return { address, record: await withViewProgress(views[address.kind.view], read) };
  } catch (error) {
    // What hangs off it may be unknown, and the record can be deleted all the same. The request path has logged it.
    if (!PipedriveError.is(error)) throw error;
    return target;
  }
}

/** Asks whether to delete one record, and says what hangs off it. */
export function confirmOne(target: Target, accounts: Known): Promise<boolean> {
  const { kind, accountId } = target.address;
  return confirm(l10n.t('Delete {0}?', called([target])), [
    companyLine(accounts, [accountId]),
    hangingOff(target),
    l10n.t('It is deleted for everyone in the company.'),
    kind.afterwards ?? '',
  ]);
}

/**
 * Asks whether to delete many records, and says what that takes.
 * @param kept those that cannot be deleted and stay
 */
export async function confirmMany(
  targets: readonly Target[],
  kept: readonly Target[],
  { accounts, room }: Pick<ActionParts, 'accounts' | 'room'>,
): Promise<boolean> {
  const kinds = [...new Set(targets.map(({ address }) => address.kind))];
  return confirm(l10n.t('Delete {0}?', counted(targets)), [
    companyLine(
      accounts,
      targets.map(({ address }) => address.accountId),
    ),
    l10n.t('{0}.', named(targets)),
    kept.length > 0 ? l10n.t('{0} cannot be deleted and will stay.', named(kept)) : '',
    l10n.t('They are deleted for everyone in the company.'),
    ...new Set(kinds.map(({ afterwards }) => afterwards ?? '')),
    costSentence(await forecastOf(targets, deletionOf, room.documents.records)),
  ]);
}

async function confirm(question: string, detail: readonly string[]): Promise<boolean> {
  const confirmed = l10n.t('Delete');
  const lines = detail.filter((line) => line !== '').join('\n');
  return (await window.showWarningMessage(question, { modal: true, detail: lines }, confirmed)) === confirmed;
}

function hangingOff({ address: { kind }, record }: Target): string {
  if (!kind.hangsOff) return '';
  if (!record || !kind.hangsOff.needs.every((key) => key in record.values)) {
    return l10n.t('What is attached to it could not be read.');
  }
  const parts = kind.hangsOff.of(record);
  return parts.length > 0 ? l10n.t('Attached to it: {0}.', listed(parts)) : '';
}

const deletionOf: Plan = ({ removeMany }, count) => removeMany && [removeMany.plan(count)];
