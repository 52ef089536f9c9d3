import type { Endpoint, Method, Operation } from './endpoint.ts';

/**
 * Every operation this product calls, and which version of Pipedrive's API offers it at what price.
 * The rest of the room asks this table; a new operation is a new line here, and `npm run api-table` writes it into
 * ARCHITECTURE.md.
 *
 * Sources: https://developers.pipedrive.com/docs/api/v1 and https://pipedrive.readme.io/docs/pipedrive-api-v2-migration-guide;
 * costs: https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting
 */

type More = Omit<Endpoint, 'method' | 'path' | 'cost'>;

const v1 = (method: Method, path: string, cost: number, more: More = {}): Endpoint => ({
  ...{ method, path: `/api/v1${path}`, cost },
  ...more,
});

const v2 = (method: Method, path: string, cost: number, more: More = {}): Endpoint => ({
  ...{ method, path: `/api/v2${path}`, cost },
  ...more,
});

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

/** What most lists of records in version 2 take. */
const period = 'updated_since updated_until';
const order = 'sort_by sort_direction';
const shown = 'include_fields custom_fields include_option_labels include_labels';
/** What version 2 sorts persons and organizations by; names it does not. */
const dated = { sorts: 'id update_time add_time' };
const dealFilters = `filter_id ids owner_id person_id org_id pipeline_id stage_id status ${period} ${order}`;

const offset = (takes: string, more: More = {}): More => ({ paging: 'offset', takes, ...more });
const cursor = (takes: string, more: More = {}): More => ({ paging: 'cursor', takes, ...more });
/** Files come by the hundred at most. */
const files = offset(`sort ${order}`, { max: 100 });

const search = (path: string, takes: string): Operation => ({
  v2: v2('GET', path, 20, { ...cursor(takes), search: true }),
  v1: v1('GET', path, 40, { ...offset(takes), search: true }),
});

const get = (path: string, query?: Endpoint['query'], takes?: string): Operation => ({
  v2: v2('GET', path, 1, { ...(query && { query }), ...(takes !== undefined && { takes }) }),
  v1: v1('GET', path, 2),
});

const create = (path: string): Operation => ({ v2: v2('POST', path, 5), v1: v1('POST', path, 10) });
const update = (path: string): Operation => ({ v2: v2('PATCH', path, 5), v1: v1('PUT', path, 10) });
const remove = (path: string): Operation => ({ v2: v2('DELETE', path, 3), v1: v1('DELETE', path, 6) });

/** The follower is named by the user in version 2, by the following itself in version 1. */
const followers = (path: string, v1List: More) => ({
  list: { v2: v2('GET', `${path}/followers`, 10, cursor('')), v1: v1('GET', `${path}/followers`, 20, v1List) },
  add: { v2: v2('POST', `${path}/followers`, 5), v1: v1('POST', `${path}/followers`, 10) },
  remove: {
    v2: v2('DELETE', `${path}/followers/{follower}`, 3),
    v1: v1('DELETE', `${path}/followers/{follower}`, 6),
  },
  changelog: { v2: v2('GET', `${path}/followers/changelog`, 10, cursor('')) },
});

const personFollowers = followers('/persons/{id}', {});
const productFollowers = followers('/products/{id}', offset(''));

/** Choices of a field: version 2 has operations for them, version 1 takes the whole list with the field. */
const options = <T extends string>(field: T, method: Method, cost: number) => ({
  v2: v2(method, `/${field}s/{id}/options`, cost),
  each: `${field}.update` as const,
});

const span = 'start_date end_date user_id';

