import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { FormField } from '../../../src/surfaces/form/messages.ts';
import { Draft, type Reading } from '../../../src/surfaces/form/view/draft.ts';

const field = (value: unknown): FormField => ({
  key: 'count',
  label: 'Count',
  type: 'int',
  value,
  text: String(value),
  options: [],
  required: false,
  readOnly: false,
  hint: '',
  changed: false,
});

/** A control with a draft, and a host that answers when it is told to. */
function control(value: unknown) {
  const sent: unknown[] = [];
  const answers: PromiseWithResolvers<void>[] = [];
  const owner = {
    field: field(value),
    calls: {
      edit(_key: string, edited: unknown) {
        sent.push(edited);
        const answer = Promise.withResolvers<void>();
        answers.push(answer);
        return answer.promise;
      },
      choose: () => undefined,
      search: () => Promise.resolve([]),
      act: () => undefined,
      choices: () => undefined,
      open: () => undefined,
      putBack: () => undefined,
      related: () => Promise.reject(new Error('Nothing hangs off it.')),
      picture: () => Promise.reject(new Error('Nothing hangs off it.')),
      history: () => Promise.reject(new Error('Nothing hangs off it.')),
    },
    read: (text: string): Reading =>
      text === ''
        ? { value: null }
        : /^\d+\.?$/.test(text)
          ? { value: parseInt(text, 10) }
          : { problem: 'No number.', raw: text },
    requestUpdate: () => undefined,
  };
  const draft = new Draft<string>(owner);
  const show = (shown: unknown) => {
    owner.field = field(shown);
    draft.shown();
  };
  return {
    draft,
    sent,
    show,
    answer: (n = 0) => answers[n]?.resolve(),
    refuse: (n = 0) => answers[n]?.reject(new Error('Refused.')),
  };
}

describe('draft of a control', () => {
  it('is sent once, on Enter, and let go of when the control is left and the document has it', () => {
    const { draft, sent, show } = control(1);
    draft.type('2');
    assert.equal(draft.open, true);
    draft.commit();
    draft.leave();
    assert.deepEqual(sent, [2]);
    assert.equal(draft.current, '2');
    show(2);
    assert.equal(draft.current, undefined);
  });

  it('is sent after a second without typing', async () => {
    const { draft, sent } = control(1);
    draft.type('2');
    await wait(600);
    draft.type('23');
    await wait(600);
    assert.deepEqual(sent, []);
    await wait(600);
    assert.deepEqual(sent, [23]);
  });

  it('sends nothing that the document already holds', () => {
    const { draft, sent } = control(1);
    draft.type('1.');
    assert.equal(draft.open, false);
    draft.leave();
    assert.deepEqual(sent, []);
    assert.equal(draft.current, undefined);
  });

  it('keeps half-typed text when the form is shown anew', () => {
    const { draft, show } = control(1);
    draft.type('12');
    show(1);
    show(7);
    assert.equal(draft.current, '12');
  });

  it('keeps what was sent while a state from before it arrives', async () => {
    const { draft, show, answer } = control(1);
    draft.type('2');
    draft.commit();
    show(1);
    assert.equal(draft.current, '2');
    answer();
    await wait(0);
    show(2);
    assert.equal(draft.current, '2', 'the caret may still be in it');
  });

  it('gives way to another value once its own is known, as an undo makes it', () => {
    const { draft, show } = control(1);
    draft.type('2');
    draft.commit();
    show(2);
    show(1);
    assert.equal(draft.current, undefined);
  });

  it('typed back to the old value while the new one is under way, it sends the old one', () => {
    const { draft, sent } = control(1);
    draft.type('2');
    draft.commit();
    draft.type('1');
    draft.commit();
    assert.deepEqual(sent, [2, 1]);
  });

  it('stays, with the reason, where the document refuses it', async () => {
    const { draft, refuse } = control(1);
    draft.type('2');
    draft.leave();
    refuse();
    await wait(0);
    assert.equal(draft.current, '2');
    assert.equal(draft.problem, 'Refused.');
    assert.equal(draft.open, true);
  });

  it('that is no value is never sent, never dropped, and given to a save to be refused', () => {
    const { draft, sent, show } = control(1);
    draft.type('abc');
    draft.leave();
    show(1);
    assert.deepEqual(sent, []);
    assert.equal(draft.problem, 'No number.');
    assert.deepEqual(draft.flush(), { key: 'count', value: 'abc', problem: 'No number.' });
    assert.equal(draft.current, 'abc');
  });

  it('given to a save it counts as sent', async () => {
    const { draft, sent, show } = control(1);
    draft.type('2');
    assert.deepEqual(draft.flush(), { key: 'count', value: 2 });
    assert.equal(draft.flush(), undefined);
    show(2);
    await wait(1100);
    assert.deepEqual(sent, []);
    assert.equal(draft.open, false);
  });

  it('given up it is not sent, and the document’s value is shown; what was sent stays', () => {
    const { draft, sent } = control(1);
    draft.type('2');
    draft.drop();
    draft.leave();
    assert.deepEqual(sent, []);
    assert.equal(draft.current, undefined);
    draft.type('3');
    draft.commit();
    draft.drop();
    assert.equal(draft.current, '3');
  });

  it('emptied clears the field', () => {
    const { draft, sent } = control(1);
    draft.set('');
    assert.deepEqual(sent, [null]);
  });
});
