import assert from 'node:assert/strict';
import { askedIn } from '../../ui/byHand/log.ts';
import { promised } from '../../ui/byHand/published.ts';
import { lines, missing } from '../../ui/byHand/table.ts';

const called = (log: string) => lines(askedIn(log)).filter(({ action }) => action !== undefined);

describe('the table of operations by hand', () => {
  it('holds fifty operations, each once', () => {
    assert.equal(promised.length, 50);
    assert.equal(new Set(promised).size, 50);
    assert.equal(new Set(missing(lines([])).map(({ operation }) => operation)).size, 50);
  });

  it('names the action under the setting whose request it was', () => {
    const [line, ...more] = called('# opens a person\nGET /v1/persons/4 200 2\n');
    assert.deepEqual(more, []);
    assert.equal(line?.operation, 'person.get');
    assert.deepEqual(line.settings, ['v1']);
    assert.equal(line.action, 'opens a person');
  });

  it('tells lists by what they are asked for, and words from ids', () => {
    assert.deepEqual(
      called('# a\nGET /api/v2/deals?person_id=4&limit=5 200 10\n').map(({ operation }) => operation),
      ['person.deals'],
    );
    assert.deepEqual(
      called('# a\nGET /api/v1/persons/search?term=x 200 40\n').map(({ operation }) => operation),
      ['person.search'],
    );
  });

  it('counts neither what failed nor what was asked between two actions', () => {
    assert.deepEqual(called('GET /v1/persons/4 200 2\n# a\nGET /v1/persons/4 403 2\n#\nGET /v1/persons/4 200 2\n'), []);
  });

  it('takes the action that led to the fewest other requests', () => {
    const [line] = called('# all\nGET /v1/persons/4 200 2\nGET /x 200 1\n# one\nGET /v1/persons/4 200 2\n');
    assert.equal(line?.action, 'one');
  });
});
