import type { Port } from '../channel.ts';

/** What VS Code puts into every webview; it can be asked for once. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();

/** What the view kept, which outlives a reload of the window as its tab does; undefined at first. */
export const keptState = (): unknown => vscode.getState();

/** Keeps what the view needs to look the same again. Nothing of a record's is put there. */
export const keepState = (state: unknown): void => vscode.setState(state);

/**
 * The view's end of the line to the extension.
 * VS Code hands the host's messages over from a frame of the webview's own, otherwise unguessable origin
 * (it takes `window.parent` away, so the sender cannot be compared); everything else is not for us.
 */
export function vscodePort(): Port {
  return {
    post: (message) => vscode.postMessage(message),
    listen(receive) {
      const hear = (event: MessageEvent<unknown>) => {
        if (event.origin === window.origin) receive(event.data);
      };
      window.addEventListener('message', hear);
      return () => window.removeEventListener('message', hear);
    },
  };
}
