import assert from 'node:assert/strict';
import { operations } from '../../../src/sandbox/operations.ts';
import { operationName } from './conformance/check.ts';
import type { Deviation } from './conformance/deviations.ts';
import { exampleReplies } from './conformance/examples.ts';
import { deviations } from './recorded/deviations.ts';
import { recordingsOf } from './recorded/recordings.ts';
import { differences, shapeOf } from './recorded/shapes.ts';
import { type Rig, start } from './support.ts';
import { noRecordings, skipFor } from '../skip.ts';

describe('sandbox: answers shaped like the recorded ones', function () {
  this.timeout(60_000);
  let rig: Rig;
  const used = new Set<Deviation>();
  const recorded = operations.map((operation) => ({ operation, bodies: recordingsOf(operation) }));

  before(async function () {
    if (recorded.every(({ bodies }) => bodies === undefined)) {
      skipFor(this, noRecordings);
    }
    rig = await start();
  });
  after(() => rig?.sandbox.close());

  for (const { operation, bodies = [] } of recorded) {
    if (bodies.length === 0) continue;
    const name = operationName(operation);
    it(`${name}, ${bodies.length} recorded`, async () => {
      const replies = await exampleReplies(rig, operation);
      const found = differences(shapeOf(replies.map(({ body }) => body)), shapeOf(bodies));
      const unexcused = found.filter((misfit) => {
        const excuses = deviations.filter((one) => one.operation.test(name) && one.misfit.test(misfit));
        for (const excuse of excuses) used.add(excuse);
        return excuses.length === 0;
      });
      assert.deepEqual(unexcused, []);
    });
  }

  it('excuses nothing that needs no excuse', () => {
    assert.deepEqual(
      deviations.filter((one) => !used.has(one)).map(({ operation, misfit }) => `${operation} ${misfit}`),
      [],
    );
  });
});
