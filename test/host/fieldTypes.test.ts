import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { json, useCompany, write } from './support/company.ts';

/** A value of each type that a field of the company's own can have, as version 2 spells it. */
const samples: Readonly<Record<string, unknown>> = {
  varchar: 'Short',
  varchar_auto: 'C-77',
  text: 'Several\nlines',
  double: 3.25,
  monetary: { value: 99.5, currency: 'USD' },
  date: '2026-02-28',
  daterange: { value: '2026-03-01', until: '2026-03-31' },
  time: { value: '08:30:00' },
  timerange: { value: '09:00:00', until: '17:30:00' },
  org: 2,
  people: 3,
  phone: '+372 555 0100',
  address: { value: '12 Harbour Street, Tallinn' },
};

interface OwnField {
  readonly field_code: string;
  readonly field_type: string;
  readonly is_custom_field: boolean;
  readonly options?: readonly { readonly id: number }[] | null;
}

for (const version of ['v2', 'v1'] as const) {
  describe(`A value of every field type, over ${version}`, () => {
    const company = useCompany(version);
    const updates = () =>
      company()
        .entries()
        .filter(({ method }) => method === 'PATCH' || method === 'PUT');

    async function ownFields(path: string): Promise<readonly OwnField[]> {
      const answer = await company().sandbox.asColleague('GET', `/api/v2/${path}?limit=500`);
      return (answer.body as { data: OwnField[] }).data.filter((field) => field.is_custom_field);
    }

    const sampleOf = ({ field_type: type, options }: OwnField, user: unknown): unknown => {
      if (type === 'user') return user;
      const ids = (options ?? []).map(({ id }) => id);
      if (type === 'enum') return ids[0];
      if (type === 'set') return ids.slice(0, 2);
      return samples[type];
    };

    for (const [kind, path] of [
      ['persons', 'personFields'],
      ['products', 'productFields'],
    ] as const) {
      it(`of ${kind} is set, and cleared, by one check and one update each`, async () => {
        const fields = await ownFields(path);
        const types = new Set(fields.map(({ field_type: type }) => type));
        for (const type of [...Object.keys(samples), 'user', 'enum', 'set'])
          assert.ok(types.has(type), `no field of type ${type}`);
        const user = (await company().stored(`${kind}/30`))['owner_id'];
        const values = Object.fromEntries(fields.map((field) => [field.field_code, sampleOf(field, user)]));
        const document = await company().open(`${kind}/30`);

        company().sandbox.log.clear();
        await write(document, { custom_fields: values });
        assert.ok(await document.save(), said(document));
        assert.equal(updates().length, 1);
        let stored = (await company().stored(`${kind}/30`))['custom_fields'] as Record<string, unknown>;
        for (const { field_code: key, field_type: type } of fields) holds(stored[key], values[key], type);

        company().sandbox.log.clear();
        await write(document, { custom_fields: {} });
        assert.ok(await document.save(), said(document));
        assert.equal(updates().length, 1);
        stored = (await company().stored(`${kind}/30`))['custom_fields'] as Record<string, unknown>;
        for (const { field_code: key, field_type: type } of fields) {
          const value = stored[key] ?? null;
          assert.ok(
            value === null || value === '' || (Array.isArray(value) && value.length === 0),
            `${type}: ${JSON.stringify(value)}`,
          );
        }
        assert.ok(!document.isDirty);
        assert.deepEqual(json(document)['custom_fields'] ?? {}, {});
      });
    }
  });
}

/** Pipedrive may add to a value: a zone, the parts of an address. */
function holds(actual: unknown, wanted: unknown, type: string): void {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return assert.deepEqual(actual, wanted, type);
  for (const [key, value] of Object.entries(wanted)) {
    assert.deepEqual((actual as Record<string, unknown> | null)?.[key], value, `${type}.${key}`);
  }
}

const said = ({ uri }: vscode.TextDocument): string =>
  vscode.languages
    .getDiagnostics(uri)
    .map(({ message }) => message)
    .join('\n');
