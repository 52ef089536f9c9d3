import assert from 'node:assert/strict';
import type { Operation } from '../../../src/api/endpoint.ts';
import { type OperationName, operations } from '../../../src/api/operationTable.ts';
import type { Values } from '../../../src/model/record.ts';
import { wireOf } from '../../../src/api/wires/index.ts';
import { readDocuments } from '../sandbox/conformance/documents.ts';
import { noDocuments, skipFor } from '../skip.ts';
import { documentedBody } from './requests.ts';

const contacts = [{ value: 'x', label: 'work', primary: true }];

/** All that the model can say of a record. */
const full = {
  person: {
    ...{ name: 'A', owner_id: 1, org_id: 2, emails: contacts, phones: contacts, label_ids: [1], visible_to: 3 },
    ...{ marketing_status: 'subscribed', add_time: '2026-01-01T00:00:00Z', postal_address: { value: 'x' }, notes: 'n' },
    ...{ im: contacts, birthday: '2000-01-01', job_title: 'j', [`${'a'.repeat(40)}`]: 'x' },
  },
  product: {
    ...{ name: 'P', code: 'c', description: 'd', unit: 'u', tax: 1, category: 1, owner_id: 1, visible_to: 3 },
    ...{ is_linkable: true, is_deleted: false, billing_frequency: 'monthly', billing_frequency_cycles: 3 },
    ...{ prices: [{ currency: 'EUR', price: 1, cost: 1, direct_cost: 1, notes: 'n' }], [`${'a'.repeat(40)}`]: 'x' },
  },
  pipeline: { name: 'L', is_deal_probability_enabled: true, order_nr: 1, is_deleted: false },
  stage: { name: 'S', pipeline_id: 1, deal_probability: 10, is_deal_rot_enabled: true, days_to_rotten: 3, order_nr: 1 },
  personField: {
    ...{ field_name: 'F', field_type: 'enum', options: [{ label: 'a' }], ui_visibility: { add_visible_flag: true } },
    ...{ important_fields: { enabled: true }, required_fields: { enabled: true } },
  },
  productField: { field_name: 'F', field_type: 'enum', options: [{ label: 'a' }], ui_visibility: { add_visible_flag: true } },
} as const satisfies Record<string, Values>;

/** Documented keys that are not sent, with the reason. */
const left: ReadonlyArray<readonly [RegExp, key: string, reason: string]> = [
  [/^v1 person\./, 'label', 'The older name of the first of label_ids, which goes with them.'],
];

describe('a body', () => {
  const documents = readDocuments();
  before(function () {
    if (!documents) skipFor(this, noDocuments);
  });

  for (const entity of Object.keys(full) as (keyof typeof full)[]) {
    for (const action of ['create', 'update'] as const) {
      const name: OperationName = `${entity}.${action}`;
      for (const version of ['v1', 'v2'] as const) {
        it(`of ${name} in ${version} can hold all that is documented`, () => {
          const endpoint = (operations[name] as Operation)[version];
          assert.ok(endpoint && documents);
          const body = wireOf(entity, version).encode(full[entity], new Map([['a'.repeat(40), 'varchar']]));
          const wanted = documents[version].flatMap((one) => documentedBody(one, endpoint.method, endpoint.path));
          assert.ok(wanted.length > 0);
          const excused = left.filter(([which]) => which.test(`${version} ${name}`)).map(([, key]) => key);
          assert.deepEqual(
            wanted.filter((key) => !(key in body) && !excused.includes(key)),
            [],
          );
        });
      }
    }
  }
});
