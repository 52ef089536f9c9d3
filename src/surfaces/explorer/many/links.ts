import { env, l10n, Uri, window } from 'vscode';
import { Refusal } from '../../shared/problems.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { counted } from '../words.ts';

/** So many pages open without a question. */
const mostUnasked = 10;

/** The address of a record's page in Pipedrive; none where it has no page. */
export function linkOf({ address }: Target, { accounts }: ActionParts): string | undefined {
  const webUrl = accounts.get(address.accountId)?.webUrl;
  const path = address.kind.webPath?.(address);
  return webUrl === undefined || path === undefined ? undefined : webUrl + path;
}

/** Opens the records' pages in the browser; many only after a question. @throws Refusal where none has a page */
export async function openPages(targets: readonly Target[], parts: ActionParts): Promise<void> {
  const paged = targets.filter((target) => linkOf(target, parts) !== undefined);
  if (paged.length === 0 && targets.length > 0) throw new Refusal(l10n.t('This has no page in Pipedrive.'));
  if (paged.length > mostUnasked) {
    const open = l10n.t('Open All');
    const question = l10n.t('Open the pages of {0} in Pipedrive?', counted(paged));
    const detail = l10n.t('Each opens a tab of your browser.');
    if ((await window.showWarningMessage(question, { modal: true, detail }, open)) !== open) return;
  }
  for (const target of paged) await env.openExternal(Uri.parse(linkOf(target, parts) ?? '', true));
}
