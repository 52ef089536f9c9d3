import type { Webview } from 'vscode';
import type { Port } from '../channel.ts';

/** The host's end of the line to a webview. */
export function webviewPort(webview: Webview): Port {
  return {
    post: (message) => void webview.postMessage(message),
    listen: (receive) => {
      const listening = webview.onDidReceiveMessage(receive);
      return () => listening.dispose();
    },
  };
}
