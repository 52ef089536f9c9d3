import type { ApiVersion } from './types.ts';

/**
 * Every operation this product calls, and which version of Pipedrive's API offers it at what price.
 * The rest of the room asks this table; a new operation is a new line here.
 *
 * Sources: https://developers.pipedrive.com/docs/api/v1 and https://pipedrive.readme.io/docs/pipedrive-api-v2-migration-guide;
 * costs: https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting
 */

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Endpoint {
  readonly method: Method;
  /** From the origin on, with `{name}` where a parameter stands. */
  readonly path: string;
  /** API tokens of the day's budget that one call takes. */
  readonly cost: number;
  /** Sent with every call, unless the caller says otherwise. */
  readonly query?: Readonly<Record<string, string>>;
  /** How its lists continue; absent where it answers everything at once, or one record. */
  readonly paging?: 'offset' | 'cursor';
  /** Searches are limited more narrowly than the rest. */
  readonly search?: boolean;
}

interface Operation {
  readonly v1?: Endpoint;
  readonly v2?: Endpoint;
}

/**
 * Counts and mail times, which version 1 always sends and version 2 only when asked. `marketing_status` and
 * `doi_status` are left out: asking for them is refused where the company has no marketing product.
 */
const personExtras = [
  ...['next_activity_id', 'last_activity_id', 'open_deals_count', 'related_open_deals_count', 'closed_deals_count'],
  ...['related_closed_deals_count', 'participant_open_deals_count', 'participant_closed_deals_count'],
  ...['email_messages_count', 'activities_count', 'done_activities_count', 'undone_activities_count', 'files_count'],
  ...['notes_count', 'followers_count', 'won_deals_count', 'related_won_deals_count', 'lost_deals_count'],
  ...['related_lost_deals_count', 'last_incoming_mail_time', 'last_outgoing_mail_time', 'smart_bcc_email'],
].join(',');

const list = (path: string, v1: number, v2: number): Operation => ({
  v2: { method: 'GET', path: `/api/v2${path}`, cost: v2, paging: 'cursor' },
  v1: { method: 'GET', path: `/api/v1${path}`, cost: v1, paging: 'offset' },
});

const search = (path: string): Operation => ({
  v2: { method: 'GET', path: `/api/v2${path}`, cost: 20, paging: 'cursor', search: true },
  v1: { method: 'GET', path: `/api/v1${path}`, cost: 40, paging: 'offset', search: true },
});

const get = (path: string, query?: Readonly<Record<string, string>>): Operation => ({
  v2: { method: 'GET', path: `/api/v2${path}`, cost: 1, ...(query && { query }) },
  v1: { method: 'GET', path: `/api/v1${path}`, cost: 2 },
});

const create = (path: string): Operation => ({
  v2: { method: 'POST', path: `/api/v2${path}`, cost: 5 },
  v1: { method: 'POST', path: `/api/v1${path}`, cost: 10 },
});

const update = (path: string): Operation => ({
  v2: { method: 'PATCH', path: `/api/v2${path}`, cost: 5 },
  v1: { method: 'PUT', path: `/api/v1${path}`, cost: 10 },
});

const remove = (path: string): Operation => ({
  v2: { method: 'DELETE', path: `/api/v2${path}`, cost: 3 },
  v1: { method: 'DELETE', path: `/api/v1${path}`, cost: 6 },
});

const operations = {
  'person.list': list('/persons', 20, 10),
  'person.get': get('/persons/{id}', { include_fields: personExtras }),
  'person.search': search('/persons/search'),
  'person.create': create('/persons'),
  'person.update': update('/persons/{id}'),
  'person.remove': remove('/persons/{id}'),

  'organization.list': list('/organizations', 20, 10),
  'organization.get': get('/organizations/{id}'),
  'organization.search': search('/organizations/search'),
  'organization.create': create('/organizations'),
  'organization.update': update('/organizations/{id}'),
  'organization.remove': remove('/organizations/{id}'),

  'product.list': list('/products', 20, 10),
  'product.get': get('/products/{id}'),
  'product.search': search('/products/search'),
  'product.create': create('/products'),
  'product.update': update('/products/{id}'),
  'product.remove': remove('/products/{id}'),

  'pipeline.list': list('/pipelines', 10, 5),
  'pipeline.get': get('/pipelines/{id}'),
  'pipeline.create': create('/pipelines'),
  'pipeline.update': update('/pipelines/{id}'),
  'pipeline.remove': remove('/pipelines/{id}'),

  'stage.list': list('/stages', 10, 5),
  'stage.get': get('/stages/{id}'),
  'stage.create': create('/stages'),
  'stage.update': update('/stages/{id}'),
  'stage.remove': remove('/stages/{id}'),

  'personField.list': list('/personFields', 20, 10),
  'personField.get': get('/personFields/{id}'),
  'personField.create': create('/personFields'),
  'personField.update': update('/personFields/{id}'),
  'personField.remove': remove('/personFields/{id}'),

  'productField.list': list('/productFields', 20, 10),
  'productField.get': get('/productFields/{id}'),
  'productField.create': create('/productFields'),
  'productField.update': update('/productFields/{id}'),
  'productField.remove': remove('/productFields/{id}'),

  'user.list': { v1: { method: 'GET', path: '/api/v1/users', cost: 20 } },
  'user.me': { v1: { method: 'GET', path: '/api/v1/users/me', cost: 2 } },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof operations;

/** Whether the table holds an operation of this name. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

/** The version that serves an operation where a person chose `chosen`: that one if it has it, else the other. */
export function serving(name: OperationName, chosen: ApiVersion): { version: ApiVersion; endpoint: Endpoint } {
  const operation: Operation = operations[name];
  const other: ApiVersion = chosen === 'v1' ? 'v2' : 'v1';
  for (const version of [chosen, other]) {
    const endpoint = operation[version];
    if (endpoint !== undefined) return { version, endpoint };
  }
  throw new Error(`The operation ${name} has no endpoint.`);
}

/** Whether the other version offers the operation too, so that switching helps where this one fails. */
export function hasOther(name: OperationName, version: ApiVersion): boolean {
  const operation: Operation = operations[name];
  return operation[version === 'v1' ? 'v2' : 'v1'] !== undefined;
}
