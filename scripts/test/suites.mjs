import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from '../build/build.mjs';
import { makePackage } from '../package/package.mjs';
import { installExtension } from '../run/extension.mjs';
import { testResults } from '../setup/paths.mjs';
import { browserForTests } from '../setup/installBrowser.mjs';
import { servedVSCode } from '../setup/served.mjs';
import { say } from '../setup/say.mjs';
import { extensionWithAnotherKind, isOfAnotherKind } from './anotherKind.mjs';
import { runChecks } from './checks.mjs';
import { runHostTests } from './host.mjs';
import { runMocha } from './mocha.mjs';
import { sum } from './result.mjs';

/** @type {readonly import('./choose.mjs').Suite[]} In the order of how soon they tell of a fault. */
export const suites = [
  { name: 'check', run: () => runChecks() },
  { name: 'unit', files: 'test/unit/**/*.test.ts', run: (choice) => runMocha('unit', choice, { timeout: 10_000, jobs: 2 }) },
  {
    name: 'host',
    files: 'test/host/**/*.test.ts',
    async run(choice) {
      await build();
      const { files } = choice;
      const ofAnotherKind = files.filter(isOfAnotherKind);
      const own = files.filter((file) => !isOfAnotherKind(file));
      const results = [];
      if (own.length > 0) results.push(await runHostTests({ ...choice, files: own }));
      if (ofAnotherKind.length > 0) {
        results.push(await runHostTests({ ...choice, files: ofAnotherKind }, await extensionWithAnotherKind()));
      }
      return sum(results);
    },
  },
  {
    name: 'ui',
    files: 'test/ui/**/*.test.ts',
    async run(choice) {
      await mkdir(testResults, { recursive: true });
      const code = await servedVSCode();
      const vsix = await makePackage();
      const extensionsDir = join(dirname(vsix), 'extensions');
      await installExtension({ code, dataDir: join(dirname(vsix), 'server'), extensionsDir, vsix });
      const env = {
        PIPEDRIVE_EXPLORER_BROWSER: await browserForTests(),
        PIPEDRIVE_EXPLORER_SERVER: code,
        PIPEDRIVE_EXPLORER_EXTENSIONS: extensionsDir,
      };
      say('Driving the workbench …');
      // A window waits more than it works.
      return runMocha('ui', choice, { timeout: 120_000, jobs: 2, env, hooks: './test/ui/harness/rootHooks.ts' });
    },
  },
];
