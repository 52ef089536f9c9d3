const { commands, lm, window, LanguageModelTextPart, CancellationTokenSource } = require('vscode');

/** Stands in for an assistant: takes a tool's name and input as JSON, and shows what the tool answered. */
exports.activate = () =>
  commands.registerCommand('toolCaller.call', async () => {
    const typed = await window.showInputBox({ prompt: 'Name and input of the tool' });
    if (!typed) return;
    const { name, input } = JSON.parse(typed);
    try {
      const { content } = await lm.invokeTool(
        name,
        { input, toolInvocationToken: undefined },
        new CancellationTokenSource().token,
      );
      const text = content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
      void window.showInformationMessage(`Answer: ${text}`);
    } catch (error) {
      void window.showErrorMessage(`Refused: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
