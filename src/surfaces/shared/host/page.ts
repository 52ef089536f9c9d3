import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, type Webview } from 'vscode';

/** The folder a view may read from, and nothing else. */
const resources = (extension: Uri): Uri => Uri.joinPath(extension, 'dist');

/**
 * Fills a webview with the page of a surface's view, `dist/<surface>.js`. The policy lets in our own
 * script and styles; no word of a record is in the page.
 */
export function showPage(webview: Webview, extension: Uri, surface: string): void {
  webview.options = { enableScripts: true, localResourceRoots: [resources(extension)] };
  const nonce = randomBytes(16).toString('base64');
  const at = (file: string) => webview.asWebviewUri(Uri.joinPath(resources(extension), file)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    // Pictures are bytes that the page was handed; it asks no host for one.
    `img-src blob:`,
  ].join('; ');
  webview.html = `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${at('codicon.css')}">
<title>Pipedrive</title>
</head>
<body>
<script type="application/json">${words()}</script>
<script type="module" nonce="${nonce}" src="${at(`${surface}.js`)}"></script>
</body>
</html>`;
}

/** The translated words, which the page reads and does not run; empty in English. No `<` of theirs ends the element. */
const words = (): string => JSON.stringify(l10n.bundle ?? {}).replaceAll('<', '\\u003c');
