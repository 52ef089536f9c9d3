import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from './harness/until.ts';
import { barriers, overflow } from './support/barriers.ts';
import { useCompany } from './support/company.ts';
import { openPerson, type Form } from './support/form.ts';
import { inColumn, themes } from './support/looks.ts';
import { drawn, type Drawing } from './support/image.ts';

describe('A person’s picture', () => {
  const company = useCompany({ viewport: { width: 1280, height: 900 } });
  const { window } = company;
  let form: Form;
  before(async () => {
    await company.signIn('Keep me signed in');
    form = await openPerson(window(), 'Nils Lindström');
  });

  const page = () => window().webview();
  const part = (name: string): Locator => page().locator(`[data-picture="${name}"]`);
  const shown = (): Locator => page().locator('.tile img');
  const dialog = (): Locator => page().locator('picture-cropper dialog');
  const square = (): Locator => page().getByRole('application');
  const at = (): Promise<string | null> => page().locator('[data-square]').getAttribute('data-square');
  const choose = async (name: string, buffer: Buffer): Promise<void> =>
    page().locator('record-picture input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  const chooseDrawn = async (drawing: Drawing, name = 'face.png'): Promise<void> => {
    await choose(name, await drawn(page(), drawing));
    await dialog().waitFor();
  };
  const upload = (): Readonly<Record<string, unknown>> => {
    const [write, ...more] = company.writes();
    assert.deepEqual(more, []);
    assert.match(write?.line ?? '', /^POST \/api\/v1\/persons\/\d+\/picture$/);
    return write?.body as Record<string, unknown>;
  };
  const removeIfThere = async (): Promise<void> => {
    if ((await part('remove').count()) === 0) return;
    await part('remove').click();
    await part('sure').click();
    await part('remove').waitFor({ state: 'detached' });
    company.writes();
  };

  it('is cropped by keys, and sent with the square’s numbers', async () => {
    await removeIfThere();
    await form.fill('job_title', 'Buyer');
    await form.waitForState('job_title', 'changed');
    await chooseDrawn({ width: 800, height: 500 });
    assert.equal(await at(), '150 0 500');
    await square().and(page().locator(':focus')).waitFor();
    await window().press('-');
    await window().press('ArrowLeft');
    await window().press('Shift+ArrowDown');
    assert.equal(await at(), '150 11 480');
    await window().screenshot('picture-crop');
    company.writes();
    await window().press('Enter');
    await shown().waitFor();
    await dialog().waitFor({ state: 'detached' });
    const { file, ...crop } = upload();
    assert.deepEqual(crop, { crop_x: '150', crop_y: '11', crop_width: '480', crop_height: '480' });
    assert.deepEqual(file, { name: 'face.png', type: 'image/png', size: (file as { size: number }).size });
    await part('change').and(page().locator(':focus')).waitFor();
    assert.equal(await shown().getAttribute('alt'), 'Picture of Nils Lindström');
    await until('the picture is drawn', () =>
      shown().evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0),
    );
    await window().screenshot('picture-changed');
    await form.waitForState('job_title', 'changed');
    await window().press('ControlOrMeta+s');
    await form.waitForState('job_title', 'same');
    assert.deepEqual(company.writes()[0]?.body, { job_title: 'Buyer' });
    assert.equal(await shown().count(), 1);
  });

  it('is cropped by pulling a corner and dragging, and left by Escape without a request', async () => {
    await chooseDrawn({ width: 800, height: 500 });
    const box = await square().boundingBox();
    assert.ok(box);
    const { mouse } = window().page;
    await mouse.move(box.x + 4, box.y + 4);
    await mouse.down();
    await mouse.move(box.x + 64, box.y + 64, { steps: 4 });
    await mouse.up();
    const [x = 0, y = 0, size = 0] = ((await at()) ?? '').split(' ').map(Number);
    assert.ok(x > 250 && y > 100 && size < 400, `${x} ${y} ${size}`);
    assert.equal(x + size, 650);
    assert.equal(y + size, 500);
    await mouse.move(box.x + 150, box.y + 150);
    await mouse.down();
    await mouse.move(box.x + 150, box.y + 50, { steps: 4 });
    await mouse.up();
    assert.equal((await at())?.split(' ')[1], '0');
    company.writes();
    await window().press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await part('change').and(page().locator(':focus')).waitFor();
    assert.deepEqual(company.writes(), []);
  });

  it('is cropped in a short window, too, with what ends it in sight', async () => {
    const wide = window().page.viewportSize();
    assert.ok(wide);
    await window().page.setViewportSize({ width: 800, height: 600 });
    await chooseDrawn({ width: 400, height: 1600 });
    const below = (button: Locator) =>
      button.evaluate((element) => element.getBoundingClientRect().bottom - element.ownerDocument.documentElement.clientHeight);
    await until('both buttons were in sight', async () => (await below(part('use'))) <= 0 && (await below(part('cancel'))) <= 0);
    await window().screenshot('picture-crop-short');
    await part('cancel').click();
    await dialog().waitFor({ state: 'detached' });
    await window().page.setViewportSize(wide);
  });

  it('is sent upright where a camera was held on its side, so that the square means the same to all', async () => {
    await chooseDrawn({ width: 600, height: 300, type: 'image/jpeg', orientation: 6 }, 'camera.jpg');
    assert.equal(await at(), '0 150 300');
    company.writes();
    await part('use').click();
    await dialog().waitFor({ state: 'detached' });
    const { file, ...crop } = upload();
    assert.deepEqual(crop, { crop_x: '0', crop_y: '150', crop_width: '300', crop_height: '300' });
    assert.equal((file as { type: string }).type, 'image/jpeg');
  });

  it('is refused with its reason before anything is sent', async () => {
    company.writes();
    for (const [name, bytes, reason] of [
      ['letter.png', Buffer.from('Dear all,'), /no GIF, JPG or PNG/],
      ['small.png', await drawn(page(), { width: 400, height: 100 }), /400 × 100 pixels; Pipedrive needs 128/],
      ['cut.png', (await drawn(page(), { width: 400, height: 400 })).subarray(0, 60), /damaged/],
    ] as const) {
      await choose(name, bytes);
      await page().locator('record-picture .failure', { hasText: reason }).waitFor();
    }
    await window().screenshot('picture-refused');
    assert.deepEqual(company.writes(), []);
  });

  it('is chosen by a drop, and what Pipedrive refuses is said where the square is kept', async () => {
    const text = (await drawn(page(), { width: 300, height: 300 })).toString('base64');
    const data = await page()
      .locator('body')
      .evaluateHandle(`{
        const dropped = new DataTransfer();
        const bytes = Uint8Array.from(atob('${text}'), (one) => one.charCodeAt(0));
        dropped.items.add(new File([bytes], 'Dropped.png', { type: 'image/png' }));
        dropped;
      }`);
    await page().locator('record-picture .head').dispatchEvent('drop', { dataTransfer: data });
    await dialog().waitFor();
    company.sandbox.fault({ path: '/persons/*/picture', fault: { kind: 'status', status: 403 } });
    await window().press('-');
    const before = await at();
    await part('use').click();
    await dialog().locator('.failure').waitFor();
    assert.equal(await at(), before);
    await window().screenshot('picture-failed');
    company.writes();
    await part('use').click();
    await dialog().waitFor({ state: 'detached' });
    assert.equal((upload()['file'] as { name: string }).name, 'Dropped.png');
  });

  it('is cancelled on its way', async () => {
    await chooseDrawn({ width: 300, height: 300 });
    company.sandbox.fault({ path: '/persons/*/picture', method: 'POST', fault: { kind: 'delay', ms: 15_000 } });
    await part('use').click();
    await page().locator('picture-cropper progress').waitFor();
    await window().screenshot('picture-sending');
    await part('cancel').click();
    await dialog().locator('.failure', { hasText: 'cancelled' }).waitFor();
    await window().press('Escape');
    await dialog().waitFor({ state: 'detached' });
    company.writes();
  });

  for (const theme of themes) {
    it(`has no barrier that a machine can find, and nothing of it is cut off, ${theme}`, async () => {
      await window().setTheme(theme);
      await window().screenshot(`picture-head-${theme}`);
      assert.deepEqual(await barriers(window()), []);
      await chooseDrawn({ width: 800, height: 500 });
      await window().screenshot(`picture-crop-${theme}`);
      assert.deepEqual(await barriers(window()), []);
      await part('cancel').click();
      await dialog().waitFor({ state: 'detached' });
      await part('remove').click();
      await window().screenshot(`picture-sure-${theme}`);
      assert.deepEqual(await barriers(window()), []);
      await part('keep').click();
      await inColumn(window(), async () => {
        await chooseDrawn({ width: 800, height: 500 });
        await window().screenshot(`picture-360-${theme}`);
        assert.ok((await overflow(window())) <= 0);
        await part('cancel').click();
        await dialog().waitFor({ state: 'detached' });
      });
    });
  }

  it('is removed after a question in its place', async () => {
    await part('remove').click();
    await part('keep').and(page().locator(':focus')).waitFor();
    await window().press('Escape');
    await part('remove').and(page().locator(':focus')).waitFor();
    company.writes();
    await part('remove').click();
    await part('sure').click();
    await shown().waitFor({ state: 'detached' });
    await part('change').and(page().locator(':focus')).waitFor();
    assert.equal(await part('remove').count(), 0);
    assert.match(company.writes()[0]?.line ?? '', /^DELETE \/api\/v1\/persons\/\d+\/picture$/);
    await window().screenshot('picture-removed');
  });
});
