import { suites } from '../../test/suites.mjs';

/** `npm run pictures:readme`: what the README shows, made in the real workbench. */
export async function main() {
  const made = await suites.find(({ name }) => name === 'ui')?.run({ files: ['test/ui/pictures/readme.ts'] });
  return made?.failed === 0 ? 0 : 1;
}
