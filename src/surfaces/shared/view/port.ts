import type { Port } from '../channel.ts';

/** What VS Code puts into every webview; it can be asked for once. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/**
 * The view's end of the line to the extension.
 * VS Code hands the host's messages over from a frame of the webview's own, otherwise unguessable origin
 * (it takes `window.parent` away, so the sender cannot be compared); everything else is not for us.
 */
export function vscodePort(): Port {
  const vscode = acquireVsCodeApi();
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
