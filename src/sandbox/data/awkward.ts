import type { Person } from '../records.ts';
import { day, referenceTime } from './calendar.ts';

type Change = Partial<Omit<Person, 'id'>>;

const named = (name: string, firstName = name, lastName: string | null = null): Change => ({ name, firstName, lastName });

const long = 'Maximiliane Theodora Wilhelmine Freifrau von und zu Hohenstein-Waldburg-Lichtenfels ';

/**
 * People whose records are hard to show or to keep: markup, formulas, line breaks, both
 * writing directions with control characters, characters of four bytes, great length.
 */
const changes: ReadonlyMap<number, Change> = new Map<number, Change>([
  [11, named('<img src=x onerror=alert(1)>')],
  [12, named('=HYPERLINK("http://example.invalid","x")')],
  [13, named('Line one\nLine two\r\nLine three')],
  [14, named('\u202eآدم\u202c \u2067مرحبا\u2069 (Adam)')],
  [15, named('🦄 Åsa 👩‍👩‍👧‍👦 𠮷田', '🦄 Åsa 👩‍👩‍👧‍👦', '𠮷田')],
  [16, named(long.repeat(4).slice(0, 300))],
  [17, { ...named('Nobody'), emails: [], phones: [], orgId: null, labelIds: [] }],
  [18, named('  Spaces   around  ')],
  [19, named('Robert"); DROP TABLE persons;--', 'Robert");', 'DROP TABLE persons;--')],
  [20, named('../../etc/passwd?x=1#frag%20%00')],
  [21, named('**bold** [link](command:workbench.action.quit) $(trash)')],
  [22, named('Zoe\u0308 Combining', 'Zoe\u0308', 'Combining')],
  [23, named('Alex Morgan', 'Alex', 'Morgan')],
  [24, named('Alex Morgan', 'Alex', 'Morgan')],
  [25, { ...named('Alex Morgan', 'Alex', 'Morgan'), orgId: null }],
  [26, { ...named('Deleted Person', 'Deleted', 'Person'), deleteTime: referenceTime - 5 * day }],
  [27, { ...named('Two Mail Addresses', 'Two', 'Mail Addresses'), emails: sameTwice('twice@example.com') }],
]);

function sameTwice(value: string): Person['emails'] {
  return [
    { value, primary: true, label: 'work' },
    { value, primary: false, label: 'other' },
  ];
}

/** The person as an awkward one, where the id is one of theirs. */
export function makeAwkward(person: Person, segmentKey: string | undefined): Person {
  const change = changes.get(person.id);
  const changed = change ? { ...person, ...change } : person;
  // A choice whose option has been deleted since, on a record that tests can find.
  if (person.id === 28 && segmentKey) return { ...changed, custom: new Map(changed.custom).set(segmentKey, 109) };
  return changed;
}
