import assert from 'node:assert/strict';
import { Steps } from '../../../src/surfaces/form/view/steps.ts';

describe('Steps of a form', () => {
  let asked: string[];
  let done: (() => void)[];
  let steps: Steps;
  beforeEach(() => {
    asked = [];
    done = [];
    const wait = (what: string) => {
      asked.push(what);
      return new Promise<void>((resolve) => done.push(resolve));
    };
    steps = new Steps({ edit: (key) => wait(key), step: (back) => wait(back ? 'undo' : 'redo') });
  });

  function press(key: string, shiftKey = false, ctrlKey = true): boolean {
    let kept = false;
    const keep = () => {
      kept = true;
    };
    void steps.hear({ key, shiftKey, ctrlKey, metaKey: false, preventDefault: keep, stopPropagation: keep });
    return kept;
  }

  it('leaves undo and redo to VS Code while nothing is under way', async () => {
    assert.equal(press('z'), false);
    const edit = steps.edit('name', 'A');
    done[0]?.();
    await edit;
    assert.equal(press('z'), false);
    assert.deepEqual(asked, ['name']);
  });

  it('sends them after an edit that is under way, and what follows after them', async () => {
    const edit = steps.edit('name', 'A');
    assert.equal(press('z'), true);
    done[0]?.();
    await edit;
    assert.equal(press('Z', true), true);
    assert.equal(press('y'), true);
    assert.deepEqual(asked, ['name', 'undo', 'redo', 'redo']);
  });

  it('takes no other key', () => {
    void steps.edit('name', 'A');
    assert.equal(press('z', false, false), false);
    assert.equal(press('a'), false);
  });

  it('is ready again where an edit was refused', async () => {
    const refused = new Steps({ edit: () => Promise.reject(new Error('No.')), step: () => Promise.resolve() });
    await assert.rejects(refused.edit('name', 'A'), /No/);
    const event = { key: 'z', shiftKey: false, ctrlKey: true, metaKey: false, preventDefault() {}, stopPropagation() {} };
    assert.equal(refused.hear(event), undefined);
  });
});
