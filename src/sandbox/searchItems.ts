import type { Deal, Organization, Person, Product } from './records.ts';
import type { Hit } from './search.ts';
import type { Store } from './store.ts';

/** Search answers are the same in both versions but for a few keys that version 1 adds. */
export interface SearchItem {
  result_score: number;
  item: Record<string, unknown>;
}

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

export function personItem(store: Store, { row, score, customFields, notes }: Hit<Person>): SearchItem {
  const organization = row.orgId === null ? undefined : store.organizations.get(row.orgId);
  return {
    result_score: rounded(score),
    item: {
      id: row.id,
      type: 'person',
      name: row.name,
      phones: row.phones.map((phone) => phone.value),
      emails: row.emails.map((email) => email.value),
      visible_to: row.visibleTo,
      owner: { id: row.ownerId },
      organization: organization
        ? { id: organization.id, name: organization.name, address: organization.address?.value ?? null }
        : null,
      custom_fields: customFields,
      notes,
    },
  };
}

export function productItem({ row, score, customFields }: Hit<Product>): SearchItem {
  return {
    result_score: rounded(score),
    item: {
      id: row.id,
      type: 'product',
      name: row.name,
      code: row.code,
      visible_to: row.visibleTo,
      owner: { id: row.ownerId },
      custom_fields: customFields,
    },
  };
}

export function organizationItem({ row, score, customFields, notes }: Hit<Organization>): SearchItem {
  return {
    result_score: rounded(score),
    item: {
      id: row.id,
      type: 'organization',
      name: row.name,
      address: row.address?.value ?? null,
      visible_to: row.visibleTo,
      owner: { id: row.ownerId },
      custom_fields: customFields,
      notes,
    },
  };
}

export function dealItem(store: Store, { row, score, customFields, notes }: Hit<Deal>): SearchItem {
  const person = row.personId === null ? undefined : store.persons.get(row.personId);
  const organization = row.orgId === null ? undefined : store.organizations.get(row.orgId);
  return {
    result_score: rounded(score),
    item: {
      id: row.id,
      type: 'deal',
      title: row.title,
      value: row.value,
      currency: row.currency,
      status: row.status,
      visible_to: row.visibleTo,
      owner: { id: row.ownerId },
      stage: { id: row.stageId, name: store.stages.get(row.stageId)?.name ?? null },
      pipeline: { id: row.pipelineId },
      person: person ? { id: person.id, name: person.name } : null,
      organization: organization
        ? { id: organization.id, name: organization.name, address: organization.address?.value ?? null }
        : null,
      custom_fields: customFields,
      notes,
      is_archived: row.archiveTime !== null,
    },
  };
}
