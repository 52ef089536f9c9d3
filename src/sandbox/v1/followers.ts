import { followable, type FollowableKind, follow, unfollow } from '../followers.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import type { Follower } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import { plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { readBody, readId } from './bodies.ts';
import { pathId } from './lists.ts';

/** Listing, adding and removing those who follow records of a kind. A following is removed by its own id. */
export function followerOperations(kind: FollowableKind, path: string, added: number): Operation[] {
  const name = kind === 'person' ? 'Person' : 'Product';
  const show = (call: Call, { userId, id, addTime }: Follower): Record<string, unknown> => ({
    user_id: userId,
    id,
    [`${kind}_id`]: pathId(call),
    add_time: plainTime(addTime),
  });
  const found = (call: Call): Follower[] => {
    const record = followable(call.store, kind, pathId(call));
    if (!record) throw refuseV1(404, `${name} not found`);
    return record.followers;
  };
  const list = (call: Call): Answer => {
    // The list for a person knows no pages, that for a product does.
    const query = kind === 'product' ? call.query : new URLSearchParams({ limit: '500' });
    return listAnswer(pageOf(found(call), query), (follower) => show(call, follower));
  };
  const add = (call: Call): Answer => {
    found(call);
    const userId = readId(readBody(call.body)['user_id']);
    if (!userId) throw refuseV1(400, 'user_id must be given');
    if (!call.store.users.get(userId)) throw refuseV1(404, 'User not found');
    const follower = follow(call.store, kind, pathId(call), userId, call.user);
    if (!follower) throw refuseV1(404, `${name} not found`);
    return answer(show(call, follower), {}, added);
  };
  const remove = (call: Call): Answer => {
    found(call);
    const id = Number(call.params['follower_id']);
    const gone = unfollow(call.store, kind, pathId(call), (follower) => follower.id === id, call.user);
    if (!gone) throw refuseV1(404, 'Follower not found');
    return answer({ id });
  };
  return [
    { version: 'v1', method: 'GET', path: `${path}/:id/followers`, run: list },
    { version: 'v1', method: 'POST', path: `${path}/:id/followers`, run: add },
    { version: 'v1', method: 'DELETE', path: `${path}/:id/followers/:follower_id`, run: remove },
  ];
}
