import { peopleCount } from '../counts.ts';
import type { Picture } from '../attachments.ts';
import { pictureAddresses } from '../pictures.ts';
import type { Deal, Organization, User } from '../records.ts';
import type { Store } from '../store.ts';
import { plainTime } from '../times.ts';

/** Version 1 shows another record where version 2 shows its id. */

export function mailDrop(store: Store): string {
  return `${store.company.domain}@mail.example.com`;
}

/** A user as related_objects has it. */
function userObject(user: User): Record<string, unknown> {
  return { id: user.id, name: user.name, email: user.email, has_pic: 0, pic_hash: null, active_flag: user.active };
}

/** A user in the place of an id. */
export function userValue(store: Store, id: number): Record<string, unknown> | null {
  const user = store.users.get(id);
  return user ? { ...userObject(user), value: id } : null;
}

function organizationParts(store: Store, organization: Organization): Record<string, unknown> {
  return {
    name: organization.name,
    people_count: peopleCount(store, organization.id),
    owner_id: organization.ownerId,
    address: organization.address?.value ?? null,
    label_ids: organization.labelIds,
    active_flag: organization.deleteTime === null,
    cc_email: mailDrop(store),
    owner_name: store.users.get(organization.ownerId)?.name ?? null,
  };
}

export function organizationValue(store: Store, id: number | null): Record<string, unknown> | null {
  const organization = id === null ? undefined : store.organizations.get(id);
  return organization ? { ...organizationParts(store, organization), value: organization.id } : null;
}

/** A person in the place of an id. */
export function personValue(store: Store, id: number): Record<string, unknown> | null {
  const person = store.persons.get(id);
  if (!person) return null;
  return {
    active_flag: person.deleteTime === null,
    name: person.name,
    email: person.emails,
    phone: person.phones,
    owner_id: person.ownerId,
    value: id,
  };
}

/** A picture with the addresses of its two sizes. */
export function pictureParts(store: Store, picture: Picture): Record<string, unknown> {
  return {
    item_type: picture.itemType,
    item_id: picture.itemId,
    active_flag: true,
    add_time: plainTime(picture.addTime),
    update_time: '0000-00-00 00:00:00',
    added_by_user_id: picture.addedBy,
    pictures: pictureAddresses(store, picture.id),
  };
}

export function pictureValue(store: Store, id: number | null): Record<string, unknown> | null {
  const picture = id === null ? undefined : store.pictures.get(id);
  return picture ? { ...pictureParts(store, picture), value: picture.id } : null;
}

interface Relating {
  ownerId: number;
  orgId?: number | null;
  pictureId?: number | null;
}

/** Version 1's related_objects: what the rows refer to, each once, by kind and id. */
export function relatedObjects(store: Store, rows: readonly Relating[]): Record<string, Record<string, unknown>> {
  const related: Record<string, Record<string, unknown>> = {};
  const add = (kind: string, id: number, value: Record<string, unknown>): void => {
    related[kind] ??= {};
    related[kind][id] ??= value;
  };
  for (const row of rows) {
    const organization = row.orgId ? store.organizations.get(row.orgId) : undefined;
    if (organization && !related['organization']?.[organization.id]) {
      add('organization', organization.id, { id: organization.id, ...organizationParts(store, organization) });
    }
    const user = store.users.get(row.ownerId);
    if (user) add('user', user.id, userObject(user));
    const picture = row.pictureId ? store.pictures.get(row.pictureId) : undefined;
    if (picture) add('picture', picture.id, { id: picture.id, ...pictureParts(store, picture) });
  }
  return related;
}

/** What deals refer to, as their lists carry it. */
export function dealRelations(store: Store, deals: readonly Deal[]): Record<string, Record<string, unknown>> {
  const related = relatedObjects(store, deals);
  for (const { personId } of deals) {
    const person = personId === null ? undefined : personRelation(store, personId);
    if (person && personId !== null) (related['person'] ??= {})[personId] = person;
  }
  return related;
}

/** A person as related_objects has it. */
export function personRelation(store: Store, id: number): Record<string, unknown> | undefined {
  const shown = personValue(store, id);
  if (!shown) return undefined;
  const { value: _, ...person } = shown;
  return { ...person, id };
}
