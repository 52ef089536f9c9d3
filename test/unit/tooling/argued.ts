/** Says what it was given; run by a test of `scripts/typescript.mjs`. */
const args: readonly string[] = process.argv.slice(2);
if (args[0] === 'fail') process.exitCode = 3;
process.stdout.write(`${JSON.stringify(args)}\n`);
