import { CancellationError, l10n, ProgressLocation, window, type CancellationToken } from 'vscode';

/** A token's cancellation as a signal, which is what everything below the surfaces takes. */
export function signalOf(token: CancellationToken): AbortSignal {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  else token.onCancellationRequested(() => abort.abort());
  return abort.signal;
}

/** Shows a notification with a Cancel button while the work runs. */
export async function withCancellableProgress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
    const done = await work(signalOf(token));
    // An answer that came as the person cancelled is not wanted any more.
    if (token.isCancellationRequested) throw new CancellationError();
    return done;
  });
}

/** Shows the bar at the top of a side-bar view while the work runs. */
export async function withViewProgress<T>(viewId: string, work: () => Promise<T>): Promise<T> {
  return window.withProgress({ location: { viewId } }, work);
}

/** Says something in passing, in the status bar, which makes icons of `$(name)`: a record's name must make none. */
export function tellInPassing(sentence: string, milliseconds = 5000): void {
  window.setStatusBarMessage(withoutIcons(sentence), milliseconds);
}

const withoutIcons = (text: string): string => text.replaceAll('$(', '$\u2060(');

/** What many steps are done with. */
export interface Steps {
  readonly signal: AbortSignal;
  /** Moves the bar on. */
  readonly step: (done: number) => void;
}

/**
 * Shows a notification with a bar and a Cancel button while several steps are taken; a single one is told in the status
 * bar. Cancelling aborts the signal and no more: the work still tells what it has done.
 */
export async function withSteps<T>(title: string, total: number, work: (steps: Steps) => Promise<T>): Promise<T> {
  const several = total > 1;
  const location = several ? ProgressLocation.Notification : ProgressLocation.Window;
  const options = { location, title: several ? title : withoutIcons(title), cancellable: several };
  return window.withProgress(options, (progress, token) => {
    let before = 0;
    return work({
      signal: signalOf(token),
      step(done) {
        progress.report({ increment: ((done - before) / total) * 100, message: l10n.t('{0} of {1}', done, total) });
        before = done;
      },
    });
  });
}
