import type { Contact, CustomValue, Deal, Person } from './records.ts';

/** A record as the text of each of its values, under the names that version 1 has for them. */
type Described = ReadonlyMap<string, string | null>;

const listed = (contacts: readonly Contact[]): string | null => contacts.map(({ value }) => value).join(', ') || null;
const joined = (ids: readonly number[]): string | null => ids.join(',') || null;
const number = (value: number | null): string | null => (value === null ? null : String(value));

function customText(value: CustomValue): string | null {
  if (value === '') return null;
  if (Array.isArray(value)) return joined(value);
  if (typeof value !== 'object') return String(value);
  if ('currency' in value) return `${value.value} ${value.currency}`;
  return 'until' in value ? `${value.value} - ${value.until}` : value.value;
}

export function describePerson(person: Person): Described {
  const custom = [...person.custom].map(([key, value]) => [key, customText(value)] as const);
  return new Map<string, string | null>([
    ['name', person.name],
    ['first_name', person.firstName || null],
    ['last_name', person.lastName],
    ['owner_id', number(person.ownerId)],
    ['org_id', number(person.orgId)],
    ['email', listed(person.emails)],
    ['phone', listed(person.phones)],
    ['im', listed(person.im)],
    ['label', joined(person.labelIds)],
    ['visible_to', number(person.visibleTo)],
    ['picture_id', number(person.pictureId)],
    ['marketing_status', person.marketingStatus],
    ['postal_address', person.postalAddress?.value ?? null],
    ['notes', person.notes],
    ['birthday', person.birthday],
    ['job_title', person.jobTitle],
    ['active_flag', person.deleteTime === null ? '1' : '0'],
    ...custom,
  ]);
}

export function describeDeal(deal: Deal): Described {
  return new Map<string, string | null>([
    ['title', deal.title],
    ['value', number(deal.value)],
    ['currency', deal.currency],
    ['status', deal.deleteTime === null ? deal.status : 'deleted'],
    ['stage_id', number(deal.stageId)],
    ['pipeline_id', number(deal.pipelineId)],
    ['user_id', number(deal.ownerId)],
    ['person_id', number(deal.personId)],
    ['org_id', number(deal.orgId)],
    ['label', joined(deal.labelIds)],
    ['visible_to', number(deal.visibleTo)],
    ['probability', number(deal.probability)],
    ['expected_close_date', deal.expectedClose],
    ['lost_reason', deal.lostReason],
    ['is_archived', deal.archiveTime === null ? '0' : '1'],
  ]);
}
