// Preloaded into VS Code's server, and by inheritance into its extension host: ends the process when the one
// that started it is gone, so that nothing is left running, whatever killed the parent.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 500).unref();
