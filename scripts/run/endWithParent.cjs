// Preloaded into VS Code's server, and by inheritance into its extension host: ends the process when the one
// that started it is gone, so that nothing is left running, whatever killed the parent.
const parent = process.ppid;
// Taken now: the extension host puts a function in its place that does nothing, lest an extension end it.
const exit = process.exit.bind(process);
setInterval(() => {
  if (process.ppid !== parent) exit(1);
}, 500).unref();
