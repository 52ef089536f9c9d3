import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { withManifest, withWords } from '../../scripts/manifest/generated.mjs';
import * as ids from '../../src/ids/index.ts';
import { kinds } from '../../src/kinds/index.ts';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}
interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: boolean | 'limited';
      readonly restrictedConfigurations: readonly string[];
    };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: {
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly when?: string; readonly visibility?: string }[]>
    >;
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string; readonly contents: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when: string;
      readonly args: string;
    }[];
    readonly configuration: readonly {
      readonly order: number;
      readonly properties: Readonly<
        Record<
          string,
          { readonly scope: string; readonly default: unknown; readonly order: number; readonly markdownDescription: string }
        >
      >;
    }[];
    readonly authentication: readonly { readonly id: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly { readonly id: string; readonly completionEvents: readonly string[] }[];
    }[];
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly languages: readonly {
      readonly id: string;
      readonly extensions: readonly string[];
      readonly configuration: string;
      readonly icon: { readonly light: string; readonly dark: string };
    }[];
    readonly grammars: readonly { readonly language: string; readonly path: string }[];
    readonly jsonLanguageParticipants: readonly { readonly languageId: string }[];
  };
}

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const text = read('package.json');
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const { contributes } = manifest;
const properties = Object.assign(
  {},
  ...contributes.configuration.map((section) => section.properties),
) as Manifest['contributes']['configuration'][number]['properties'];
const menuItems = Object.values(contributes.menus).flat();
const generatedIds: readonly string[] = [
  ...Object.values(ids.refreshCommands),
  ...ids.viewNames.flatMap((name) => {
    const { arrange, clearFilters } = ids.listCommands[name];
    const listed = kinds.find((kind) => kind.view === name && kind.listed)?.listed;
    return [...(listed ? [arrange] : []), ...(listed?.filters.length ? [clearFilters] : [])];
  }),
  ...ids.viewNames
    .filter((name) => kinds.some((kind) => kind.view === name && kind.board))
    .flatMap((name) => Object.values(ids.boardCommands[name])),
  ...kinds.filter((kind) => kind.create).map(({ id }) => ids.createCommand(id)),
  ...kinds.filter((kind) => kind.merge).flatMap(({ id }) => Object.values(ids.mergeCommands(id))),
  ...kinds.filter((kind) => kind.statistics).map(({ id }) => ids.statisticsCommand(id)),
];
const commandIds: readonly string[] = [...Object.values(ids.commands), ...generatedIds];
const recordViews: readonly string[] = Object.values(ids.views);
const viewIds: readonly string[] = [...recordViews, ids.doublesView];
const sorted = (list: Iterable<string>): string[] => [...list].toSorted();
const palette = (command: string): string | undefined =>
  contributes.menus['commandPalette']?.find((item) => item.command === command)?.when;

const sources = globSync('src/**/*.ts', { cwd: root }).map((path) => ({ path: path.replaceAll('\\', '/'), text: read(path) }));

describe('the manifest and the kinds', () => {
  const remedy = (file: string) => `${file} is not what the kinds and ids say. Run: npm run manifest`;

  it('say the same of views and of the commands that refresh and create', () => {
    const held = JSON.parse(text) as Parameters<typeof withManifest>[0];
    assert.ok(isDeepStrictEqual(held, withManifest(held)), remedy('package.json'));
    assert.ok(isDeepStrictEqual(words, withWords(words)), remedy('package.nls.json'));
  });

  it('leave no view without a kind', () => {
    assert.deepEqual(sorted(new Set(kinds.map(({ view }) => view))), sorted(ids.viewNames));
  });
});

