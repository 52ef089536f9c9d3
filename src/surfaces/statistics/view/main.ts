import { openChannel } from '../../shared/channel.ts';
import { preparePage } from '../../shared/view/page.ts';
import { keepState, keptState, vscodePort } from '../../shared/view/port.ts';
import type { HostCalls, StatisticsState, ViewCalls } from '../messages.ts';
import { StatisticsView } from './statisticsView.ts';
import { words } from './words.ts';

preparePage();

const view = new StatisticsView();
const channel = openChannel<ViewCalls, HostCalls>(vscodePort(), { show });

view.calls = {
  choose: (choice) => tellFailure(channel.call('choose', { choice })),
  open: (key) => tellFailure(channel.call('open', { key })),
  act: (action) => tellFailure(channel.call('act', { action })),
};
document.body.append(view);

channel.call('ready', { kept: keptState() }).then(show, (error: unknown) =>
  show({
    title: words.noAnswer(),
    company: '',
    body: { phase: 'blocked', sentence: sentenceOf(error), actions: [] },
  }),
);

function show(state: StatisticsState): void {
  view.failure = undefined;
  view.state = state;
  if (state.controls) keepState(state.controls.choice);
}

/** What the host could not do is said above the numbers. */
function tellFailure(call: Promise<void>): void {
  call.catch((error: unknown) => {
    view.failure = sentenceOf(error);
  });
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
