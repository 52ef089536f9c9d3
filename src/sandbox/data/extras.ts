import type { Store } from '../store.ts';
import { day, morningOf } from './calendar.ts';
import { makeFile, makeMail, makeNote, makePicture } from './attachments.ts';
import { makeFilters } from './filters.ts';
import type { Random } from './random.ts';
import type { Deal } from '../records.ts';

/** How much hangs on the records; the same for a company of any size, so that a large one starts fast too. */
const sizes = { notes: 300, files: 120, mails: 240, pictures: 60, dealProducts: 400, followers: 150, archived: 24 } as const;

/** Notes, files, mail, pictures, followers, products in deals and filters, on top of the records that are there. */
export function addExtras(store: Store, random: Random): void {
  const users = store.users.all().filter((user) => user.active);
  const someone = () => store.persons.get(random.int(1, Math.max(1, store.persons.size)));
  const dealOf = (personId: number): Deal | undefined => store.deals.by('personId', personId)[0];

  for (const filter of makeFilters(users[0]?.id ?? 0)) store.filters.put(filter);
  for (let id = 1; id <= sizes.notes; id += 1) {
    const person = someone();
    if (person) store.notes.put(makeNote(random, id, person, dealOf(person.id), random.pick(users).id));
  }
  for (let id = 1; id <= sizes.files; id += 1) {
    const product = id % 4 === 0 ? store.products.get(random.int(1, store.products.size)) : undefined;
    const owner = product ?? someone();
    if (owner) store.files.put(makeFile(random, id, owner, product ? 'product' : 'person', random.pick(users).id));
  }
  for (let id = 1; id <= sizes.mails; id += 1) {
    const person = someone();
    if (person) store.mails.put(makeMail(random, id, person, random.pick(users)));
  }
  for (let id = 1; id <= sizes.pictures; id += 1) {
    const person = someone();
    if (!person || person.pictureId !== null) continue;
    store.pictures.put(makePicture(id, person));
    store.persons.put({ ...person, pictureId: id });
  }
  for (let n = 0; n < sizes.followers; n += 1) {
    const person = someone();
    const userId = random.pick(users).id;
    if (!person || person.followers.some((one) => one.userId === userId)) continue;
    const follower = { id: person.id * 10 + person.followers.length, userId, addTime: person.addTime + day };
    store.persons.put({ ...person, followers: [...person.followers, follower] });
  }
  for (let id = 1; id <= sizes.dealProducts; id += 1) {
    const deal = store.deals.get(random.int(1, store.deals.size));
    const product = store.products.get(random.int(1, store.products.size));
    if (!deal || !product) continue;
    const price = product.prices[0];
    store.dealProducts.put({
      id,
      dealId: deal.id,
      productId: product.id,
      quantity: random.int(1, 20),
      price: price?.price ?? 0,
      currency: price?.currency ?? 'EUR',
      addTime: deal.addTime,
    });
  }
  const morning = morningOf(store.now());
  const closed = store.deals.all().filter((deal) => deal.status !== 'open' && deal.deleteTime === null);
  for (const deal of closed.slice(0, sizes.archived)) store.deals.put({ ...deal, archiveTime: morning });
}
