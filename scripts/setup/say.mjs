/** Progress for whoever waits. @param {string} sentence */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** @param {number} since a `Date.now()` */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** A fault whose sentence is all a person needs: shown without a stack. */
export class Refusal extends Error {}

/** Shows an error the way it deserves and gives the exit code. @param {unknown} error */
export function report(error) {
  const text = error instanceof Refusal ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  return 1;
}
