import { activityDates, countsOf, peopleCount } from '../counts.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Organization } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { flatAddress, flatCustomFields } from './customFields.ts';
import { mailDrop, relatedObjects, userValue } from './expanded.ts';
import { firstChar, keeps, pathId, readFilter, sortRows } from './lists.ts';

function showOrganization(store: Store, organization: Organization): Record<string, unknown> {
  const { deals, activities, attached } = countsOf(store, 'orgId', organization.id);
  return {
    id: organization.id,
    company_id: store.company.id,
    owner_id: userValue(store, organization.ownerId),
    name: organization.name,
    ...deals,
    ...attached,
    people_count: peopleCount(store, organization.id),
    activities_count: activities.activities_count,
    done_activities_count: activities.done_activities_count,
    undone_activities_count: activities.undone_activities_count,
    followers_count: 1,
    active_flag: organization.deleteTime === null,
    picture_id: null,
    country_code: null,
    first_char: firstChar(organization.name),
    update_time: plainTime(organization.updateTime ?? organization.addTime),
    delete_time: orNull(organization.deleteTime, plainTime),
    add_time: plainTime(organization.addTime),
    visible_to: String(organization.visibleTo),
    ...activityDates(activities),
    label: organization.labelIds[0] ?? null,
    label_ids: organization.labelIds,
    ...flatAddress('address', organization.address),
    ...flatCustomFields(store.customFields('organization').values(), organization.custom, { store, expand: false }),
    cc_email: mailDrop(store),
    owner_name: store.users.get(organization.ownerId)?.name ?? null,
  };
}

const columns: Readonly<Record<string, (organization: Organization) => string | number | null>> = {
  id: (organization) => organization.id,
  name: (organization) => organization.name,
  add_time: (organization) => organization.addTime,
  update_time: (organization) => organization.updateTime ?? organization.addTime,
};

function list({ store, query }: Call): Answer {
  const kept = store.organizations.all().filter(keeps(query, readFilter({ store, query }, 'org')));
  const page = pageOf(
    sortRows(kept, query.get('sort'), (key) => columns[key]),
    query,
  );
  return listAnswer(page, (organization) => showOrganization(store, organization), {
    related_objects: relatedObjects(store, page.rows),
  });
}

function get(call: Call): Answer {
  const { store } = call;
  const organization = store.organizations.get(pathId(call));
  if (!organization) throw refuseV1(404, 'Organization not found');
  return answer(showOrganization(store, organization), {
    additional_data: { dropbox_email: mailDrop(store) },
    related_objects: relatedObjects(store, [organization]),
  });
}

export const organizationOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/organizations', run: list },
  { version: 'v1', method: 'GET', path: '/organizations/:id', run: get },
];
