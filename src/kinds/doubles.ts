import type { Session } from '../account/types.ts';
import type { ListOptions, Planned } from '../api/types.ts';
import type { Row } from '../model/doubles/row.ts';
import { isObject } from '../model/isObject.ts';
import type { Page, PipedriveRecord } from '../model/record.ts';

/** How records of a kind that may be one are found. */
export interface Doubles {
  /** All records, page by page, at the least cost. */
  readonly scan: (this: void, session: Session, options?: ListOptions) => Promise<Page<PipedriveRecord>>;
  /** What reading so many takes. */
  readonly plan: (this: void, records: number) => Planned;
  /** What of a record is compared. */
  readonly row: (this: void, record: PipedriveRecord) => Row;
}

/** The largest page Pipedrive gives. */
const page = 500;

export const personDoubles: Doubles = {
  scan: (session, options) => session.api.scanPersons().list(options),
  plan: (records) => ({ operation: 'person.collection', count: Math.max(1, Math.ceil(records / page)) }),
  row: ({ id, values }) => ({
    id,
    name: textOf(values['name']),
    emails: contactsOf(values['emails']),
    phones: contactsOf(values['phones']),
    ...(typeof values['org_id'] === 'number' && { organization: values['org_id'] }),
    filled: Object.values(values).filter(holdsSomething).length,
    added: textOf(values['add_time']),
  }),
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const contactsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((entry: unknown) => (isObject(entry) ? textOf(entry['value']) : '')).filter(Boolean) : [];

const holdsSomething = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
