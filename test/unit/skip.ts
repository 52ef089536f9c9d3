/**
 * Leaves out what this machine has not got the means for, and says so in a line of its own, so that nobody
 * takes a test that did not run for one that passed.
 * @param missing a sentence's end: "the published documents are not at hand (../shared/openapi)"
 */
export function skipFor(context: Mocha.Context, missing: string): never {
  process.stdout.write(`      skipped: ${missing}\n`);
  return context.skip();
}

export const noDocuments = 'the published documents are not at hand (../shared/openapi)';
export const noRecordings = 'the recorded answers are not at hand (../shared/recorded)';
