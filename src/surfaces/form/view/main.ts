import { openChannel } from '../../shared/channel.ts';
import { preparePage } from '../../shared/view/page.ts';
import { keepState, keptState, vscodePort } from '../../shared/view/port.ts';
import type { FormState, HostCalls, ViewCalls } from '../messages.ts';
import { placeOf } from './place.ts';
import { RecordForm } from './recordForm.ts';
import { Steps } from './steps.ts';
import { words } from './words.ts';

preparePage();

const form = new RecordForm();

const channel = openChannel<ViewCalls, HostCalls>(vscodePort(), {
  show,
  attend: ({ key }) => void form.attend(key),
  flush: () => form.flush(),
  pictureSent: (sent) => {
    form.pictureSent = sent;
  },
});

const steps = new Steps({
  edit: (key, value) => channel.call('edit', { key, value }),
  step: (back) => channel.call('step', { back }),
});
// A control that keeps the key for its own box keeps it from here too.
form.addEventListener('keydown', (event) => {
  const step = steps.hear(event);
  if (step) tellFailure(step);
});

form.calls = {
  edit: (key, value) => steps.edit(key, value),
  putBack: (key) => tellFailure(channel.call('putBack', { key })),
  choose: (key, side) => tellFailure(channel.call('choose', { key, side })),
  search: (type, term, signal) => channel.call('search', { type, term }, signal),
  choices: (of) => tellFailure(channel.call('choices', { of })),
  open: (key, index) => tellFailure(channel.call('open', { key, index })),
  act: (action) => tellFailure(channel.call('act', { action })),
  related: (method, input, signal) => channel.call(method, input, signal),
  picture: (method, input, signal) => channel.call(method, input, signal),
  history: (method, input, signal) => channel.call(method, input, signal),
};

form.moved = keepState;
form.goTo(placeOf(keptState()));

document.body.append(form);

channel
  .call('ready', null)
  .then(show, (error: unknown) => show({ phase: 'blocked', title: words.noAnswer, sentence: sentenceOf(error), actions: [] }));

function show(state: FormState): void {
  form.failure = undefined;
  form.state = state;
}

/** What the host could not do is said above the fields. */
function tellFailure(call: Promise<void>): void {
  call.catch((error: unknown) => {
    form.failure = sentenceOf(error);
  });
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
