import type { Row } from '../../../src/model/doubles/row.ts';

/** Repeatable chance. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const syllables = 'ba ko ri mel tan dor vin sal ger hub lin mar nos pet rud sten tor ull wes zan'.split(' ');

/** A name's word of three syllables that few others have: there are 8,000. */
function word(n: number): string {
  const text = [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20].map((at) => syllables[at]).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const row = (id: number, given: Partial<Row>): Row => ({
  id,
  ...{ name: '', emails: [], phones: [], filled: 5, added: '2026-01-01T00:00:00Z' },
  ...given,
});

/** Somebody whom nobody else resembles but by chance. */
function stranger(id: number, random: (below: number) => number): Row {
  // Some 300 first names and 8,000 family names: a hundred thousand people have thousands of namesakes.
  const [first, last] = [word(random(300) * 26), word(random(8_000))];
  return row(id, {
    name: `${first} ${last}`,
    emails: [`${first}.${last}.${id}@example.com`],
    phones: [`+49 30 ${String(20_000_000 + id)}`],
    organization: random(Math.max(1, Math.floor(id / 10))),
  });
}

/** So many strangers. */
export function* strangers(count: number, from = 1): Generator<Row> {
  const random = chance(count);
  for (let id = from; id < from + count; id += 1) yield stranger(id, random);
}

type Change = (person: Row) => Partial<Row>;

/** A name that nobody else has. */
const another = ({ id }: Row): string => `Other${word(Number(id) * 7)} Person${word(Number(id) * 3 + 1)}`;

const parted = ({ name }: Row): [string, string] => {
  const [first = '', last = ''] = name.split(' ');
  return [first, last];
};

/** How doubles come about, and what of the other is left each time: none has an address or a number in common but where it says so. */
const ways: Readonly<Record<string, Change>> = {
  'a letter left out': (one) => ({ name: one.name.slice(0, -4) + one.name.slice(-3) }),
  'a letter typed twice': (one) => ({ name: one.name.slice(0, 3) + one.name.charAt(2) + one.name.slice(3) }),
  'two letters swapped': (one) => {
    const [first, last] = parted(one);
    return { name: `${first} ${last.slice(0, 3)}${last.charAt(4)}${last.charAt(3)}${last.slice(5)}` };
  },
  'another letter': (one) => ({ name: `${one.name.slice(0, 1)}y${one.name.slice(2)}` }),
  'the first letter wrong': (one) => ({ name: `Q${one.name.slice(1)}` }),
  'two other vowels in one word': (one) => {
    const [first, last] = parted(one);
    return { name: `${first} ${last.replace(/[aeiou](.*?)[aeiou]/, 'y$1y')}` };
  },
  // Beyond what is looked for: it is here so that the figure is an honest one.
  'a wrong consonant in both words': (one) => ({ name: `X${one.name.slice(1, -1)}x` }),
  accents: (one) => ({ name: one.name.replace('a', 'á').replace('o', 'ö').replace('s', 'ş') }),
  'an umlaut written as two letters': (one) => ({ name: one.name.replace('u', 'ue') }),
  capitals: (one) => ({ name: one.name.toUpperCase() }),
  'the family name first': (one) => ({ name: parted(one).toReversed().join(', ') }),
  'a title': (one) => ({ name: `Dr. ${one.name}` }),
  'the number as it is dialled at home, and another name': (one) => ({
    name: another(one),
    phones: one.phones.map((phone) => phone.replace('+49 ', '0').replaceAll(' ', '/')),
  }),
  'the number with brackets and a zero': (one) => ({
    name: `${parted(one)[0].charAt(0)}. ${parted(one)[1]}`,
    phones: one.phones.map((phone) => phone.replace('+49 30 ', '+49 (0)30-')),
  }),
  'the address in capitals, after a wedding': (one) => ({
    name: `${parted(one)[0]} New${word(Number(one.id))}`,
    emails: one.emails.map((email) => email.toUpperCase()),
  }),
  'the address with a tag, and no name': (one) => ({ name: '', emails: one.emails.map((email) => email.replace('@', '+crm@')) }),
};

/** Who resembles another and is somebody else. */
const nearMisses: Readonly<Record<string, Change>> = {
  'a sister': (one) => ({ name: `Wilhelmine ${parted(one)[1]}` }),
  'a namesake by the first name, in the same company': (one) => ({
    name: `${parted(one)[0]} Un${word(Number(one.id))}`,
    ...(one.organization !== undefined && { organization: one.organization }),
  }),
  'an ending that tells him from her': (one) => ({ name: `${parted(one)[0]}a ${parted(one)[1]}` }),
  'a longer word': (one) => ({ name: `${parted(one)[0]} ${parted(one)[1]}berg` }),
  'a third name': (one) => ({ name: `${one.name} Zacharias` }),
  'one digit of the number': (one) => ({
    name: another(one),
    phones: one.phones.map((phone) => phone.replace('30 2', '30 7')),
  }),
  'the same mailbox at another host': (one) => ({
    name: another(one),
    emails: one.emails.map((email) => email.replace('example.com', 'example.org')),
  }),
  'another extension of the same switchboard': (one) => ({
    name: another(one),
    phones: one.phones.map((phone) => `${phone} ext. 7`),
  }),
};

interface MadeSet {
  readonly rows: readonly Row[];
  /** The pairs that are one, as `12 345`. */
  readonly known: ReadonlyMap<string, string>;
  /** The pairs that are not and look it. */
  readonly misses: ReadonlyMap<string, string>;
}

export const pairKey = (one: unknown, other: unknown): string => [Number(one), Number(other)].toSorted((a, b) => a - b).join(' ');

/** Strangers, among them doubles made in each way and near-misses, so many times each. */
export function madeSet(people: number, times: number): MadeSet {
  const rows = [...strangers(people)];
  const known = new Map<string, string>();
  const misses = new Map<string, string>();
  let place = 0;
  for (const [changes, kept] of [
    [ways, known],
    [nearMisses, misses],
  ] as const) {
    for (const [how, change] of Object.entries(changes)) {
      for (let time = 0; time < times; time += 1) {
        const one = rows[(place * 17 + time) % people];
        place += 1;
        if (!one) continue;
        const other = row(rows.length + 1, { name: one.name, ...change(one) });
        rows.push(other);
        kept.set(pairKey(one.id, other.id), how);
      }
    }
  }
  return { rows, known, misses };
}
