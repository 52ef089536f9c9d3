import { l10n } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import type { Values } from '../../model/record.ts';

export const deletedSentence = (): string => l10n.t('This record was deleted. Pipedrive keeps deleted records for 30 days.');

/** @param by what the record that it is part of now is called */
export const mergedSentence = (by: string): string => l10n.t('This record was merged into “{0}” and is no longer there.', by);

/**
 * Pipedrive may still answer a record that was deleted meanwhile, marked so.
 * @throws PipedriveError `gone`, save where the mark is what the text stands on or is about to change
 */
export function refuseDeleted(base: Values | undefined, mine: Values, theirs: Values): void {
  const marked = (values: Values | undefined) => values?.['is_deleted'] === true;
  if (marked(theirs) && !marked(base) && !marked(mine)) throw new PipedriveError('gone', deletedSentence());
}
