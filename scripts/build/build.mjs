import * as esbuild from 'esbuild';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { bundles, copies } from './bundles.mjs';
import { sizeReport } from './sizes.mjs';

/**
 * @param {{ production?: boolean, watch?: boolean, outdir?: string }} [options]
 * @returns {Promise<esbuild.Metafile | undefined>} undefined when it goes on
 */
export async function build({ production = false, watch = false, outdir = inRoot('dist') } = {}) {
  await mkdir(outdir, { recursive: true });
  // Names of split files carry a hash; old ones would gather.
  await rm(join(outdir, 'view'), { recursive: true, force: true });
  await Promise.all(copies(outdir).map(([from, to]) => copyFile(from, to)));
  const plugins = watch ? [rounds()] : [];
  const all = bundles(outdir, production).map((bundle) => ({
    ...shared(production),
    ...bundle,
    plugins: [...(bundle.plugins ?? []), ...plugins],
  }));
  if (watch) {
    for (const bundle of all) await (await esbuild.context(bundle)).watch();
    return undefined;
  }
  const results = await Promise.all(all.map((bundle) => esbuild.build(bundle)));
  const metafile = merge(results);
  await writeFile(join(outdir, 'meta.json'), JSON.stringify(metafile));
  if (production) say(sizeReport(metafile));
  return metafile;
}

/** @param {boolean} production @returns {esbuild.BuildOptions} */
export const shared = (production) => ({
  bundle: true,
  metafile: true,
  minify: production,
  sourcemap: production ? false : 'inline',
  legalComments: 'none',
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
  absWorkingDir: inRoot(),
});

/** Says when a round begins and ends, in the words the editor's task waits for. @returns {esbuild.Plugin} */
const rounds = () => ({
  name: 'rounds',
  setup(round) {
    round.onStart(() => say('[watch] build started'));
    round.onEnd(({ errors }) => {
      for (const { text, location } of errors)
        say(`✘ [ERROR] ${text}\n    ${location?.file}:${location?.line}:${location?.column}:`);
      say('[watch] build finished');
    });
  },
});

/** @param {esbuild.BuildResult[]} results @returns {esbuild.Metafile} */
function merge(results) {
  const metafiles = results.map(({ metafile }) => metafile ?? { inputs: {}, outputs: {} });
  return {
    inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...metafiles.map(({ outputs }) => outputs)),
  };
}
