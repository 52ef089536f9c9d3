// Put in place of @vscode/native-watchdog, which is native.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
