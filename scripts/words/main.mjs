import { mkdir, writeFile } from 'node:fs/promises';
import { inRoot } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { extracted, spelled } from './extracted.mjs';

/** `npm run words`: writes l10n/bundle.l10n.json, all that the source says to a person, for the translations to follow. */
export async function main() {
  const words = await extracted();
  await mkdir(inRoot('l10n'), { recursive: true });
  await writeFile(inRoot('l10n', 'bundle.l10n.json'), spelled(words));
  say(`l10n/bundle.l10n.json holds ${Object.keys(words).length} texts.`);
  return 0;
}
