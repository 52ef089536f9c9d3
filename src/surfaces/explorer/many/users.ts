import { l10n } from 'vscode';
import { displayText } from '../../../model/displayText.ts';
import { plain } from '../../shared/searchRows.ts';
import type { Choice } from '../ask.ts';
import type { ActionParts } from '../parts.ts';

export interface UserChoice extends Choice {
  readonly id: number;
}

/** The company's users who can still sign in, for a pick. */
export async function usersOf(accountId: string, { room }: ActionParts): Promise<readonly UserChoice[]> {
  const { api } = await room.documents.records.session(accountId);
  return (await api.users())
    .filter(({ active }) => active)
    .map(({ id, name, email }) => ({
      id,
      label: plain(name, 80) || l10n.t('User {0}', id),
      description: displayText(email, 120),
    }));
}
