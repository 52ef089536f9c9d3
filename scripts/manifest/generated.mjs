import {
  boardCommands,
  commands,
  container,
  contextKeys,
  copyMenu,
  createCommand,
  createMenu,
  mergeCommands,
  doublesView,
  filteredKeys,
  listCommands,
  refreshCommands,
  schemes,
  settings,
  statisticsCommand,
  viewNames,
  views,
} from '../../src/ids/index.ts';
import { declared } from '../../src/surfaces/tools/declared.ts';
import { schemaOf } from '../../src/surfaces/tools/schemas.ts';
import { kinds } from '../../src/kinds/index.ts';

/**
 * @typedef {{ [key: string]: string }} Entry
 * @typedef {{ contributes: {
 *   views: unknown, viewsWelcome: unknown, commands: Entry[], menus: Record<string, Entry[]>,
 *   languageModelTools?: unknown, submenus?: unknown, keybindings?: unknown
 * } }} Manifest
 */

const { signedIn, signedOut } = contextKeys;
const creatable = kinds.filter((kind) => kind.create);
const mergeable = kinds.filter((kind) => kind.merge);
const reckoned = kinds.filter((kind) => kind.statistics);
const logged = kinds.filter((kind) => kind.history?.changes);

/** Views whose lists can be grouped, sorted and filtered, and those of them that can be filtered. */
const listed = viewNames.filter((name) => kinds.some((kind) => kind.view === name && kind.listed));
const filtered = listed.filter((name) => kinds.some((kind) => kind.view === name && kind.listed?.filters.length));

/** Views of records that are boards. */
const boards = viewNames.filter((name) => kinds.some((kind) => kind.view === name && kind.board));

/** The kinds with records that can be made, by view. @param {(typeof viewNames)[number]} name */
const creatableIn = (name) => creatable.filter((kind) => kind.view === name);

/** Views of several such kinds, whose title bar has one menu for all. */
const shared = viewNames.filter((name) => creatableIn(name).length > 1);

/** Views with records that a search finds. */
const searched = viewNames.filter((name) => kinds.some((kind) => kind.view === name && kind.search));

/** A view is named as in its id: `Persons`. @param {string} name */
const titled = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** Says what can be chosen of a view's list. @param {(typeof viewNames)[number]} name */
const arranging = (name) => (filtered.includes(name) ? `Group, Sort and Filter ${titled(name)}…` : `Group ${titled(name)}…`);

/** What every view has. */
const looks = { icon: 'media/pipedrive.svg', contextualTitle: '%container.title%' };

/** Whether a command's id, or the key of its title, is one that is generated. @param {string} id */
const isGenerated = (id) =>
  id === commands.compareEarlier ||
  /^\w+\.\w+\.(?:refresh|arrange|clearFilters|whose|totals|new|merge|mergeInto|rebuild|statistics)(?:\.title)?$/.test(id);

/** The key of a command's title: `command.person.new.title`. @param {string} id */
const titleKey = (id) => `${id.replace(/^\w+/, 'command')}.title`;

/** The key of a menu's label: `submenu.fields.new.title`. @param {string} id */
const labelKey = (id) => `${id.replace(/^\w+/, 'submenu')}.title`;

/** @param {string} id @param {string} icon @returns {Entry} */
const command = (id, icon) => ({
  command: id,
  title: `%${titleKey(id)}%`,
  category: '%command.category%',
  icon: `$(${icon})`,
});

/** What is written by hand, then what is generated. @param {Entry[] | undefined} held @param {Entry[]} made */
const beside = (held, made) => [
  ...(held ?? []).filter(({ command = '', submenu = '' }) => !isGenerated(command || submenu)),
  ...made,
];

/**
 * The manifest with what the kinds and the table of ids say of views, of their keys, and of the commands that follow from both.
 * @template {Manifest} M
 * @param {M} manifest
 * @returns {M}
 */
