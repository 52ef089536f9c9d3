import type { LaunchOptions } from './options.ts';
import { Workbench } from './workbench.ts';

export type { LaunchOptions } from './options.ts';
export { Workbench } from './workbench.ts';

/** Opening a window and signing in take longer than a test on a busy machine. */
const hookPatience = 120_000;

/**
 * A window for the tests of one `describe`, opened before the first and closed after the last. A test that
 * fails leaves a screenshot and the logs in test-results/.
 */
export function useWorkbench(options?: LaunchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  const current = () => {
    if (!workbench) throw new Error('The window is not open.');
    return workbench;
  };
  before(async function () {
    this.timeout(hookPatience);
    workbench = await Workbench.launch(options);
  });
  afterEach(async function () {
    this.timeout(hookPatience);
    if (this.currentTest?.state === 'failed') await current().leaveEvidence(this.currentTest.fullTitle());
  });
  after(async function () {
    this.timeout(hookPatience);
    const tests = this.test?.parent?.tests ?? [];
    // None of them has run: something before the first of them failed.
    if (tests.every(({ state }) => state === undefined)) await workbench?.leaveEvidence(this.test?.parent?.fullTitle() ?? '');
    await workbench?.close();
  });
  return current;
}
