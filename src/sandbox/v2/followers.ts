import { followable, type FollowableKind, follow, followerChanges, unfollow } from '../followers.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import type { Follower } from '../records.ts';
import { zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { BodyReader } from './bodies.ts';
import { notFound, pathId } from './lists.ts';
import { pageByPlace, Query } from './query.ts';

const show = ({ userId, addTime }: Follower): Record<string, unknown> => ({ user_id: userId, add_time: zonedTime(addTime) });

/** Listing, adding and removing those who follow records of a kind. A following is removed by the user's id. */
export function followerOperations(kind: FollowableKind, path: string): Operation[] {
  const name = kind === 'person' ? 'Person' : 'Product';
  const found = (call: Call): Follower[] => {
    const record = followable(call.store, kind, pathId(call));
    if (!record) throw notFound(name);
    return record.followers;
  };
  const list = (call: Call): Answer => {
    const { page, next } = pageByPlace(new Query(call.query, ['limit', 'cursor']), found(call));
    return pageAnswer(page.map(show), next);
  };
  const add = (call: Call): Answer => {
    const followers = found(call);
    const reader = new BodyReader(call.body, ['user_id']);
    const userId = reader.id('user_id', 'User', (id) => call.store.users.get(id) !== undefined);
    if (!reader.has('user_id')) reader.problems.add('user_id', 'Required');
    if (followers.some((one) => one.userId === userId)) reader.problems.add('user_id', 'User is already a follower');
    reader.problems.check();
    const follower = userId === undefined ? undefined : follow(call.store, kind, pathId(call), userId, call.user);
    if (!follower) throw notFound(name);
    return { ...answer(show(follower)), status: 201 };
  };
  const remove = (call: Call): Answer => {
    found(call);
    const userId = Number(call.params['follower_id']);
    const gone = unfollow(call.store, kind, pathId(call), (follower) => follower.userId === userId, call.user);
    if (!gone) throw notFound('Follower');
    return answer({ user_id: userId });
  };
  const changelog = (call: Call): Answer => {
    found(call);
    const changes = followerChanges(call.store, kind, pathId(call));
    const { page, next } = pageByPlace(new Query(call.query, ['limit', 'cursor']), changes);
    const rows = page.map(({ action, actorId, followerId, time }) => ({
      action,
      actor_user_id: actorId,
      follower_user_id: followerId,
      time: zonedTime(time),
    }));
    return pageAnswer(rows, next);
  };
  return [
    { version: 'v2', method: 'GET', path: `${path}/:id/followers`, run: list },
    { version: 'v2', method: 'POST', path: `${path}/:id/followers`, run: add },
    { version: 'v2', method: 'GET', path: `${path}/:id/followers/changelog`, run: changelog },
    { version: 'v2', method: 'DELETE', path: `${path}/:id/followers/:follower_id`, run: remove },
  ];
}
