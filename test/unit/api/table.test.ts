import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createApi } from '../../../src/api/index.ts';
import type { Endpoint, Operation } from '../../../src/api/endpoint.ts';
import { forecast } from '../../../src/api/forecast.ts';
import { insteadOf, type OperationName, servedWhole, serving } from '../../../src/api/operations.ts';
import { operations } from '../../../src/api/operationTable.ts';
import { v1Query } from '../../../src/api/wires/v1/query.ts';
import { withApiTable } from './apiTable.ts';
import { documentedQuery, excuseOf } from './requests.ts';
import { token } from './server.ts';
import { readDocuments } from '../sandbox/conformance/documents.ts';
import { noDocuments, skipFor } from '../skip.ts';

const endpoints = (Object.entries(operations) as [OperationName, Operation][]).flatMap(([name, operation]) =>
  (['v1', 'v2'] as const).flatMap((version) => {
    const endpoint = operation[version];
    return endpoint === undefined ? [] : [{ name, version, endpoint }];
  }),
);

/** What a method of its own fills in, and the page. */
const filledIn = new Set(['term', 'ids', 'start', 'limit', 'cursor']);

/** Not offered on purpose. */
const left: ReadonlyArray<readonly [RegExp, RegExp, reason: string]> = [
  [
    /Field\.get|person\.collection|pipeline\.deals|person\.(deals|activities)|note\.list|person\.notes/,
    /^/,
    'an operation of a wider list or of one record',
  ],
  [/note/, /^pinned_to_/, 'a pin is a value of the note'],
];

const wordsOf = ({ takes = '', query = {} }: Endpoint): string[] => [...takes.split(' ').filter(Boolean), ...Object.keys(query)];

describe('the table of operations', () => {
  const documents = readDocuments();

  describe('beside the published documents', () => {
    before(function () {
      if (!documents) skipFor(this, noDocuments);
    });

    for (const { name, version, endpoint } of endpoints) {
      it(`${name} takes in ${version} what the document gives it`, () => {
        assert.ok(documents);
        const known = documents[version].flatMap((document) => {
          const documented = documentedQuery(document, endpoint.method, endpoint.path);
          return documented === undefined ? [] : [{ document, documented }];
        });
        assert.ok(known.length > 0, 'no document knows it');
        const example = Object.fromEntries(wordsOf(endpoint).map((key) => [key, 'x']));
        const sent = Object.keys(version === 'v1' ? v1Query(example, endpoint) : example);
        const request = `${version} ${endpoint.method} ${endpoint.path.replace(/^\/api\/v\d/, '')}`;
        const wide = left.filter(([operation]) => operation.test(name)).map(([, key]) => key);
        for (const { document, documented } of known) {
          assert.deepEqual(
            sent.filter((key) => !documented.has(key) && !excuseOf(document, request, `?${key} is not known`)),
            [],
            document.name,
          );
          const missing = [...documented].filter(
            (key) => !sent.includes(key) && !filledIn.has(key) && !wide.some((one) => one.test(key)),
          );
          assert.deepEqual(missing, [], document.name);
        }
      });
    }
  });

  it('stands in ARCHITECTURE.md as the code has it', () => {
    const page = readFileSync(new URL('../../../ARCHITECTURE.md', import.meta.url), 'utf8');
    assert.equal(withApiTable(page), page, 'run npm run api-table');
  });

  it('lets the other version serve what the chosen lacks, an operation or a filter', () => {
    assert.equal(serving('person.merge', 'v2').version, 'v1');
    assert.equal(serving('person.picture', 'v1').version, 'v2');
    assert.equal(serving('person.list', 'v2', { owner_id: 1 }).version, 'v2');
    assert.equal(serving('person.list', 'v2', { first_char: 1 }).version, 'v1');
    assert.equal(serving('person.list', 'v1', { updated_since: 1 }).version, 'v2');
    assert.equal(serving('person.list', 'v1', { include_labels: 1 }).version, 'v1');
    assert.equal(serving('person.list', 'v2', { not_a_filter: 1 }).version, 'v2');
    assert.equal(serving('person.list', 'v2', { sort_by: 'name' }).version, 'v1');
    assert.equal(serving('person.list', 'v2', { sort_by: 'update_time' }).version, 'v2');
    assert.equal(serving('product.list', 'v1', { sort_by: 'name' }).version, 'v2');
    assert.equal(insteadOf('person.removeMany', 'v2'), 'person.remove');
    assert.equal(insteadOf('person.removeMany', 'v1'), 'person.removeMany');
  });

  it('knows what neither version serves whole', () => {
    assert.equal(servedWhole('person.list', 'v2', { first_char: 'a', sort_by: 'name' }), 'v1');
    assert.equal(servedWhole('person.list', 'v2', { org_id: 1, sort_by: 'name' }), undefined);
    assert.equal(servedWhole('person.list', 'v1', { updated_since: 'x', first_char: 'a' }), undefined);
    assert.equal(servedWhole('person.collection', 'v2', { updated_since: 'x', first_char: 'a' }), 'v1');
  });

  it('forecasts what a plan costs', () => {
    const plan = [
      { operation: 'person.list', count: 3 },
      { operation: 'person.merge' },
      { operation: 'person.removeMany', count: 50 },
      { operation: 'person.update', count: 0 },
    ] as const;
    assert.equal(forecast(plan, 'v2'), 3 * 10 + 40 + 50 * 3);
    assert.equal(forecast(plan, 'v1'), 3 * 20 + 40 + 10);
    const log = { debug: () => undefined, warn: () => undefined };
    const api = createApi({ baseUrl: 'http://127.0.0.1:1', token, version: () => 'v1', log });
    assert.equal(api.forecast([{ operation: 'person.search' }]), 40);
    api.dispose();
  });
});
