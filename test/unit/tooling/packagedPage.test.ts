import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { withPictures } from '../../../scripts/package/readme.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';

describe('The page in the package', () => {
  it('has each of the README’s pictures in it', async () => {
    const readme = readFileSync(inRoot('README.md'), 'utf8');
    const pictures = readme.match(/!\[/g)?.length ?? 0;
    const page = await withPictures(readme, inRoot());
    assert.ok(pictures > 0);
    assert.equal(page.match(/\]\(data:image\/(png|webp);base64,[\w+/=]+\)/g)?.length, pictures);
    assert.doesNotMatch(page, /\]\(media\//);
  });

  it('keeps links, and pictures that are elsewhere', async () => {
    const page = '[a](media/a.png) ![b](https://example.com/b.png)';
    assert.equal(await withPictures(page, inRoot()), page);
  });

  it('refuses a picture that the page could not show', async () => {
    await assert.rejects(withPictures('![a](media/pipedrive.svg)', inRoot()), /media\/pipedrive\.svg/);
  });
});
