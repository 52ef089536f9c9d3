import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { animated, type Shot } from '../harness/animation.ts';
import { useWorkbench } from '../harness/index.ts';
import { until } from '../harness/until.ts';
import { Form } from '../support/form.ts';

/** What the README may weigh in the package. */
const most = 1_000_000;

/** Not among the tests: `npm run pictures:readme` makes what the README shows. */
describe('The README’s recording', () => {
  const window = useWorkbench({ account: 'demo', theme: 'dark', viewport: { width: 960, height: 600 } });

  it('finds a person, changes it and saves', async function () {
    this.timeout(120_000);
    const shots: Shot[] = [];
    const shoot = async (milliseconds: number) => void shots.push({ png: await window().page.screenshot(), milliseconds });
    await window().openContainer('Pipedrive');
    await (await window().openView('Persons')).row('Nils Lindström').waitFor();
    await shoot(1200);
    await window().press('Control+Alt+p');
    await window().quickInput.waitFor();
    for (const letter of 'nils li') {
      await window().page.keyboard.type(letter);
      await shoot(140);
    }
    await window().quickInput.entry('Nils Lindström').waitFor();
    await shoot(1200);
    await window().quickInput.entry('Nils Lindström').click();
    await window().tabs.waitFor('Nils Lindström');
    const form = new Form(window());
    await form.waitFor();
    await shoot(1500);
    await form.input('job_title').scrollIntoViewIfNeeded();
    await form.fill('job_title', 'Head of Purchasing');
    await window().tabs.waitUntilDirty('Nils Lindström');
    await shoot(1800);
    await window().save();
    await window().tabs.waitUntilClean('Nils Lindström');
    await until('it was said', () => form.field('job_title').isVisible());
    await shoot(2200);
    const recording = await animated(window().page, shots, 0.7);
    assert.ok(recording.length < most, `${recording.length} bytes are too many for the package`);
    await mkdir(inRoot('media', 'readme'), { recursive: true });
    await writeFile(inRoot('media', 'readme', 'recording.webp'), recording);
  });
});
