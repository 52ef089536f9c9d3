import { useWorkbench } from './harness/index.ts';
import { testLooks } from './support/looks.ts';
import { openMerge } from './support/merge.ts';

describe('The looks of a merge', () => {
  const window = useWorkbench({ account: 'demo', theme: 'light', viewport: { width: 1280, height: 900 } });

  before(async () => {
    const merge = await openMerge(window(), 'Nils Lindström', 'Maximiliane Theodora Wilhelmine Frei');
    await merge.tick('name').check();
  });

  testLooks(window, 'merge');
});
