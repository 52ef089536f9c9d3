import type { LaunchOptions } from './options.ts';
import { Workbench } from './workbench.ts';

export type { LaunchOptions } from './options.ts';
export { Workbench } from './workbench.ts';

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
  before(async () => {
    workbench = await Workbench.launch(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await current().leaveEvidence(this.currentTest.fullTitle());
  });
  after(async () => {
    await workbench?.close();
  });
  return current;
}
