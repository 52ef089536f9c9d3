import type { User } from '../records.ts';
import { day, referenceTime } from './calendar.ts';

type Row = readonly [name: string, mail: string, currency: string, locale: string, zone: string, offset: string];

const rows: readonly Row[] = [
  ['Alex Demo', 'alex', 'EUR', 'en_US', 'Europe/Berlin', '+01:00'],
  ['Camille Fournier', 'camille', 'EUR', 'fr_FR', 'Europe/Paris', '+01:00'],
  ['Ingrid Solberg', 'ingrid', 'SEK', 'sv_SE', 'Europe/Berlin', '+01:00'],
  ['Kenji 田中', 'kenji', 'JPY', 'ja_JP', 'Asia/Tokyo', '+09:00'],
  ['Ravi Menon', 'ravi', 'USD', 'en_IN', 'Asia/Kolkata', '+05:30'],
  ['Tõnis Kask', 'tonis', 'EUR', 'et_EE', 'Europe/Tallinn', '+02:00'],
  ['Zofia Nowak', 'zofia', 'PLN', 'pl_PL', 'Europe/Berlin', '+01:00'],
  ['Former Colleague', 'former', 'USD', 'en_US', 'America/New_York', '-05:00'],
];

const firstUserId = 23_000_101;

/** Eight users: the first is who signs in, the last has left the company. */
export function makeUsers(): User[] {
  return rows.map(([name, mail, currency, locale, timezone, timezoneOffset], n) => ({
    id: firstUserId + n * 7,
    name,
    email: `${mail}@demo.example.com`,
    active: n !== rows.length - 1,
    admin: n === 0,
    currency,
    locale,
    timezone,
    timezoneOffset,
    roleId: n === 0 ? 1 : 2,
    phone: n % 3 === 0 ? `+49 30 23125 ${String(n).padStart(3, '0')}` : null,
    addTime: referenceTime - (900 - n * 60) * day,
    lastLogin: referenceTime - n * day,
  }));
}
