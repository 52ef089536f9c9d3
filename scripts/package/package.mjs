import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../build/build.mjs';
import { activationLimit, activationSize } from '../build/sizes.mjs';
import { cache, inRoot } from '../setup/paths.mjs';
import { Refusal } from '../setup/say.mjs';
import { runQuietly } from '../setup/spawn.mjs';
import { bin } from '../test/bin.mjs';
import { strangersIn } from './contents.mjs';
import { packedPage } from './readme.mjs';

/**
 * Packs the extension, made in a folder of its own so that a running development copy keeps its bundles.
 * @returns {Promise<string>} the vsix
 */
export async function makePackage() {
  const stage = join(cache, 'package');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const metafile = await build({ production: true, outdir: join(stage, 'dist') });
  if (!metafile) throw new Error('The build told nothing of what it made.');
  const size = activationSize(metafile);
  if (size > activationLimit) throw new Refusal(`Activation loads ${size} bytes, and ${activationLimit} are allowed.`);
  await copySources(stage);
  const { name, version, repository } = await writeManifest(stage);
  const { page, switches } = packedPage(await readFile(inRoot('README.md'), 'utf8'), repository);
  await writeFile(join(stage, 'README.md'), page);
  const vsix = join(stage, `${name}-${version}.vsix`);
  const args = ['package', '--no-dependencies', ...switches, '--out', vsix];
  await runQuietly('Packing the extension', process.execPath, [bin('vsce'), ...args], { cwd: stage });
  const strangers = await strangersIn(vsix);
  if (strangers.length > 0) throw new Refusal(`The package holds what no user needs: ${strangers.join(', ')}`);
  return vsix;
}

/** @param {string} stage */
async function copySources(stage) {
  for (const name of await readdir(inRoot())) {
    if (/^(CHANGELOG\.md|LICENSE|\.vscodeignore|package\.nls(\..+)?\.json)$/.test(name))
      await copyFile(inRoot(name), join(stage, name));
  }
  const pictures = inRoot('media', 'readme');
  for (const folder of ['media', 'l10n'])
    await cp(inRoot(folder), join(stage, folder), { recursive: true, filter: (source) => source !== pictures });
}

/**
 * The manifest without what only the checkout has a use for.
 * @param {string} stage
 * @returns {Promise<{ name: string, version: string, repository?: unknown }>}
 */
async function writeManifest(stage) {
  const {
    scripts: _scripts,
    devDependencies: _dev,
    optionalDependencies: _optional,
    ...manifest
  } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  await writeFile(join(stage, 'package.json'), JSON.stringify(manifest, undefined, 2));
  return manifest;
}
