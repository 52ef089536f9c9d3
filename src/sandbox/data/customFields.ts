import type { CustomType, FieldEntity, FieldOption } from '../records.ts';

/** A field that this made-up company has added. */
export interface OwnField {
  name: string;
  type: CustomType;
  options?: FieldOption[];
  optionsDeleted?: FieldOption[];
  description?: string;
  /** How many of a hundred records have a value. */
  filled: number;
  important?: boolean;
  deleted?: boolean;
}

const person: readonly OwnField[] = [
  { name: 'Nickname', type: 'varchar', filled: 25 },
  { name: 'Customer number', type: 'varchar_auto', filled: 60, important: true },
  { name: 'Background', type: 'text', filled: 35, description: 'What a colleague should know before the first call' },
  { name: 'Satisfaction score', type: 'double', filled: 45 },
  { name: 'Credit limit', type: 'monetary', filled: 40, important: true },
  { name: 'Customer since', type: 'date', filled: 55 },
  { name: 'Contract period', type: 'daterange', filled: 30 },
  { name: 'Best time to call', type: 'time', filled: 30 },
  { name: 'Office hours', type: 'timerange', filled: 25 },
  {
    name: 'Segment',
    type: 'enum',
    filled: 65,
    important: true,
    options: [
      { id: 101, label: 'Enterprise', color: 'blue' },
      { id: 102, label: 'Mittelstand', color: 'green' },
      { id: 103, label: 'Start-up', color: 'orange' },
      { id: 104, label: 'Public sector', color: 'purple' },
      { id: 105, label: 'Non-profit, education', color: 'gray' },
    ],
    optionsDeleted: [{ id: 109, label: 'Reseller (old)' }],
  },
  {
    name: 'Interests',
    type: 'set',
    filled: 50,
    options: [
      { id: 121, label: 'Automation' },
      { id: 122, label: 'Energy' },
      { id: 123, label: 'Maintenance' },
      { id: 124, label: 'Training' },
      { id: 125, label: 'Coffee ☕' },
    ],
    optionsDeleted: [{ id: 129, label: 'Fax' }],
  },
  { name: 'Account manager', type: 'user', filled: 40 },
  { name: 'Parent company', type: 'org', filled: 25 },
  { name: 'Referred by', type: 'people', filled: 25 },
  { name: 'Emergency phone', type: 'phone', filled: 20 },
  { name: 'Delivery address', type: 'address', filled: 35 },
  // Two fields of one name: names are not unique in Pipedrive.
  { name: 'Region', type: 'varchar', filled: 20 },
  {
    name: 'Region',
    type: 'enum',
    filled: 20,
    options: [
      { id: 141, label: 'Americas' },
      { id: 142, label: 'Asia-Pacific' },
      { id: 143, label: 'Europe, Middle East & Africa' },
    ],
  },
  { name: 'LinkedIn <profile> & "more"', type: 'varchar', filled: 20 },
  { name: 'Passport expiry', type: 'date', filled: 0, deleted: true },
];

const product: readonly OwnField[] = [
  { name: 'Supplier part', type: 'varchar', filled: 40 },
  { name: 'EAN', type: 'varchar_auto', filled: 60 },
  { name: 'Technical data', type: 'text', filled: 30 },
  { name: 'Weight (kg)', type: 'double', filled: 60 },
  { name: 'Deposit', type: 'monetary', filled: 30 },
  { name: 'Launch date', type: 'date', filled: 50 },
  { name: 'Season', type: 'daterange', filled: 25 },
  { name: 'Order deadline', type: 'time', filled: 20 },
  { name: 'Assembly window', type: 'timerange', filled: 20 },
  {
    name: 'Energy class',
    type: 'enum',
    filled: 50,
    options: ['A', 'B', 'C', 'D'].map((label, n) => ({ id: 201 + n, label })),
    optionsDeleted: [{ id: 209, label: 'A+++' }],
  },
  {
    name: 'Certificates',
    type: 'set',
    filled: 40,
    options: ['CE', 'UL', 'RoHS', 'ISO 9001'].map((label, n) => ({ id: 221 + n, label })),
  },
  { name: 'Product manager', type: 'user', filled: 40 },
  { name: 'Manufacturer', type: 'org', filled: 40 },
  { name: 'Expert', type: 'people', filled: 25 },
  { name: 'Hotline', type: 'phone', filled: 20 },
  { name: 'Warehouse', type: 'address', filled: 25 },
];

const organization: readonly OwnField[] = [{ name: 'Supplier rating', type: 'varchar', filled: 30 }];

/** The company's own fields by entity; people and products have one of every type. */
export const ownFields: Readonly<Record<FieldEntity, readonly OwnField[]>> = {
  person,
  product,
  organization,
  deal: [],
};