export function withManifest(manifest) {
  const { contributes } = manifest;
  const { menus } = contributes;
  return {
    ...manifest,
    contributes: {
      ...contributes,
      views: {
        [container]: [
          ...viewNames.map((name, place) => ({
            id: views[name],
            name: `%view.${name}.name%`,
            // One open view is one request when the side bar is opened.
            ...(place > 0 && { visibility: 'collapsed' }),
            ...looks,
          })),
          { id: doublesView, name: '%view.doubles.name%', when: contextKeys.doubles, ...looks },
        ],
      },
      viewsWelcome: [
        ...[
          ['%welcome.signedOut%', signedOut],
          ['%welcome.starting%', `!${signedIn} && !${signedOut}`],
        ].flatMap(([contents, when]) => [...Object.values(views), doublesView].map((view) => ({ view, contents, when }))),
        { view: doublesView, contents: '%welcome.doubles%', when: signedIn },
      ],
      commands: beside(contributes.commands, [
        ...viewNames.map((name) => command(refreshCommands[name], 'refresh')),
        ...listed.map((name) => command(listCommands[name].arrange, 'list-filter')),
        ...filtered.map((name) => command(listCommands[name].clearFilters, 'clear-all')),
        ...boards.map((name) => command(boardCommands[name].whose, 'account')),
        ...boards.map((name) => command(boardCommands[name].totals, 'symbol-numeric')),
        ...creatable.map((kind) => command(createCommand(kind.id), 'add')),
        ...mergeable.map(({ id }) => command(mergeCommands(id).merge, 'git-merge')),
        ...mergeable.map(({ id }) => command(mergeCommands(id).mergeInto, 'git-merge')),
        ...mergeable.map(({ id }) => command(mergeCommands(id).rebuild, 'history')),
        ...reckoned.map(({ id }) => command(statisticsCommand(id), 'graph')),
        command(commands.compareEarlier, 'history'),
      ]),
      languageModelTools: Object.values(declared).map(({ name, reference, icon, modelDescription, input }) => ({
        name,
        toolReferenceName: reference,
        displayName: `%tool.${reference}.name%`,
        userDescription: `%tool.${reference}.description%`,
        modelDescription,
        canBeReferencedInPrompt: true,
        icon: `$(${icon})`,
        tags: ['pipedrive', 'crm'],
        when: `config.${settings.section}.${settings.languageModelTools}`,
        inputSchema: schemaOf(input),
      })),
      submenus: [
        ...shared.map((name) => ({ id: createMenu(name), label: `%${labelKey(createMenu(name))}%`, icon: '$(add)' })),
        { id: copyMenu, label: `%${labelKey(copyMenu)}%` },
      ],
      keybindings: [
        { command: commands.search, key: 'ctrl+alt+p', when: `!${signedOut}` },
        ...viewNames.flatMap((name) => [
          inList(name, commands.rename, { key: 'f2' }),
          inList(name, commands.delete, { key: 'delete', mac: 'cmd+backspace' }),
        ]),
      ],
      menus: {
        ...menus,
        'view/title': beside(
          menus['view/title']?.filter((entry) => entry.command !== commands.search),
          [
            ...searched.map((name) => ({ command: commands.search, ...inTitle(name, 'navigation@0') })),
            ...viewNames.flatMap((name) => newIn(name).map((entry) => ({ ...entry, ...inTitle(name, 'navigation@1') }))),
            ...listed.map((name) => ({ command: listCommands[name].arrange, ...inTitle(name, 'navigation@2') })),
            ...filtered.map((name) => ({
              command: listCommands[name].clearFilters,
              when: `view == ${views[name]} && ${signedIn} && ${filteredKeys[name]}`,
              group: 'navigation@3',
            })),
            ...boards.map((name) => ({ command: boardCommands[name].whose, ...inTitle(name, 'navigation@2') })),
            ...boards.map((name) => ({ command: boardCommands[name].totals, ...inTitle(name, '0_board@1') })),
            ...viewNames.map((name) => ({ command: refreshCommands[name], ...inTitle(name, 'navigation@4') })),
          ],
        ),
        ...Object.fromEntries(
          shared.map((name) => [createMenu(name), creatableIn(name).map((kind) => ({ command: createCommand(kind.id) }))]),
        ),
        'view/item/context': beside(menus['view/item/context'], [
          ...creatable.map((kind) => ({
            command: createCommand(kind.id),
            when: `${onRow(kind)} && !listMultiSelection`,
            group: '3_new@1',
          })),
          ...reckoned.flatMap((kind) =>
            ['inline@1', '1_open@9'].map((group) => ({
              command: statisticsCommand(kind.id),
              when: `${onRow(kind)} && !listMultiSelection`,
              group,
            })),
          ),
          ...mergeable.map((kind) => ({
            command: mergeCommands(kind.id).merge,
            when: `${onRow(kind)} && listDoubleSelection`,
            group: '6_merge@1',
          })),
          ...mergeable.map((kind) => ({
            command: mergeCommands(kind.id).mergeInto,
            when: `${onRow(kind)} && !listMultiSelection`,
            group: '6_merge@1',
          })),
        ]),
        'editor/title': beside(menus['editor/title'], [
          ...creatable.map((kind) => ({ command: createCommand(kind.id), when: inEditor(kind), group: '1_record@0' })),
          ...mergeable.map((kind) => ({
            command: mergeCommands(kind.id).mergeInto,
            when: `${inEditor(kind)} && resourceFilename =~ /^(?!new-)/`,
            group: '2_modify@3',
          })),
          ...reckoned.map((kind) => ({
            command: statisticsCommand(kind.id),
            when: `${inEditor(kind)} && resourceFilename =~ /^(?!new-)/`,
            group: '3_past@0',
          })),
          { command: commands.compareEarlier, when: withPast, group: '3_past@1' },
        ]),
        commandPalette: beside(menus['commandPalette'], [
          ...viewNames.map((name) => ({ command: refreshCommands[name], when: signedIn })),
          ...listed.map((name) => ({ command: listCommands[name].arrange, when: signedIn })),
          ...filtered.map((name) => ({ command: listCommands[name].clearFilters, when: `${signedIn} && ${filteredKeys[name]}` })),
          ...boards.flatMap((name) => Object.values(boardCommands[name]).map((id) => ({ command: id, when: signedIn }))),
          ...creatable.map((kind) => ({ command: createCommand(kind.id), when: `!${signedOut}` })),
          ...mergeable.map(({ id }) => ({ command: mergeCommands(id).merge, when: `!${signedOut}` })),
          ...mergeable.map((kind) => ({ command: mergeCommands(kind.id).mergeInto, when: inEditor(kind) })),
          ...mergeable.map(({ id }) => ({ command: mergeCommands(id).rebuild, when: `!${signedOut}` })),
          ...reckoned.map(({ id }) => ({ command: statisticsCommand(id), when: `!${signedOut}` })),
          { command: commands.compareEarlier, when: withPast },
        ]),
      },
    },
  };
}

