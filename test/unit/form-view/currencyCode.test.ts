import assert from 'node:assert/strict';
import { codeOf, matching } from '../../../src/surfaces/form/view/controls/currencyCode.ts';

const options = ['AUD · Australian Dollar', 'EUR · Euro', 'USD · US Dollar', 'PTS · Points'].map((label) => ({
  id: label.slice(0, 3),
  label,
}));

describe('a currency, typed', () => {
  it('is found by its code before its name', () => {
    assert.deepEqual(
      matching(options, 'us').map(({ id }) => id),
      ['USD', 'AUD'],
    );
    assert.equal(matching(options, ' ').length, options.length);
    assert.deepEqual(matching(options, 'xyz'), []);
  });

  it('is one of the account’s, whichever its letters’ case', () => {
    assert.equal(codeOf(' eur ', options, null), 'EUR');
    assert.equal(codeOf('XYZ', options, null), undefined);
    assert.equal(codeOf('EU', options, null), undefined);
  });

  it('may stay the one it is, also where that is not in use any more', () => {
    assert.equal(codeOf('dem', options, 'DEM'), 'DEM');
  });

  it('is any three letters as long as the account’s are not known', () => {
    assert.equal(codeOf('chf', [], 'EUR'), 'CHF');
    assert.equal(codeOf('euro', [], 'EUR'), undefined);
    assert.equal(codeOf('E1R', [], null), undefined);
  });
});
