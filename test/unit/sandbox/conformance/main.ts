import { operations } from '../../../../src/sandbox/operations.ts';
import { start } from '../support.ts';
import { Conformance, operationName } from './check.ts';

/** Prints how every operation of the sandbox stands to the published documents; fails where one does not fit. */
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const rig = await start();
const conformance = Conformance.with(rig);
if (!conformance) say('skipped: the published documents are not at hand (../shared/openapi)');
else {
  let good = 0;
  for (const operation of operations) {
    const problems = await conformance.problemsOf(operation);
    if (problems.length === 0) good += 1;
    say(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${operationName(operation)}`);
    for (const problem of problems) say(`       ${problem}`);
  }
  for (const deviation of conformance.unused) say(`FAIL unused deviation ${deviation}`);
  if (good < operations.length || conformance.unused.length > 0) process.exitCode = 1;
  say(`${good} of ${operations.length} operations`);
}
await rig.sandbox.close();