describe('the manifest and the table of ids', () => {
  it('name the same extension', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, ids.extensionId);
  });

  it('have the same commands, each with a title and the category', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(commandIds));
    for (const { title, category } of contributes.commands) {
      assert.match(title, /^%command\..+%$/);
      assert.equal(category, '%command.category%');
    }
  });

  it('have the same container and views, each with a welcome', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [ids.container],
    );
    assert.deepEqual(Object.keys(contributes.views), [ids.container]);
    assert.deepEqual(
      contributes.views[ids.container]?.map(({ id }) => id),
      viewIds,
    );
    const { signedIn, signedOut } = ids.contextKeys;
    for (const when of [signedOut, `!${signedIn} && !${signedOut}`]) {
      const welcomed = contributes.viewsWelcome.filter((welcome) => welcome.when === when).map(({ view }) => view);
      assert.deepEqual(welcomed, viewIds, when);
    }
  });

  it('have the same settings', () => {
    const { section, ...names } = ids.settings;
    assert.deepEqual(sorted(Object.keys(properties)), sorted(Object.values(names).map((name) => `${section}.${name}`)));
  });

  it('have the same editor, language and scheme', () => {
    const [editor, merge, statistics] = contributes.customEditors;
    assert.equal(editor?.viewType, ids.formEditor);
    assert.equal(editor?.selector[0]?.filenamePattern, `${ids.schemes.record}:/**/*${ids.recordEnding}`);
    assert.equal(merge?.viewType, ids.mergeEditor);
    assert.equal(merge?.selector[0]?.filenamePattern, `${ids.schemes.merge}:/**/*${ids.mergeEnding}`);
    assert.equal(statistics?.viewType, ids.statisticsEditor);
    assert.equal(statistics?.selector[0]?.filenamePattern, `${ids.schemes.statistics}:/**/*${ids.statisticsEnding}`);
    const [language] = contributes.languages;
    assert.equal(language?.id, ids.recordLanguage);
    assert.deepEqual(language?.extensions, [ids.recordEnding]);
    assert.deepEqual(
      contributes.grammars.map((grammar) => grammar.language),
      [ids.recordLanguage],
    );
    assert.deepEqual(
      contributes.jsonLanguageParticipants.map(({ languageId }) => languageId),
      [ids.recordLanguage],
    );
  });
});

