import { mergePersons } from '../merging.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { removePerson } from '../people.ts';
import type { Activity, Person } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import type { Store } from '../store.ts';
import { showActivity } from './activity.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { isTrue, readBody, readId } from './bodies.ts';
import { dealColumns } from './deal.ts';
import { dealsAnswer, sortDeals, withStatus } from './deals.ts';
import { filesAnswer } from './files.ts';
import { followerOperations } from './followers.ts';
import { pathId } from './lists.ts';
import { mailItem } from './mails.ts';
import { permittedUsers } from './permitted.ts';
import { showPerson } from './person.ts';
import { plainProduct } from './products.ts';
import { bulkRemoval } from './removals.ts';

function found(call: Call): Person {
  const person = call.store.persons.get(pathId(call));
  if (!person) throw refuseV1(404, 'Person not found');
  return person;
}

/** How many activities of each type everybody has. */
function distribution(store: Store, activities: readonly Activity[]): Record<string, unknown> {
  const shares: Record<
    string,
    { activities: Record<string, number>; name: string | null; activity_count: number; share: number }
  > = {};
  for (const { ownerId, type } of activities) {
    const share = (shares[ownerId] ??= {
      activities: {},
      name: store.users.get(ownerId)?.name ?? null,
      activity_count: 0,
      share: 0,
    });
    share.activities[type] = (share.activities[type] ?? 0) + 1;
    share.activity_count += 1;
  }
  for (const share of Object.values(shares)) share.share = Math.round((100 * share.activity_count) / activities.length);
  return shares;
}

function activities(call: Call): Answer {
  const { store, query } = call;
  const done = query.get('done');
  const excluded = new Set((query.get('exclude') ?? '').split(',').map(Number));
  const kept = store.activities
    .by('personId', found(call).id)
    .filter(
      (activity) =>
        activity.deleteTime === null && (done === null || activity.done === isTrue(done)) && !excluded.has(activity.id),
    );
  const page = pageOf(kept, query);
  return listAnswer(page, (activity) => showActivity(store, activity), {
    additional_data: { activity_distribution: distribution(store, kept), pagination: page.pagination },
  });
}

function deals(call: Call): Answer {
  const { store, query } = call;
  const kept = store.deals.by('personId', found(call).id).filter(withStatus(query));
  return dealsAnswer(store, pageOf(sortDeals(kept, query), query));
}

function mails(call: Call): Answer {
  const { store, query } = call;
  const kept = store.mails.by('personId', found(call).id).toSorted((a, b) => b.time - a.time);
  return listAnswer(pageOf(kept, query), (mail) => mailItem(store, mail, isTrue(query.get('include_body'))));
}

/** The products of a person's deals, each in an object under the id of its deal. */
function products(call: Call): Answer {
  const { store, query } = call;
  const parts = store.deals
    .by('personId', found(call).id)
    .filter((deal) => deal.deleteTime === null)
    .flatMap((deal) => store.dealProducts.by('dealId', deal.id).map((part) => ({ deal, part })));
  return listAnswer(pageOf(parts, query), ({ deal, part }) => {
    const product = store.products.get(part.productId);
    return {
      [deal.id]: {
        deal: { ...dealColumns(store, deal, 'ids'), company_id: store.company.id },
        product: product ? { ...plainProduct(store, product), deal_id: deal.id } : null,
      },
    };
  });
}

function merge(call: Call): Answer {
  const { store, user } = call;
  const absorbed = found(call);
  const id = readId(readBody(call.body)['merge_with_id']);
  if (!id) throw refuseV1(400, 'merge_with_id must be given');
  const survivor = store.persons.get(id);
  if (!survivor || survivor.deleteTime !== null || absorbed.deleteTime !== null) throw refuseV1(404, 'Person not found');
  if (survivor.id === absorbed.id) throw refuseV1(400, 'A person cannot be merged with itself');
  const merged = mergePersons(store, user, absorbed, survivor);
  const shown = { ...showPerson(store, merged), owner_id: merged.ownerId, org_id: merged.orgId };
  return answer({ ...shown, merge_what_id: absorbed.id });
}

function removeMany(call: Call): Answer {
  return bulkRemoval(call, (id) => {
    const person = call.store.persons.get(id);
    if (!person || person.deleteTime !== null) return false;
    removePerson(call.store, call.user, person);
    return true;
  });
}

export const personRelatedOperations: readonly Operation[] = [
  { version: 'v1', method: 'DELETE', path: '/persons', run: removeMany },
  { version: 'v1', method: 'GET', path: '/persons/:id/activities', run: activities },
  { version: 'v1', method: 'GET', path: '/persons/:id/deals', run: deals },
  {
    version: 'v1',
    method: 'GET',
    path: '/persons/:id/files',
    run: (call) => filesAnswer(call.store, call.store.files.by('personId', found(call).id), call.query),
  },
  ...followerOperations('person', '/persons', 200),
  { version: 'v1', method: 'GET', path: '/persons/:id/mailMessages', run: mails },
  {
    version: 'v1',
    method: 'GET',
    path: '/persons/:id/permittedUsers',
    run: (call) => answer(permittedUsers(call.store, found(call))),
  },
  { version: 'v1', method: 'GET', path: '/persons/:id/products', run: products },
  { version: 'v1', method: 'PUT', path: '/persons/:id/merge', run: merge },
];
