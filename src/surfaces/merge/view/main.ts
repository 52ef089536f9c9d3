import { openChannel } from '../../shared/channel.ts';
import { preparePage } from '../../shared/view/page.ts';
import { keepState, keptState, vscodePort } from '../../shared/view/port.ts';
import type { HostCalls, MergeState, ViewCalls } from '../messages.ts';
import { choiceOf } from './choice.ts';
import { MergeView } from './mergeView.ts';
import { words } from './words.ts';

preparePage();

const view = new MergeView();
const channel = openChannel<ViewCalls, HostCalls>(vscodePort(), { show });

view.calls = {
  tick: (ticked) => tellFailure(channel.call('tick', { ticked })),
  act: (action) => tellFailure(channel.call('act', { action })),
};
document.body.append(view);

channel
  .call('ready', { kept: choiceOf(keptState()) })
  .then(show, (error: unknown) =>
    show({ phase: 'blocked', title: words.noAnswer, sentence: sentenceOf(error), more: [], actions: [] }),
  );

function show(state: MergeState): void {
  view.failure = undefined;
  view.state = state;
  if (state.phase === 'ready') keepState(state.choice);
}

/** What the host could not do is said above the fields. */
function tellFailure(call: Promise<void>): void {
  call.catch((error: unknown) => {
    view.failure = sentenceOf(error);
  });
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