export const operations = {
  'person.list': {
    v2: v2('GET', '/persons', 10, cursor(`filter_id ids owner_id org_id deal_id ${period} ${order} ${shown}`, dated)),
    v1: v1('GET', '/persons', 20, offset(`owner_id filter_id first_char sort ${order}`)),
  },
  'person.collection': {
    v2: v2('GET', '/persons', 10, cursor(`owner_id ${period}`, { query: { sort_by: 'id' } })),
    v1: v1('GET', '/persons/collection', 10, {
      ...cursor(`owner_id first_char ${period}`),
      names: { owner_id: 'owner_id', updated_since: 'since', updated_until: 'until' },
    }),
  },
  'person.get': get('/persons/{id}', { include_fields: personExtras }, shown),
  'person.search': search('/persons/search', 'fields exact_match organization_id include_fields'),
  'person.create': create('/persons'),
  'person.update': update('/persons/{id}'),
  'person.remove': remove('/persons/{id}'),
  'person.restore': { v1: v1('PUT', '/persons/{id}', 10) },
  'person.removeMany': { v1: v1('DELETE', '/persons', 10), each: 'person.remove' },
  'person.merge': { v1: v1('PUT', '/persons/{id}/merge', 40) },
  'person.activities': {
    v2: v2('GET', '/activities', 10, { ...cursor(`done ${period} ${order} include_fields`), query: { person_id: '{id}' } }),
    v1: v1('GET', '/persons/{id}/activities', 20, offset('done exclude')),
  },
  'person.changelog': { v1: v1('GET', '/persons/{id}/changelog', 20, cursor('')) },
  'person.deals': {
    v2: v2('GET', '/deals', 10, { ...cursor(`status ${period} ${order} ${shown}`), query: { person_id: '{id}' } }),
    v1: v1('GET', '/persons/{id}/deals', 20, offset(`status sort ${order}`)),
  },
  'person.files': { v1: v1('GET', '/persons/{id}/files', 20, files) },
  'person.flow': { v1: v1('GET', '/persons/{id}/flow', 40, offset('all_changes items')) },
  'person.followers': personFollowers.list,
  'person.follow': personFollowers.add,
  'person.unfollow': personFollowers.remove,
  'person.followerChanges': personFollowers.changelog,
  'person.mails': { v1: v1('GET', '/persons/{id}/mailMessages', 20, offset('include_body')) },
  'person.notes': {
    v1: v1('GET', '/notes', 20, { ...offset(`user_id sort ${order} start_date end_date`), query: { person_id: '{id}' } }),
  },
  'person.permittedUsers': { v1: v1('GET', '/persons/{id}/permittedUsers', 10) },
  'person.picture': { v2: v2('GET', '/persons/{id}/picture', 1) },
  'person.setPicture': { v1: v1('POST', '/persons/{id}/picture', 10) },
  'person.removePicture': { v1: v1('DELETE', '/persons/{id}/picture', 6) },
  'person.products': { v1: v1('GET', '/persons/{id}/products', 20, offset('')) },

  'organization.list': {
    v2: v2('GET', '/organizations', 10, cursor(`filter_id ids owner_id ${period} ${order} ${shown}`)),
    v1: v1('GET', '/organizations', 20, offset(`owner_id filter_id first_char sort ${order}`)),
  },
  'organization.get': get('/organizations/{id}', undefined, shown),
  'organization.search': search('/organizations/search', 'fields exact_match'),

  'product.list': {
    v2: v2('GET', '/products', 10, {
      ...cursor(`owner_id ids filter_id ${order} updated_since custom_fields`, { sorts: 'id name add_time update_time' }),
    }),
    // How many there are in all comes with each page, at no price.
    v1: v1('GET', '/products', 20, {
      ...offset('owner_id filter_id ids first_char get_summary', { query: { get_summary: '1' } }),
    }),
  },
  'product.get': get('/products/{id}'),
  'product.search': search('/products/search', 'fields exact_match include_fields'),
  'product.create': create('/products'),
  'product.update': update('/products/{id}'),
  'product.remove': remove('/products/{id}'),
  'product.restore': { v1: v1('PUT', '/products/{id}', 10) },
  'product.deals': { v1: v1('GET', '/products/{id}/deals', 20, offset('status')) },
  'product.files': { v1: v1('GET', '/products/{id}/files', 20, files) },
  'product.followers': productFollowers.list,
  'product.follow': productFollowers.add,
  'product.unfollow': productFollowers.remove,
  'product.followerChanges': productFollowers.changelog,
  'product.permittedUsers': { v1: v1('GET', '/products/{id}/permittedUsers', 10) },

  'pipeline.list': {
    v2: v2('GET', '/pipelines', 5, cursor(order)),
    v1: v1('GET', '/pipelines', 10, offset('')),
  },
  'pipeline.get': get('/pipelines/{id}'),
  'pipeline.create': create('/pipelines'),
  'pipeline.update': update('/pipelines/{id}'),
  'pipeline.remove': remove('/pipelines/{id}'),
  'pipeline.restore': { v1: v1('PUT', '/pipelines/{id}', 10) },
  'pipeline.summary': { v1: v1('GET', '/pipelines/{id}', 2, { takes: 'totals_convert_currency' }) },
  'pipeline.conversion': { v1: v1('GET', '/pipelines/{id}/conversion_statistics', 40, { takes: span }) },
  'pipeline.movement': { v1: v1('GET', '/pipelines/{id}/movement_statistics', 40, { takes: span }) },
  // Version 1 gives the open deals, and one's own unless asked; so both are asked for everyone's open ones.
  'pipeline.deals': {
    v2: v2('GET', '/deals', 10, {
      // A saved filter would make the pipeline and the stage of no effect, so version 1 answers that.
      ...cursor(`owner_id stage_id status ${period} ${order} ${shown}`),
      query: { pipeline_id: '{id}', status: 'open' },
    }),
    v1: v1('GET', '/pipelines/{id}/deals', 20, {
      ...offset('filter_id owner_id stage_id get_summary totals_convert_currency'),
      query: { everyone: '1' },
    }),
  },
  // The sums come with each page, for all of the deals; of the deals themselves no more than need be.
  'pipeline.dealsSummary': {
    v1: v1('GET', '/pipelines/{id}/deals', 20, {
      takes: 'filter_id owner_id totals_convert_currency',
      query: { everyone: '1', get_summary: '1', limit: '1' },
    }),
  },

  'stage.list': {
    v2: v2('GET', '/stages', 5, cursor(`pipeline_id ${order}`)),
    v1: v1('GET', '/stages', 10, offset('pipeline_id')),
  },
  'stage.get': get('/stages/{id}'),
  'stage.create': create('/stages'),
  'stage.update': update('/stages/{id}'),
  'stage.remove': remove('/stages/{id}'),

  'deal.list': {
    v2: v2('GET', '/deals', 10, cursor(`${dealFilters} ${shown}`)),
    v1: v1('GET', '/deals', 20, offset(`owner_id filter_id stage_id status owned_by_you sort ${order}`)),
  },
  'deal.archived': {
    v2: v2('GET', '/deals/archived', 20, cursor(`${dealFilters} include_fields custom_fields`)),
    v1: v1('GET', '/deals/archived', 40, {
      ...offset(`owner_id filter_id person_id org_id product_id pipeline_id stage_id status owned_by_you sort ${order}`),
    }),
  },
  'deal.get': get('/deals/{id}', undefined, shown),
  'deal.update': update('/deals/{id}'),

  'activity.list': {
    v2: v2('GET', '/activities', 10, {
      ...cursor(`filter_id ids owner_id deal_id lead_id person_id org_id done ${period} ${order} include_fields`),
    }),
    v1: v1('GET', '/activities', 20, offset('owner_id filter_id type start_date end_date done')),
  },
  'activity.get': get('/activities/{id}', undefined, 'include_fields'),
  'activity.create': create('/activities'),
  'activity.update': update('/activities/{id}'),
  'activity.remove': remove('/activities/{id}'),

  'note.list': {
    v1: v1('GET', '/notes', 20, {
      ...offset(`user_id lead_id deal_id person_id org_id project_id sort ${order} start_date end_date`),
    }),
  },
  'note.get': { v1: v1('GET', '/notes/{id}', 2) },
  'note.create': { v1: v1('POST', '/notes', 10) },
  'note.update': { v1: v1('PUT', '/notes/{id}', 10) },
  'note.remove': { v1: v1('DELETE', '/notes/{id}', 6) },

  'file.list': { v1: v1('GET', '/files', 20, files) },
  'file.get': { v1: v1('GET', '/files/{id}', 2) },
  'file.upload': { v1: v1('POST', '/files', 10) },
  'file.update': { v1: v1('PUT', '/files/{id}', 10, { form: true }) },
  'file.remove': { v1: v1('DELETE', '/files/{id}', 6) },
  'file.download': { v1: v1('GET', '/files/{id}/download', 20) },

  'mail.get': { v1: v1('GET', '/mailbox/mailMessages/{id}', 2, { query: { include_body: '1' } }) },

  'personField.list': {
    v2: v2('GET', '/personFields', 10, { ...cursor('include_fields'), query: { include_fields: 'ui_visibility' } }),
    v1: v1('GET', '/personFields', 20, offset('')),
  },
  'personField.get': get('/personFields/{id}', { include_fields: 'ui_visibility' }),
  'personField.create': create('/personFields'),
  'personField.update': update('/personFields/{id}'),
  'personField.remove': remove('/personFields/{id}'),
  'personField.removeMany': { v1: v1('DELETE', '/personFields', 10), each: 'personField.remove' },
  'personField.addOptions': options('personField', 'POST', 5),
  'personField.updateOptions': options('personField', 'PATCH', 5),
  'personField.removeOptions': options('personField', 'DELETE', 3),

  'productField.list': {
    v2: v2('GET', '/productFields', 10, { ...cursor('include_fields'), query: { include_fields: 'ui_visibility' } }),
    v1: v1('GET', '/productFields', 20, offset('')),
  },
  'productField.get': get('/productFields/{id}', { include_fields: 'ui_visibility' }),
  'productField.create': create('/productFields'),
  'productField.update': update('/productFields/{id}'),
  'productField.remove': remove('/productFields/{id}'),
  'productField.removeMany': { v1: v1('DELETE', '/productFields', 10), each: 'productField.remove' },
  'productField.addOptions': options('productField', 'POST', 5),
  'productField.updateOptions': options('productField', 'PATCH', 5),
  'productField.removeOptions': options('productField', 'DELETE', 3),

  'activityType.list': { v1: v1('GET', '/activityTypes', 20) },
  'currency.list': { v1: v1('GET', '/currencies', 20, { takes: 'term' }) },
  'filter.list': { v1: v1('GET', '/filters', 20, { takes: 'type' }) },
  'user.list': { v1: v1('GET', '/users', 20) },
  'user.find': { v1: v1('GET', '/users/find', 40, { takes: 'search_by_email' }) },
  'user.me': { v1: v1('GET', '/users/me', 2) },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof operations;
