import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { packedPage, withoutPictures } from '../../../scripts/package/readme.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';

describe('The page in the package', () => {
  it('has none of the README’s pictures, which would be seen broken', () => {
    const readme = readFileSync(inRoot('README.md'), 'utf8');
    assert.match(readme, /^!\[/m);
    assert.doesNotMatch(withoutPictures(readme), /!\[/);
  });

  it('keeps links, and pictures at an address', () => {
    const page = '[a](media/a.png)\n\n![b](https://example.com/b.png)\n\nEnd\n';
    assert.equal(withoutPictures(page), page);
  });

  it('keeps the README’s pictures once the manifest names a repository, in which they get an address', () => {
    const page = 'Above\n\n![a](media/a.png)\n\nEnd\n';
    assert.equal(packedPage(page, undefined).page, 'Above\n\nEnd\n');
    assert.deepEqual(packedPage(page, { type: 'git', url: 'https://github.com/someone/something' }), { page, switches: [] });
  });
});