/** On a row of the kind. @param {(typeof kinds)[number]} kind */
const onRow = (kind) => `view == ${views[kind.view]} && viewItem =~ /\\b${kind.id}\\b/`;

/** In an editor of one of the kind's records. @param {(typeof kinds)[number]} kind */
const inEditor = (kind) => `resourceScheme == ${schemes.record} && resourceDirname =~ /\\/${kind.folder}$/`;

/** In an editor of a record whose changes Pipedrive keeps. */
const withPast = `resourceScheme == ${schemes.record} && resourceDirname =~ /\\/(?:${logged.map(({ folder }) => folder).join('|')})$/ && resourceFilename =~ /^(?!new-)/`;

/** What makes a new record in a view: its command, or the menu of several. @param {(typeof viewNames)[number]} name @returns {Entry[]} */
const newIn = (name) =>
  shared.includes(name)
    ? [{ submenu: createMenu(name) }]
    : creatableIn(name).map((kind) => ({ command: createCommand(kind.id) }));

/** @param {(typeof viewNames)[number]} name @param {string} group @returns {Entry} */
const inTitle = (name, group) => ({ when: `view == ${views[name]} && ${signedIn}`, group });

/**
 * A key that is meant for a view's rows; the command is told which view it was pressed in.
 * @param {(typeof viewNames)[number]} name @param {string} id @param {Entry} keys @returns {Entry}
 */
const inList = (name, id, keys) => ({
  command: id,
  ...keys,
  when: `focusedView == ${views[name]} && listFocus && !inputFocus`,
  args: views[name],
});

/**
 * The manifest's words with those of views and of the commands that follow from views and kinds.
 * @param {Record<string, string>} words
 * @returns {Record<string, string>}
 */
export function withWords(words) {
  const held = Object.entries(words).filter(([key]) => !/^(?:view|submenu|tool)\./.test(key) && !isGenerated(key));
  return {
    ...Object.fromEntries(held),
    ...Object.fromEntries(viewNames.map((name) => [`view.${name}.name`, titled(name)])),
    'view.doubles.name': 'Possible Doubles',
    ...Object.fromEntries(
      Object.values(declared).flatMap(({ reference, title, userDescription }) => [
        [`tool.${reference}.name`, title],
        [`tool.${reference}.description`, userDescription],
      ]),
    ),
    ...Object.fromEntries(viewNames.map((name) => [titleKey(refreshCommands[name]), `Refresh ${titled(name)}`])),
    ...Object.fromEntries(listed.map((name) => [titleKey(listCommands[name].arrange), arranging(name)])),
    ...Object.fromEntries(
      filtered.map((name) => [titleKey(listCommands[name].clearFilters), `Clear Filters of ${titled(name)}`]),
    ),
    ...Object.fromEntries(
      boards.flatMap((name) => [
        [titleKey(boardCommands[name].whose), kinds.find(({ view, board }) => view === name && board)?.board?.words.whose ?? ''],
        [titleKey(boardCommands[name].totals), 'Totals in…'],
      ]),
    ),
    ...Object.fromEntries(creatable.map((kind) => [titleKey(createCommand(kind.id)), kind.words.create])),
    ...Object.fromEntries(
      mergeable.flatMap(({ id, merge }) =>
        Object.entries(mergeCommands(id)).map(([what, command]) => [
          titleKey(command),
          merge?.words[/** @type {keyof typeof merge.words} */ (what)] ?? '',
        ]),
      ),
    ),
    ...Object.fromEntries(reckoned.map(({ id, statistics }) => [titleKey(statisticsCommand(id)), statistics?.words.show ?? ''])),
    ...Object.fromEntries(shared.map((name) => [labelKey(createMenu(name)), 'New…'])),
    [labelKey(copyMenu)]: 'Copy As',
  };
}
