import type { Contact, Person } from '../records.ts';
import type { Store } from '../store.ts';
import { day, referenceTime } from './calendar.ts';

const work = (value: string): Contact[] => [{ value, primary: true, label: 'work' }];

/** Somebody who was typed in twice: as they are known, and as a colleague wrote them in a hurry. */
interface Double {
  readonly once: Change;
  readonly again: Change;
}

type Change = Pick<Person, 'id' | 'firstName' | 'lastName'> & Partial<Pick<Person, 'name' | 'emails' | 'phones'>>;

/** Each for a reason of its own: a slip, accents and order, another spelling of a number, a wedding, capitals, a switchboard. */
const doubles: readonly Double[] = [
  {
    once: { id: 431, firstName: 'Katharina', lastName: 'Hoffmann', phones: work('+49 69 90009 417') },
    again: { id: 871, firstName: 'Katharina', lastName: 'Hofmann', phones: work('069 / 90009-417') },
  },
  {
    once: { id: 436, firstName: 'Andrés', lastName: 'Peña', emails: work('andres.pena@example.org') },
    again: { id: 876, firstName: 'Andres', lastName: 'Pena', name: 'Pena, Andres' },
  },
  {
    once: { id: 441, firstName: 'Gregor', lastName: 'Zielinski', phones: work('+49 40 66969 208') },
    again: { id: 881, firstName: 'G.', lastName: 'Zielinski', phones: work('+49 (0)40 66969208') },
  },
  {
    once: { id: 446, firstName: 'Charlotte', lastName: 'Ashby', emails: work('charlotte.ashby@mail.example.net') },
    again: { id: 886, firstName: 'Charlotte', lastName: 'Pemberton', emails: work('Charlotte.Ashby@mail.example.net') },
  },
  {
    once: { id: 451, firstName: 'Dominik', lastName: 'Wagenknecht', emails: work('d.wagenknecht@example.com') },
    again: { id: 891, firstName: 'DOMINIK', lastName: 'WAGENKNECHT', emails: work('d.wagenknecht+fair@example.com') },
  },
  {
    once: { id: 456, firstName: 'Rosalind', lastName: 'Achterberg', phones: work('+49 89 99998 300') },
    again: { id: 896, firstName: 'Floris', lastName: 'van Dijk', phones: work('+49 89 99998 300') },
  },
];

/** What a colleague in a hurry left out; it was not long ago. */
const inHurry = {
  ...{
    emails: [],
    phones: [],
    im: [],
    labelIds: [],
    orgId: null,
    postalAddress: null,
    notes: null,
    birthday: null,
    jobTitle: null,
  },
  ...{ addTime: referenceTime - 9 * day, updateTime: null },
};

/** Makes some persons doubles of others, where the company is large enough to have them. */
export function addDoubles(store: Store): void {
  const put = (change: Change, left: Partial<Person>): void => {
    const person = store.persons.get(change.id);
    if (person) store.persons.put({ ...person, ...left, name: `${change.firstName} ${change.lastName}`, ...change });
  };
  for (const { once, again } of doubles) {
    put(once, {});
    put(again, { ...inHurry, custom: new Map() });
  }
}