describe('the manifest', () => {
  it('starts the extension for its documents, views and links only', () => {
    assert.deepEqual(manifest.activationEvents, [
      ...[ids.schemes.record, ids.schemes.attached, ids.schemes.earlier].map((scheme) => `onFileSystem:${scheme}`),
      'onUri',
    ]);
  });

  it('opens the first view only, so that the others ask nothing until they are wanted', () => {
    const visibility = contributes.views[ids.container]?.map((view) => view.visibility);
    assert.deepEqual(visibility, [undefined, 'collapsed', 'collapsed', 'collapsed', undefined]);
  });

  it('shows possible doubles only once they were asked for', () => {
    const shown = contributes.views[ids.container]?.filter(({ when }) => when !== undefined);
    assert.deepEqual(
      shown?.map(({ id, when }) => [id, when]),
      [[ids.doublesView, ids.contextKeys.doubles]],
    );
  });

  it('keeps the host of the token out of a workspace’s reach', () => {
    const property = properties[`${ids.settings.section}.${ids.settings.baseUrl}`];
    assert.equal(property?.scope, 'machine');
    assert.equal(property?.default, '');
  });

  it('works in Restricted Mode and without a disk, and lets no folder that is not trusted choose what requests cost', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    // VS Code passes over the restrictions of an extension that says it supports all.
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.ok(virtualWorkspaces);
    // What a folder can set at all is what VS Code is to leave unread there.
    const settable = Object.keys(properties).filter((key) => !['machine', 'application'].includes(properties[key]?.scope ?? ''));
    assert.deepEqual(sorted(untrustedWorkspaces.restrictedConfigurations), sorted(settable));
  });

  it('describes its settings, in sections that are ordered as the settings in them are', () => {
    const orders = (all: readonly { readonly order: number }[]) => all.map(({ order }) => order);
    const ordered = (all: readonly { readonly order: number }[]) =>
      assert.deepEqual(
        orders(all),
        [...new Set(orders(all))].toSorted((a, b) => a - b),
      );
    ordered(contributes.configuration);
    for (const section of contributes.configuration) {
      ordered(Object.values(section.properties));
      for (const { markdownDescription } of Object.values(section.properties)) assert.match(markdownDescription, /^%setting\./);
    }
  });

  it('has the accounts, the colours of production and the walkthrough that the code names', () => {
    assert.deepEqual(
      contributes.authentication.map(({ id }) => id),
      [ids.authenticationId],
    );
    assert.deepEqual(sorted(contributes.colors.map(({ id }) => id)), sorted(Object.values(ids.colors)));
    for (const { defaults } of contributes.colors)
      assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light']);
    const [walkthrough] = contributes.walkthroughs;
    assert.equal(walkthrough?.id, ids.walkthrough);
    for (const { completionEvents } of walkthrough?.steps ?? [])
      for (const event of completionEvents) {
        const [, command] = /^onCommand:(.+)$/.exec(event) ?? [];
        const [, view] = /^onView:(.+)$/.exec(event) ?? [];
        if (command !== undefined) assert.ok(commandIds.includes(command), event);
        else if (view !== undefined) assert.ok(viewIds.includes(view), event);
        else assert.match(event, /^onContext:/);
      }
  });

  it('leaves the conflict check of records to us, and their saving to the person', () => {
    const defaults = contributes.configurationDefaults[`[${ids.recordLanguage}]`] as Readonly<Record<string, unknown>>;
    assert.equal(defaults['files.saveConflictResolution'], 'overwriteFileOnDisk');
    assert.equal(defaults['files.autoSave'], 'off');
  });

  it('names only files that are there', () => {
    const paths = [...text.matchAll(/"((?:\.\/)?media\/[^"]+)"/g)].map(([, path]) => path ?? '');
    assert.ok(paths.length > 5);
    // The icon of the marketplace is drawn from its SVG when the extension is packed.
    for (const path of new Set(paths))
      assert.ok(existsSync(join(root, path)) || existsSync(join(root, path.replace(/png$/, 'svg'))), path);
  });

  it('has every word it uses, and uses every word it has', () => {
    const used = new Set([...text.matchAll(/%([a-zA-Z][\w.]*)%/g)].map(([, key]) => key ?? ''));
    assert.deepEqual(sorted(used), sorted(Object.keys(words)));
  });

  it('puts only known commands into menus and links', () => {
    const menus = contributes.submenus.map(({ id }) => id);
    for (const { command, submenu } of menuItems) {
      if (submenu === undefined) assert.ok(commandIds.includes(command ?? ''), command);
      else assert.ok(menus.includes(submenu) && contributes.menus[submenu]?.length, submenu);
    }
    const links = Object.values(words).flatMap((word) => [...word.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id ?? ''));
    assert.deepEqual(
      sorted(new Set(links)),
      sorted([
        ...(['exploreDemo', 'signIn', 'switchAccount', 'search', 'findDoubles'] as const).map((key) => ids.commands[key]),
        `${ids.views.persons}.focus`,
      ]),
    );
  });

  it('tells a key’s command in which view it was pressed', () => {
    const { rename, delete: remove } = ids.commands;
    for (const command of [rename, remove]) {
      const keys = contributes.keybindings.filter((binding) => binding.command === command);
      assert.deepEqual(
        keys.map(({ args }) => args),
        recordViews,
      );
      for (const { args, when } of keys) assert.equal(when, `focusedView == ${args} && listFocus && !inputFocus`);
    }
    assert.equal(contributes.keybindings.length, 2 * recordViews.length + 1);
  });

  it('offers each kind’s new record where its records are', () => {
    for (const { id, view, folder } of kinds.filter((kind) => kind.create)) {
      const command = ids.createCommand(id);
      const when = (menu: string) => contributes.menus[menu]?.find((item) => item.command === command)?.when ?? '';
      assert.match(when('view/item/context'), new RegExp(`${ids.views[view]} .*${id}`));
      assert.match(when('editor/title'), new RegExp(`/${folder}\\$`));
      const title = contributes.menus['view/title'] ?? [];
      const menu = title.find((item) => item.submenu !== undefined && item.when?.includes(ids.views[view]))?.submenu;
      const offered = menu === undefined ? title : (contributes.menus[menu] ?? []);
      assert.ok(
        offered.some((item) => item.command === command),
        command,
      );
    }
  });

  it('offers merging on two rows of a kind that can, on one, and in its editor', () => {
    for (const { id, view, folder } of kinds.filter((kind) => kind.merge)) {
      const { merge, mergeInto } = ids.mergeCommands(id);
      const when = (menu: string, command: string) =>
        contributes.menus[menu]?.find((item) => item.command === command)?.when ?? '';
      assert.match(when('view/item/context', merge), new RegExp(`${ids.views[view]} .*${id}.* && listDoubleSelection$`));
      assert.match(when('view/item/context', mergeInto), new RegExp(`${ids.views[view]} .*${id}.* && !listMultiSelection$`));
      assert.match(when('editor/title', mergeInto), new RegExp(`/${folder}\\$`));
    }
  });

  it('offers the search by a key, in the views of kinds that have one, and beside “Load more…”', () => {
    const { search } = ids.commands;
    const keys = contributes.keybindings.filter((binding) => binding.command === search);
    assert.deepEqual(
      keys.map(({ key, when }) => [key, when]),
      [['ctrl+alt+p', `!${ids.contextKeys.signedOut}`]],
    );
    const title = (contributes.menus['view/title'] ?? []).filter(({ command }) => command === search);
    const views = new Set(kinds.filter((kind) => kind.search).map(({ view }) => ids.views[view]));
    assert.deepEqual(
      title.map(({ when }) => when),
      [...views].map((view) => `view == ${view} && ${ids.contextKeys.signedIn}`),
    );
    const rows = (contributes.menus['view/item/context'] ?? []).filter(({ command }) => command === search);
    assert.match(rows[0]?.when ?? '', /viewItem == more$/);
  });

  it('offers what is done with kept searches only where there are some', () => {
    for (const key of ['searchAgain', 'refreshKept', 'removeKept'] as const)
      assert.equal(palette(ids.commands[key]), `${ids.contextKeys.signedIn} && ${ids.contextKeys.kept}`);
    assert.equal(palette(ids.commands.keepSearch), `${ids.contextKeys.signedIn} && ${ids.contextKeys.found}`);
  });

  it('keeps commands that need an item out of the palette', () => {
    for (const key of [
      'loadMore',
      'retry',
      'addHeading',
      'openItem',
      'saveItem',
      'filterList',
      'merge',
      'keepMine',
      'takeTheirs',
      'mergePair',
      'keepSeparate',
      'compareAgain',
    ] as const)
      assert.equal(palette(ids.commands[key]), 'false');
  });

  it('offers every other command in the palette: with what it needs, or where there is an account to pick from', () => {
    const { signedIn, signedOut } = ids.contextKeys;
    /** These need nothing but themselves. */
    const free: readonly string[] = (['signIn', 'exploreDemo', 'openWalkthrough', 'showLog'] as const).map(
      (key) => ids.commands[key],
    );
    const whens = new Map(commandIds.map((id) => [id, palette(id)]));
    assert.deepEqual(sorted([...whens].filter(([, when]) => when === undefined).map(([id]) => id)), sorted(free));
    const known = [
      `!${signedOut}`,
      signedIn,
      'false',
      `resourceScheme == ${ids.schemes.record}`,
      'activeCustomEditorId',
      'config.',
    ];
    for (const [id, when = ''] of whens) {
      assert.ok(free.includes(id) || known.some((start) => when.startsWith(start)), `${id}: ${when}`);
    }
    const picking = [
      ...(['openInPipedrive', 'duplicate', 'rename', 'editValue', 'delete'] as const),
      ...(['copyName', 'copyLink', 'copyDeepLink', 'copyId', 'exportCsv', 'addFollower', 'changeLabel', 'changeOwner'] as const),
    ];
    for (const key of picking) assert.equal(palette(ids.commands[key]), `!${signedOut}`, key);
    // A document that is in front needs no account to be looked at.
    for (const key of ['open', 'openAsJson', 'copyAsJson'] as const)
      assert.equal(palette(ids.commands[key]), `!${signedOut} || resourceScheme == ${ids.schemes.record}`, key);
  });

  it('asks only for context that exists', () => {
    const known = new Set<string>([
      ...[...Object.values(ids.contextKeys), ...Object.values(ids.filteredKeys)],
      ...['view', 'viewItem', 'focusedView', 'listFocus', 'listMultiSelection', 'listDoubleSelection', 'inputFocus'],
      ...['activeCustomEditorId', 'editorLangId', 'resourceScheme', 'resourceDirname', 'resourceFilename', 'false'],
      `config.${ids.settings.section}.${ids.settings.apiVersion}`,
    ]);
    const values: Readonly<Record<string, readonly string[]>> = {
      view: viewIds,
      viewItem: ['kept', 'more', 'pair', 'separated'],
      focusedView: viewIds,
      activeCustomEditorId: [ids.formEditor, ids.mergeEditor, ids.statisticsEditor],
      editorLangId: [ids.recordLanguage],
      resourceScheme: [ids.schemes.record],
      [`config.${ids.settings.section}.${ids.settings.apiVersion}`]: ['v1', 'v2'],
    };
    const clauses = [...menuItems, ...contributes.viewsWelcome, ...contributes.keybindings]
      .map(({ when }) => when)
      .filter((when) => when !== undefined);
    for (const term of clauses.flatMap((clause) => clause.split(/ (?:&&|\|\|) /))) {
      const [, key = '', operator, value = ''] = /^!?([\w.]+)(?: (==|=~) (.+))?$/.exec(term) ?? [];
      assert.ok(known.has(key), term);
      if (operator === '==') assert.ok(values[key]?.includes(value), term);
      if (key === 'view' && operator === '=~')
        assert.ok(
          viewIds.every((id) => regexp(value).test(id)),
          term,
        );
    }
  });

  it('asks for words that records’ nodes carry', () => {
    const nodes = sources.filter(({ path }) => /explorer\/(?:treeItem|hangingItems)\.ts$/.test(path));
    const treeItem = nodes.map(({ text: source }) => source).join('\n');
    const asked = menuItems.flatMap(({ when = '' }) =>
      [...when.matchAll(/viewItem =~ \/\\b(\w+)\\b\//g)].map(([, word]) => word ?? ''),
    );
    const words = [
      ...['attached', 'card', 'choices', 'copyable', 'file', 'followable', 'labelled', 'owned'],
      ...['record', 'removable', 'renamable', 'value', 'web'],
    ];
    const kindIds = kinds.filter((kind) => kind.create).map(({ id }) => id);
    assert.deepEqual(sorted(new Set(asked)), sorted([...words, ...kindIds]));
    for (const word of words) assert.match(treeItem, new RegExp(`'(?:[a-z]+ )*${word}(?: [a-z]+)*'`));
  });
});

describe('the commands in code', () => {
  it('go through the one wrapper', () => {
    const direct = sources.filter(({ text: source }) => source.includes('registerCommand(')).map(({ path }) => path);
    assert.deepEqual(direct, ['src/surfaces/shared/commands.ts']);
  });

  it('are all registered', () => {
    const all = sources.map(({ text: source }) => source).join('\n');
    const registered = new Set([...all.matchAll(/\b(?:register|on)\(\s*commands\.(\w+)/g)].map(([, key]) => key ?? ''));
    assert.deepEqual(sorted(registered), sorted(Object.keys(ids.commands)));
    assert.match(all, /\bregister\(refreshCommands\[/);
    assert.match(all, /\bregister\(createCommand\(/);
    assert.match(all, /\bregister\(statisticsCommand\(/);
    for (const key of Object.keys(ids.mergeCommands('any'))) assert.match(all, new RegExp(`\\bregister\\(ids\\.${key},`));
  });

  it('spell no id outside the table', () => {
    for (const { path, text: source } of sources.filter(({ path: each }) => !each.startsWith('src/ids/'))) {
      for (const id of [...commandIds, ...viewIds]) assert.ok(!source.includes(`'${id}'`), `${path} spells ${id}`);
    }
  });
});

function regexp(literal: string): RegExp {
  return new RegExp(literal.slice(1, literal.lastIndexOf('/')));
}
