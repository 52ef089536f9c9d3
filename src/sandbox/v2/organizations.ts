import { countsOf, peopleCount } from '../counts.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import type { Organization } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { customFields } from './customFields.ts';
import { changedWithin, notFound, pagingNames, pathId, readFilter, tablePage } from './lists.ts';
import { labelObjects, personIncludes, type Showing, showAddress } from './person.ts';
import { Query } from './query.ts';
import { readShowing, showingNames } from './showing.ts';

const onlyPersons = /^(participant_|last_incoming|last_outgoing|marketing_|doi_)/;
const includes = [...personIncludes.filter((name) => !onlyPersons.test(name)), 'people_count'];

function extras(store: Store, { id }: Organization, include: readonly string[]): Record<string, unknown> {
  if (include.length === 0) return {};
  const { deals, activities, attached } = countsOf(store, 'orgId', id);
  const all: Record<string, unknown> = {
    ...deals,
    ...attached,
    people_count: peopleCount(store, id),
    activities_count: activities.activities_count,
    done_activities_count: activities.done_activities_count,
    undone_activities_count: activities.undone_activities_count,
    followers_count: 1,
    next_activity_id: activities.next?.id ?? null,
    last_activity_id: activities.last?.id ?? null,
    smart_bcc_email: `${store.company.domain}@mail.example.com`,
  };
  return Object.fromEntries(include.map((name) => [name, all[name] ?? null]));
}

function show(store: Store, organization: Organization, showing: Showing): Record<string, unknown> {
  return {
    id: organization.id,
    name: organization.name,
    add_time: zonedTime(organization.addTime),
    update_time: orNull(organization.updateTime, zonedTime),
    visible_to: organization.visibleTo,
    custom_fields: customFields(store.customFields('organization').values(), organization.custom, showing),
    owner_id: organization.ownerId,
    label_ids: organization.labelIds,
    ...(showing.labels ? { labels: labelObjects(store, 'organization', organization.labelIds) } : {}),
    website: organization.website,
    linkedin: organization.linkedin,
    industry: organization.industry,
    annual_revenue: organization.annualRevenue,
    employee_count: organization.employeeCount,
    is_deleted: organization.deleteTime !== null,
    address: showAddress(organization.address),
    ...extras(store, organization, showing.include),
  };
}

function list({ store, query: sent }: Call): Answer {
  const own = ['filter_id', 'ids', 'owner_id', 'updated_since', 'updated_until'];
  const query = new Query(sent, [...own, ...pagingNames, ...showingNames]);
  const showing = readShowing(query, includes);
  const filter = readFilter(query, store, 'org');
  const ids = query.ids('ids');
  const ownerId = query.number('owner_id');
  const changed = changedWithin(query);
  const { page, next } = tablePage(
    query,
    store.organizations,
    (one) =>
      (filter ? filter(one) : (!ids || ids.has(one.id)) && (ownerId === undefined || one.ownerId === ownerId)) && changed(one),
  );
  return pageAnswer(
    page.map((organization) => show(store, organization, showing)),
    next,
  );
}

function get(call: Call): Answer {
  const query = new Query(call.query, showingNames);
  const showing = readShowing(query, includes);
  query.check();
  const organization = call.store.organizations.get(pathId(call));
  if (!organization) throw notFound('Organization');
  return answer(show(call.store, organization, showing));
}

export const organizationOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/organizations', run: list },
  { version: 'v2', method: 'GET', path: '/organizations/:id', run: get },
];
