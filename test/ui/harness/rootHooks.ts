import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { requestLogs, testEnd, testMark } from '../byHand/log.ts';

/**
 * Every sandbox of a test file, the demo account's too, writes its requests into a file of the test file's own, in
 * which each test stands before what it led to. Where a log was asked for it gets all of it in the end.
 */
const name = 'PIPEDRIVE_SANDBOX_LOG';
const asked = process.env[name];
let file = '';

export const mochaHooks: Mocha.RootHookObject = {
  beforeAll(this: Mocha.Context) {
    const suite = this.test?.parent?.suites[0]?.file ?? 'unknown';
    mkdirSync(requestLogs, { recursive: true });
    file = join(requestLogs, basename(suite, '.test.ts'));
    rmSync(file, { force: true });
    process.env[name] = file;
  },
  beforeEach(this: Mocha.Context) {
    appendFileSync(file, `${testMark}${this.currentTest?.fullTitle() ?? ''}\n`);
  },
  afterEach() {
    appendFileSync(file, `${testEnd}\n`);
  },
  afterAll() {
    if (asked === undefined) return;
    const requests = readFileSync(file, 'utf8').split('\n');
    appendFileSync(
      asked,
      requests
        .filter((line) => line !== '' && !line.startsWith(testEnd))
        .map((line) => `${line}\n`)
        .join(''),
    );
  },
};
