import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PipedriveError } from '../../../src/api/errors.ts';
import { apiOn, type Reply, serve } from './server.ts';

const envelope = fc.record(
  {
    success: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.jsonValue()),
    status: fc.jsonValue(),
    data: fc.oneof(fc.jsonValue(), fc.array(fc.record({ id: fc.oneof(fc.nat(), fc.jsonValue()) })), fc.record({ id: fc.nat() })),
    error: fc.oneof(fc.string(), fc.jsonValue()),
    errors: fc.jsonValue(),
    errorCode: fc.jsonValue(),
    code: fc.jsonValue(),
    additional_data: fc.oneof(
      fc.jsonValue(),
      fc.record({ next_cursor: fc.jsonValue(), pagination: fc.jsonValue(), more_items_in_collection: fc.jsonValue() }),
    ),
  },
  { requiredKeys: [] },
);

const status = fc.constantFrom(200, 200, 200, 201, 204, 301, 400, 401, 402, 403, 404, 405, 409, 410, 418, 422, 500, 501, 502);

describe('made-up answers', function () {
  this.timeout(60_000);

  for (const version of ['v1', 'v2'] as const) {
    it(`end in a record or a PipedriveError, in ${version}`, async () => {
      let reply: Reply = {};
      const stub = await serve(() => reply);
      try {
        await fc.assert(
          fc.asyncProperty(status, fc.oneof(envelope, fc.jsonValue()), fc.nat(6), async (code, body, which) => {
            reply = code === 204 ? { status: code } : { status: code, json: body };
            const { api } = apiOn(stub, version);
            const persons = api.records('person');
            const calls = [
              () => persons.list(),
              () => persons.get(1),
              () => persons.create({ name: 'x' }),
              () => persons.search('xx'),
              () => api.fields('product'),
              () => api.users(),
              () => api.me(),
            ];
            try {
              await calls[which]?.();
            } catch (error) {
              assert.ok(PipedriveError.is(error), String(error));
              assert.ok(error.message.length > 10);
            }
          }),
          { numRuns: 150 },
        );
      } finally {
        await stub.close();
      }
    });
  }
});
