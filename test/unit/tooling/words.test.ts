import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extracted } from '../../../scripts/words/extracted.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { plainEnglish } from './plainEnglish.ts';

type Words = Readonly<Record<string, string>>;

const read = (...path: readonly string[]): Words => JSON.parse(readFileSync(inRoot(...path), 'utf8')) as Words;

/** What stands in a text and is no word of a language: its placeholders, the commands of its links. */
const marks = (text: string): readonly string[] => (text.match(/\{\d+\}|\(command:[^)]*\)|`[^`]*`/g) ?? []).toSorted();

/** Both sorts of texts: those of the source and those of the manifest, each with its translations. */
const sorts = [
  { folder: 'l10n', name: 'bundle.l10n', original: () => read('l10n', 'bundle.l10n.json') },
  { folder: '.', name: 'package.nls', original: () => read('package.nls.json') },
];

describe('The words that a person reads', () => {
  it('are all in the bundle that translations follow; npm run words writes it', async function () {
    this.timeout(120_000);
    assert.deepEqual(read('l10n', 'bundle.l10n.json'), await extracted());
  });

  it('stand nowhere in the source but in those texts', () => {
    assert.deepEqual(plainEnglish(new Set(Object.values(read('l10n', 'bundle.l10n.json')))), []);
  });

  for (const { folder, name, original } of sorts) {
    const translations = readdirSync(inRoot(folder)).filter((file) => file.startsWith(`${name}.`) && file !== `${name}.json`);
    for (const file of translations) {
      it(`are all translated in ${file}, with the same placeholders and links`, () => {
        const translated = read(folder, file);
        assert.deepEqual(Object.keys(translated).toSorted(), Object.keys(original()).toSorted());
        for (const [key, text] of Object.entries(original())) {
          assert.notEqual(translated[key]?.trim(), '', `“${key}” has no words`);
          assert.deepEqual(marks(translated[key] ?? ''), marks(text), `“${key}” and its translation hold other marks`);
        }
      });
    }
  }
});
