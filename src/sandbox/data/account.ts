import { Store } from '../store.ts';
import { morningOf, referenceTime } from './calendar.ts';
import { makeAwkward } from './awkward.ts';
import { addDoubles } from './doubles.ts';
import { addExtras } from './extras.ts';
import { makeFields } from './fields.ts';
import { past } from './past.ts';
import { makePerson } from './persons.ts';
import { makeOrganization, makeProduct } from './products.ts';
import { Random } from './random.ts';
import { makeActivity, makeDeal, makePipelines } from './sales.ts';
import { makeUsers } from './users.ts';

export interface AccountSize {
  persons: number;
  organizations: number;
  deals: number;
  products: number;
  activities: number;
}

export const usualSize: AccountSize = { persons: 1_200, organizations: 60, deals: 600, products: 150, activities: 900 };

/** Fills a store with the made-up company: the same for the same seed and size. */
export function makeAccount(seed: number, size: AccountSize, clock: () => number): Store {
  const random = new Random(seed);
  const company = { id: 7_700_123, name: 'Larkspur Trading', domain: 'larkspur-demo', country: 'DE', industry: 'Wholesale' };
  // Nothing may be older after a change than before it, even where the machine's clock is behind.
  const store = new Store(company, () => Math.max(clock(), referenceTime), past);

  const users = makeUsers();
  for (const user of users) store.users.put(user);
  const userIds = users.filter((user) => user.active).map((user) => user.id);

  const fields = makeFields(random, userIds[0] ?? 0);
  for (const { field } of fields) store.putField(field);
  const live = (entity: string) => fields.filter(({ field }) => field.entity === entity && field.custom && !field.deleted);

  const orgIds = Array.from({ length: size.organizations }, (_, n) => n + 1);
  const around = { random, userIds, orgIds, persons: size.persons };
  const organizationFields = live('organization');
  for (const id of orgIds) store.organizations.put(makeOrganization(around, organizationFields, id));

  const personFields = live('person');
  const taken = new Set<string>();
  const segment = personFields.find(({ field }) => field.name === 'Segment')?.field.key;
  for (let id = 1; id <= size.persons; id += 1) {
    store.persons.put(makeAwkward(makePerson({ ...around, taken }, personFields, id), segment));
  }
  addDoubles(store);

  const { pipelines, stages } = makePipelines();
  for (const pipeline of pipelines) store.pipelines.put(pipeline);
  for (const stage of stages) store.stages.put(stage);

  // Statistics are of one user: whose token it is has enough for them.
  const owners = [...userIds.slice(0, 1), ...userIds.slice(0, 1), ...userIds];
  const sales = { userIds, owners, morning: morningOf(store.now()) };
  const someone = () => store.persons.get(random.int(1, Math.max(1, size.persons)));
  for (let id = 1; id <= size.deals; id += 1) {
    const person = someone();
    if (person) store.deals.put(makeDeal(random, id, person, stages, sales));
  }
  const productFields = live('product');
  for (let id = 1; id <= size.products; id += 1) store.products.put(makeProduct(around, productFields, id));
  for (let id = 1; id <= size.activities; id += 1) {
    const person = someone();
    if (person) store.activities.put(makeActivity(random, id, person, sales));
  }
  addExtras(store, new Random(seed + 1));
  return store;
}
