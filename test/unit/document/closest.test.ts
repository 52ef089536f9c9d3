import assert from 'node:assert/strict';
import { closest } from '../../../src/surfaces/document/json/closest.ts';

const spelled = (...labels: string[]) => labels.map((label) => ({ of: label, spelled: [label] }));
const labels = spelled('Hot lead', 'Warm lead', 'Cold lead', 'Customer', 'Señor');

describe('what someone may have meant', () => {
  for (const [typed, ...meant] of [
    ['Hot lead', 'Hot lead', 'Cold lead'],
    ['hot LEAD ', 'Hot lead', 'Cold lead'],
    ['Hot', 'Hot lead'],
    ['Hto lead', 'Hot lead'],
    ['Costumer', 'Customer'],
    ['senor', 'Señor'],
  ] as const) {
    it(`“${typed}”: ${meant[0]} before all`, () => assert.equal(closest(typed, labels)[0], meant[0]));
  }

  it('offers several where several are near, and none where none is', () => {
    assert.deepEqual(closest('lead', labels), ['Hot lead', 'Warm lead', 'Cold lead']);
    assert.deepEqual(closest('Zebra', labels), []);
    assert.deepEqual(closest('', labels), []);
  });

  it('takes any of its spellings', () => {
    assert.deepEqual(closest('17', [{ of: 'Hot', spelled: ['Hot lead', '17'] }]), ['Hot']);
  });
});
