import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { Followable } from '../../api/types.ts';
import type { HistoryEvent } from '../../model/history/event.ts';
import type { Page, PipedriveRecord, RecordId } from '../../model/record.ts';
import type { RelatedOptions } from '../related/related.ts';
import { userName } from '../related/users.ts';

/** Who began to follow a record and who stopped (https://developers.pipedrive.com/docs/api/v1/Products#getProductFollowersChangelog). */
export const followerEvents =
  (entity: Followable) =>
  async (session: Session, record: RecordId, { chosen: _none, ...options }: RelatedOptions = {}): Promise<Page<HistoryEvent>> => {
    const page = await session.api.collection(`${entity}.followerChanges`, record).list(options);
    return { ...page, items: await Promise.all(page.items.map((row) => told(session, row))) };
  };

async function told(session: Session, { id, values }: PipedriveRecord): Promise<HistoryEvent> {
  const came = values['action'] !== 'removed';
  return {
    id: String(id),
    icon: came ? 'eye' : 'eye-closed',
    time: String(values['time'] ?? ''),
    what: came ? l10n.t('Began to follow') : l10n.t('Stopped following'),
    title: await userName(session, values['follower_user_id']),
    who: await userName(session, values['actor_user_id']),
  };
}
