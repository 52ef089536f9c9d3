import assert from 'node:assert/strict';
import { fromClock, fromLocal, toClock, toLocal } from '../../../src/surfaces/form/view/controls/moments.ts';

describe('times as they are typed', () => {
  it('show seconds only where there are some', () => {
    assert.equal(toClock('14:30:00'), '14:30');
    assert.equal(toClock('14:30'), '14:30');
    assert.equal(toClock('14:30:05'), '14:30:05');
    for (const none of ['24:00:00', '14:60', '2 pm', '', null, undefined, 14]) assert.equal(toClock(none), undefined);
  });

  it('are written with seconds', () => {
    assert.equal(fromClock('14:30'), '14:30:00');
    assert.equal(fromClock('14:30:05'), '14:30:05');
    assert.equal(fromClock('14:30:05.250'), '14:30:05');
  });

  it('are the person’s own, and UTC in the document', () => {
    for (const moment of ['2026-03-31T14:30:00Z', '2026-12-31T23:59:59Z', '2026-07-01T00:00:01Z']) {
      const local = toLocal(moment);
      assert.ok(local);
      assert.equal(new Date(local).valueOf(), Date.parse(moment));
      assert.equal(fromLocal(local), moment);
    }
    assert.equal(fromLocal('2026-03-31T14:30:15.9').length, '2026-03-31T14:30:15Z'.length);
    for (const none of ['soon', '', null, undefined, {}]) assert.equal(toLocal(none), undefined);
  });
});
