import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** The folder a form may read from, and nothing else. */
export const resources = (extension: Uri): Uri => Uri.joinPath(extension, 'dist');

/** The page a form's view runs in. Its policy lets in our own script and styles; no word of a record is in it. */
export function page(webview: Webview, extension: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const at = (file: string) => webview.asWebviewUri(Uri.joinPath(resources(extension), file)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${at('codicon.css')}">
<title>Record</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${at('form.js')}"></script>
</body>
</html>`;
}
