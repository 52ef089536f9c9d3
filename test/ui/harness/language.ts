import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A text of the extension's in a language, by the English one. */
export type Words = (english: string) => string;

/** A language of the window. VS Code's own words stay English, since no pack of theirs is installed. */
export interface Language {
  /** As VS Code names it, e.g. `pt-br`. */
  readonly id: string;
  /** Makes the extension's texts of the English ones; without it, the texts are those of the package. */
  readonly translate?: Words;
}

interface Places {
  readonly dataDir: string;
  readonly extensionsDir: string;
}

/** Both files that hold texts of the extension, without what tells the language. */
const files = ['package.nls', join('l10n', 'bundle.l10n')];

/** Makes VS Code have the language, before its server starts: what installing a pack leaves behind, with no text in it. */
export async function writeLanguage({ id, translate }: Language, { dataDir, extensionsDir }: Places): Promise<void> {
  const data = join(dataDir, 'data');
  const texts = join(data, 'language', 'main.i18n.json');
  await mkdir(join(data, 'language'), { recursive: true });
  await writeFile(texts, JSON.stringify({ contents: {} }));
  const pack = {
    hash: id,
    extensions: [{ extensionIdentifier: { id: 'test.language' }, version: '1.0.0' }],
    translations: { vscode: texts },
    label: id,
  };
  await writeFile(join(data, 'languagepacks.json'), JSON.stringify({ [id]: pack }));
  if (!translate) return;
  const extension = await ours(extensionsDir);
  for (const file of files) {
    const translated = Object.entries(await read(join(extension, `${file}.json`))).map(([key, text]) => [key, translate(text)]);
    await writeFile(join(extension, `${file}.${id}.json`), JSON.stringify(Object.fromEntries(translated)));
  }
}

/** The extension's texts as it has them; a text that is none of its own stays. */
export async function words({ id }: Language, { extensionsDir }: Places): Promise<Words> {
  const extension = await ours(extensionsDir);
  const all = new Map<string, string>();
  for (const file of files) {
    const translated = await read(join(extension, `${file}.${id}.json`));
    for (const [key, english] of Object.entries(await read(join(extension, `${file}.json`)))) {
      all.set(english, translated[key] ?? english);
    }
  }
  return (english) => all.get(english) ?? english;
}

async function ours(extensionsDir: string): Promise<string> {
  const name = (await readdir(extensionsDir)).find((folder) => folder.includes('pipedrive-explorer'));
  if (!name) throw new Error('The extension is not installed.');
  return join(extensionsDir, name);
}

async function read(file: string): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
}
