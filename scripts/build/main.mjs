import { build } from './build.mjs';

/** `npm run build`; with `--watch` it goes on. What the bundles are made of stands in bundles.mjs. @param {string[]} args */
export async function main(args) {
  const watch = args.includes('--watch');
  await build({ production: args.includes('--production'), watch });
  if (watch) await new Promise(() => undefined);
  return 0;
}
