const { commands } = require('vscode');

const done = 'opened';

/** Shows Pipedrive in the side bar, once for a profile: from then on VS Code itself remembers what a person left in sight. */
exports.activate = async (/** @type {import('vscode').ExtensionContext} */ { globalState }) => {
  if (globalState.get(done)) return;
  await commands.executeCommand('workbench.view.extension.pipedrive');
  await globalState.update(done, true);
};
