import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/setup/paths.mjs';

const page = readFileSync(inRoot('SECURITY.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| point'));

describe('SECURITY.md', () => {
  it('has for each point a test that is there, or a reason', () => {
    assert.ok(rows.length > 15);
    for (const row of rows) {
      const held = row.split(' | ')[1] ?? '';
      if (held.startsWith('no test: ')) continue;
      const named = held.split(/; (?=`)/).map((part) => /^`(test\/[\w./-]+\.test\.ts)`: (.+?)( \|)?$/.exec(part));
      assert.ok(named.length > 0 && named.every(Boolean), row);
      for (const [, file = '', titles = ''] of named.filter((one) => one !== null)) {
        const source = readFileSync(inRoot(file), 'utf8');
        const quoted = [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
        assert.ok(quoted.length > 0, `${file} is named without a title`);
        for (const title of quoted) assert.ok(source.includes(`'${title}'`), `${file} has no “${title}”`);
      }
    }
  });
});
