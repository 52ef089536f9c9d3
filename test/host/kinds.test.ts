import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { json, openRecords, until, useCompany, write } from './support/company.ts';

/** What is done with a record of each kind, as its document spells it. */
interface Trip {
  readonly folder: string;
  /** The path of its records at Pipedrive. */
  readonly path: string;
  readonly created: Readonly<Record<string, unknown>>;
  readonly changed: Readonly<Record<string, unknown>>;
  /** Keys that are emptied, and what stands for empty. */
  readonly cleared: Readonly<Record<string, unknown>>;
  /** Keys of the update's body, in version 2 and 1. */
  readonly sent: Readonly<Record<'v2' | 'v1', readonly string[]>>;
  /** Keys that a new record alone has in its text. */
  readonly onlyNew?: Readonly<Record<'v2' | 'v1', readonly string[]>>;
  /** Requests beside the one check and the one update. */
  readonly beside?: readonly string[];
}

const trips: Readonly<Record<string, Trip>> = {
  person: {
    folder: 'persons',
    path: 'persons',
    created: {
      name: 'Ada Round',
      phones: [{ value: '+372 5550', label: 'work', primary: true }],
      add_time: '2024-02-03T04:05:06Z',
    },
    changed: { name: 'Ada Trip' },
    cleared: { phones: [] },
    sent: { v2: ['name'], v1: ['name'] },
    onlyNew: { v2: ['add_time'], v1: [] },
  },
  product: {
    folder: 'products',
    path: 'products',
    created: {
      name: 'Round table',
      code: 'RT-1',
      unit: 'piece',
      tax: 20,
      prices: [
        { currency: 'EUR', price: 10, cost: 4 },
        { currency: 'USD', price: 12 },
      ],
      billing_frequency: 'monthly',
    },
    changed: { prices: [{ currency: 'EUR', price: 11, cost: 4, notes: 'from March' }] },
    cleared: { code: null, unit: null, prices: [] },
    sent: { v2: ['prices'], v1: ['prices'] },
    // Version 1 takes no price away, so version 2 does it.
    beside: ['PATCH /products'],
  },
  pipeline: {
    folder: 'pipelines',
    path: 'pipelines',
    created: {
      name: 'Round trips',
      stages: [
        { name: 'First', deal_probability: 50 },
        { name: 'Second', days_to_rotten: 9 },
      ],
    },
    changed: { name: 'Round trips again', is_deal_probability_enabled: false },
    cleared: { stages: [] },
    sent: { v2: ['is_deal_probability_enabled', 'name'], v1: ['deal_probability', 'name'] },
    beside: ['GET /stages'],
  },
  personField: {
    folder: 'personFields',
    path: 'personFields',
    created: {
      field_name: 'Shoe size',
      field_type: 'enum',
      options: [{ label: 'Small' }, { label: 'Large' }],
      add_visible_flag: true,
    },
    changed: { field_name: 'Size of shoes', add_visible_flag: false },
    cleared: {},
    sent: { v2: ['field_name', 'ui_visibility'], v1: ['add_visible_flag', 'name'] },
    onlyNew: { v2: ['field_type'], v1: ['field_type'] },
  },
  productField: {
    folder: 'productFields',
    path: 'productFields',
    created: { field_name: 'Colour of box', field_type: 'varchar' },
    changed: { field_name: 'Box colour' },
    cleared: {},
    sent: { v2: ['field_name'], v1: ['name'] },
    onlyNew: { v2: ['field_type'], v1: ['field_type'] },
  },
};

for (const version of ['v2', 'v1'] as const) {
  describe(`Each kind, over ${version}`, () => {
    const company = useCompany(version);

    async function make(kind: string, { folder, created }: Trip): Promise<vscode.TextDocument> {
      const draft = await company().draft(kind);
      await write(draft, created);
      assert.ok(await draft.save());
      const made = () => openRecords().find(({ path }) => path.includes(`/${folder}/`));
      await until(() => made() !== undefined);
      const uri = made();
      assert.ok(uri);
      await company().quiet();
      return vscode.workspace.openTextDocument(uri);
    }

    for (const [kind, trip] of Object.entries(trips)) {
      it(`${kind}: is created once, changed by what differs, and cleared`, async () => {
        const document = await make(kind, trip);
        const posts = company()
          .entries()
          .filter(({ method }) => method === 'POST');
        assert.equal(posts.filter(({ path }) => path.endsWith(`/${trip.path}`)).length, 1);
        const id = /([^/]+)\.record$/.exec(document.uri.path)?.[1];
        const stored = await company().stored(`${trip.path}/${id}`);
        for (const [key, value] of Object.entries(trip.created)) {
          const onlyNew = trip.onlyNew?.[version].includes(key);
          if (onlyNew) assert.ok(!(key in json(document)), `${key} can be changed no more`);
          assertHolds(onlyNew ? stored[key] : json(document)[key], value, `${kind} ${key}`);
        }

        company().sandbox.log.clear();
        await write(document, trip.changed);
        assert.ok(await document.save(), 'the change is saved');
        await company().quiet();
        const update = company()
          .entries()
          .find(({ method }) => method === 'PATCH' || method === 'PUT');
        assert.deepEqual(Object.keys((update?.body ?? {}) as object).sort(), trip.sent[version]);
        const requests = company().requests();
        const beside = version === 'v1' || trip.beside?.[0]?.startsWith('GET') ? (trip.beside ?? []) : [];
        // A changed field is read by the documents that VS Code still has of its kind: a list, once.
        const own = requests.filter((line) => line !== `GET /${trip.path}` && !beside.some((one) => line.startsWith(one)));
        assert.equal(own.length, 2, own.join('\n'));
        assert.match(own[0] ?? '', new RegExp(`^GET /${trip.path}/`));
        assert.match(own[1] ?? '', new RegExp(`^(PATCH|PUT) /${trip.path}/`));
        for (const [key, value] of Object.entries(trip.changed)) assertHolds(json(document)[key], value, `${kind} ${key}`);

        if (Object.keys(trip.cleared).length > 0) {
          await write(document, trip.cleared);
          assert.ok(await document.save(), 'the clearing is saved');
          const again = await company().open(`${trip.folder}/${id}`);
          for (const [key] of Object.entries(trip.cleared)) assertEmpty(json(again)[key], `${kind} ${key}`);
        }
      });
    }
  });
}

/** What is stored may hold more than what was given: ids, defaults. */
function assertHolds(actual: unknown, wanted: unknown, what: string): void {
  if (Array.isArray(wanted)) {
    assert.ok(Array.isArray(actual), `${what} is a list`);
    assert.equal(actual.length, wanted.length, `${what}: ${JSON.stringify(actual)}`);
    wanted.forEach((one, index) => assertHolds(actual[index], one, `${what}[${index}]`));
  } else if (typeof wanted === 'object' && wanted !== null) {
    for (const [key, value] of Object.entries(wanted)) {
      assertHolds((actual as Record<string, unknown> | undefined)?.[key], value, `${what}.${key}`);
    }
  } else {
    assert.deepEqual(actual, wanted, what);
  }
}

function assertEmpty(value: unknown, what: string): void {
  assert.ok(
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0),
    `${what}: ${JSON.stringify(value)}`,
  );
}
