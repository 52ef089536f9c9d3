/**
 * The one shape in which the sandbox keeps records. It belongs to no version of the API:
 * the presenters in v1/ and v2/ turn it into what each version answers.
 * Times are milliseconds since 1970, always whole seconds.
 */

export interface Contact {
  value: string;
  primary: boolean;
  label: string;
}

export const addressParts = [
  'subpremise',
  'street_number',
  'route',
  'sublocality',
  'locality',
  'admin_area_level_1',
  'admin_area_level_2',
  'country',
  'postal_code',
  'formatted_address',
] as const;

export type Address = { value: string } & { [P in (typeof addressParts)[number]]: string | null };

export interface Money {
  value: number;
  currency: string;
}

export interface Span {
  value: string;
  until: string;
}

export interface Clock {
  value: string;
  timezone_id: number | null;
  timezone_name: string | null;
}

export interface ClockSpan extends Clock {
  until: string;
}

export type CustomValue = string | number | number[] | Money | Span | Clock | ClockSpan | Address;
export type CustomValues = Map<string, CustomValue>;

export const customTypes = [
  'varchar',
  'varchar_auto',
  'text',
  'double',
  'monetary',
  'date',
  'daterange',
  'time',
  'timerange',
  'enum',
  'set',
  'user',
  'org',
  'people',
  'phone',
  'address',
] as const;

export type CustomType = (typeof customTypes)[number];

export interface FieldOption {
  id: number | string;
  label: string;
  color?: string;
}

export type FieldEntity = 'person' | 'product' | 'organization' | 'deal';

/** A user who follows a record. Version 1 knows the relation by its own id, version 2 by the user's. */
export interface Follower {
  id: number;
  userId: number;
  addTime: number;
}

export interface Field {
  id: number;
  entity: FieldEntity;
  /** The name in version 1 and, for custom fields, in version 2 too. */
  key: string;
  /** The name in version 2, null where version 2 does not list the field. */
  code: string | null;
  name: string;
  type: string;
  codeType: string;
  custom: boolean;
  /** Version 2 sends it only when asked by include_fields. */
  optional: boolean;
  options: FieldOption[] | null;
  optionsDeleted: FieldOption[];
  description: string | null;
  orderNr: number;
  addVisible: boolean;
  detailsVisible: boolean;
  /** In the dialog for a new deal; not shown there where it is left out. */
  dealDialog?: { show: boolean; order: number | null };
  important: boolean;
  /** The stages it is important in; all where there are none. */
  importantStages?: number[];
  required: boolean;
  bulkEdit: boolean;
  mandatory: boolean;
  addTime: number;
  updateTime: number | null;
  createdBy: number | null;
  deleted: boolean;
}

export interface User {
  id: number;
  name: string;
  email: string;
  active: boolean;
  admin: boolean;
  currency: string;
  locale: string;
  timezone: string;
  timezoneOffset: string;
  roleId: number;
  phone: string | null;
  addTime: number;
  lastLogin: number;
}

/** What every record with a history has. */
export interface Lasting {
  id: number;
  addTime: number;
  /** null until the first change. */
  updateTime: number | null;
  deleteTime: number | null;
}

export type MarketingStatus = 'no_consent' | 'unsubscribed' | 'subscribed' | 'archived';

export interface Person extends Lasting {
  name: string;
  firstName: string;
  lastName: string | null;
  ownerId: number;
  orgId: number | null;
  emails: Contact[];
  phones: Contact[];
  im: Contact[];
  labelIds: number[];
  visibleTo: number;
  pictureId: number | null;
  marketingStatus: MarketingStatus;
  /** Changes of marketingStatus already made, as "old>new": each is allowed once. */
  marketingMoves: string[];
  postalAddress: Address | null;
  notes: string | null;
  birthday: string | null;
  jobTitle: string | null;
  followers: Follower[];
  custom: CustomValues;
}

export interface Organization extends Lasting {
  name: string;
  ownerId: number;
  address: Address | null;
  labelIds: number[];
  visibleTo: number;
  website: string | null;
  linkedin: string | null;
  industry: number | null;
  annualRevenue: number | null;
  employeeCount: number | null;
  custom: CustomValues;
}

export interface Pipeline extends Lasting {
  name: string;
  urlTitle: string;
  orderNr: number;
  dealProbability: boolean;
}

export interface Stage extends Lasting {
  name: string;
  pipelineId: number;
  orderNr: number;
  dealProbability: number;
  rotDays: number | null;
}

export interface StageMove {
  stageId: number;
  time: number;
}

export interface Deal extends Lasting {
  title: string;
  value: number;
  currency: string;
  status: 'open' | 'won' | 'lost';
  personId: number | null;
  orgId: number | null;
  pipelineId: number;
  stageId: number;
  ownerId: number;
  creatorId: number;
  visibleTo: number;
  labelIds: number[];
  /** Its own, in percent; null for that of its stage. */
  probability: number | null;
  expectedClose: string | null;
  lostReason: string | null;
  closeTime: number | null;
  /** An archived deal stands in no ordinary list and cannot be changed. */
  archiveTime: number | null;
  /** The way through the stages, the first entry being the stage of creation. */
  moves: StageMove[];
}

export interface Price {
  id: number;
  price: number;
  currency: string;
  cost: number;
  directCost: number;
  notes: string;
}

export interface Product extends Lasting {
  name: string;
  code: string | null;
  description: string | null;
  unit: string | null;
  tax: number;
  category: number | null;
  linkable: boolean;
  visibleTo: number;
  ownerId: number;
  billingFrequency: string;
  billingCycles: number | null;
  prices: Price[];
  followers: Follower[];
  custom: CustomValues;
}

/** A product that is part of a deal. */
export interface DealProduct {
  id: number;
  dealId: number;
  productId: number;
  quantity: number;
  price: number;
  currency: string;
  addTime: number;
}

export interface Activity extends Lasting {
  subject: string;
  type: string;
  done: boolean;
  doneTime: number | null;
  dueDate: string;
  dueTime: string | null;
  duration: string | null;
  note: string | null;
  ownerId: number;
  creatorId: number;
  busy: boolean;
  location: string | null;
  publicDescription: string | null;
  priority: number | null;
  personId: number | null;
  orgId: number | null;
  dealId: number | null;
}
