import assert from 'node:assert/strict';
import { operations } from '../../../src/sandbox/operations.ts';
import { Conformance, operationName } from './conformance/check.ts';
import { type Rig, start } from './support.ts';
import { noDocuments, skipFor } from '../skip.ts';

describe('sandbox: held against the published documents', function () {
  this.timeout(120_000);
  let rig: Rig;
  let conformance: Conformance | undefined;

  before(async function () {
    rig = await start();
    conformance = Conformance.with(rig);
    if (!conformance) {
      skipFor(this, noDocuments);
    }
  });
  after(() => rig.sandbox.close());

  for (const operation of operations) {
    it(operationName(operation), async () => {
      assert.deepEqual(await conformance?.problemsOf(operation), []);
    });
  }

  it('excuses nothing that needs no excuse', () => {
    assert.deepEqual(conformance?.unused, []);
  });
});
