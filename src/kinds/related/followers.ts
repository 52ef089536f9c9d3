import * as l10n from '@vscode/l10n';
import type { CollectionName, Followable } from '../../api/types.ts';
import { pageOf } from './paged.ts';
import type { Related } from './related.ts';
import { userName } from './users.ts';

/** Who follows a record. Both versions' lists name a follower by the user (https://developers.pipedrive.com/docs/api/v1/Persons#getPersonFollowers). */
export const followers = (entity: Followable): Related => ({
  id: 'followers',
  icon: 'organization',
  words: { many: l10n.t('Followers'), none: l10n.t('Nobody follows') },
  countKey: 'followers_count',
  list: async (session, { id }, { chosen: _none, ...options } = {}) =>
    pageOf(await session.api.collection(`${entity}.followers`, id).list(options), async (follower) => {
      const since = follower.values['add_time'];
      return {
        id: String(follower.id),
        icon: 'person',
        title: await userName(session, follower.id),
        details: [],
        ...(typeof since === 'string' ? { time: since } : {}),
        removes: true,
      };
    }),
  add: {
    form: 'follower',
    plan: [{ operation: `${entity}.follow` }],
    async run(session, record, { userId }, options) {
      await session.api.followers(entity).add(record, userId, options);
      return { id: String(userId), icon: 'person', title: await userName(session, userId), details: [], removes: true };
    },
  },
  remove: {
    label: l10n.t('Stop Following'),
    run: (session, record, id, options) => session.api.followers(entity).remove(record, Number(id), options),
  },
});

/** Which users may see a record. */
export const permittedUsers = (name: Extract<CollectionName, `${string}.permittedUsers`>): Related => ({
  id: 'permittedUsers',
  icon: 'eye',
  words: { many: l10n.t('Visible To'), none: l10n.t('Pipedrive names nobody') },
  list: async (session, { id }, { chosen: _none, ...options } = {}) =>
    pageOf(await session.api.collection(name, id).list(options), async (user) => ({
      id: String(user.id),
      icon: 'eye',
      title: await userName(session, user.id),
      details: [],
    })),
});
