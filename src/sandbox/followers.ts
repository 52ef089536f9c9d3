import type { Follower, Lasting, User } from './records.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';

/** The records that can be followed. */
export interface Followable {
  person: Lasting & { followers: Follower[] };
  product: Lasting & { followers: Follower[] };
}

export type FollowableKind = keyof Followable;

const itemOf = (kind: FollowableKind, id: number): string => `${kind} ${id}`;

function tableOf(store: Store, kind: FollowableKind): Table<Followable[FollowableKind]> {
  return (kind === 'person' ? store.persons : store.products) as unknown as Table<Followable[FollowableKind]>;
}

export function followable(store: Store, kind: FollowableKind, id: number): Followable[FollowableKind] | undefined {
  return tableOf(store, kind).get(id);
}

/** Makes a user follow a record; the user who does already stays as is. */
export function follow(store: Store, kind: FollowableKind, id: number, userId: number, actor: User): Follower | undefined {
  const record = followable(store, kind, id);
  if (!record) return undefined;
  const already = record.followers.find((one) => one.userId === userId);
  if (already) return already;
  const follower = { id: store.nextRelationId(), userId, addTime: store.now() };
  tableOf(store, kind).put({ ...record, followers: [...record.followers, follower] });
  const change = { action: 'added', actorId: actor.id, followerId: userId, time: follower.addTime } as const;
  store.history.addFollower(itemOf(kind, id), change);
  return follower;
}

/** Ends a following that the test picks; undefined where there is none. */
export function unfollow(
  store: Store,
  kind: FollowableKind,
  id: number,
  which: (follower: Follower) => boolean,
  actor: User,
): Follower | undefined {
  const record = followable(store, kind, id);
  const follower = record?.followers.find(which);
  if (!record || !follower) return undefined;
  tableOf(store, kind).put({ ...record, followers: record.followers.filter((one) => one !== follower) });
  const change = { action: 'removed', actorId: actor.id, followerId: follower.userId, time: store.now() } as const;
  store.history.addFollower(itemOf(kind, id), change);
  return follower;
}

/** Who came and went, the latest first: those who came with the company at the end. */
export function followerChanges(store: Store, kind: FollowableKind, id: number): ReturnType<Store['history']['followersOf']> {
  const kept = store.history.followersOf(itemOf(kind, id));
  const first = (followable(store, kind, id)?.followers ?? [])
    .filter(({ userId }) => !kept.some((change) => change.followerId === userId))
    .map((one) => ({ id: one.id, action: 'added' as const, actorId: one.userId, followerId: one.userId, time: one.addTime }));
  return [...kept, ...first];
}
