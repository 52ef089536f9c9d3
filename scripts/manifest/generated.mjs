import { container, contextKeys, createCommand, refreshCommands, viewNames, views } from '../../src/ids/index.ts';
import { kinds } from '../../src/kinds/index.ts';

/**
 * @typedef {{ command: string, [more: string]: string }} CommandEntry
 * @typedef {{ contributes: {
 *   views: unknown, viewsWelcome: unknown, commands: CommandEntry[], menus: Record<string, CommandEntry[]>
 * } }} Manifest
 */

const { signedIn, signedOut } = contextKeys;
const creatable = kinds.filter((kind) => kind.create);

/** A view is named as in its id: `Persons`. @param {string} name */
const titled = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether a command's id, or the key of its title, is one that is generated. @param {string} id */
const isGenerated = (id) => /^\w+\.\w+\.(?:refresh|new)(?:\.title)?$/.test(id);

/** The key of a command's title: `command.person.new.title`. @param {string} id */
const titleKey = (id) => `${id.replace(/^\w+/, 'command')}.title`;

/** @param {string} id @param {string} icon @returns {CommandEntry} */
const command = (id, icon) => ({
  command: id,
  title: `%${titleKey(id)}%`,
  category: '%command.category%',
  icon: `$(${icon})`,
});

/** What is written by hand, then what is generated. @param {CommandEntry[] | undefined} held @param {CommandEntry[]} made */
const beside = (held, made) => [...(held ?? []).filter((entry) => !isGenerated(entry.command)), ...made];

/**
 * The manifest with what the kinds and the table of ids say of views, and of the commands that refresh and create.
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
        [container]: viewNames.map((name, place) => ({
          id: views[name],
          name: `%view.${name}.name%`,
          // One open view is one request when the side bar is opened.
          ...(place > 0 && { visibility: 'collapsed' }),
          icon: 'media/pipedrive.svg',
          contextualTitle: '%container.title%',
        })),
      },
      viewsWelcome: [
        ['%welcome.signedOut%', signedOut],
        ['%welcome.starting%', `!${signedIn} && !${signedOut}`],
      ].flatMap(([contents, when]) => viewNames.map((name) => ({ view: views[name], contents, when }))),
      commands: beside(contributes.commands, [
        ...viewNames.map((name) => command(refreshCommands[name], 'refresh')),
        ...creatable.map((kind) => command(createCommand(kind.id), 'add')),
      ]),
      menus: {
        ...menus,
        'view/title': beside(menus['view/title'], [
          ...creatable.map((kind) => inTitle(createCommand(kind.id), views[kind.view], 'navigation@1')),
          ...viewNames.map((name) => inTitle(refreshCommands[name], views[name], 'navigation@2')),
        ]),
        commandPalette: beside(menus['commandPalette'], [
          ...viewNames.map((name) => ({ command: refreshCommands[name], when: signedIn })),
          ...creatable.map((kind) => ({ command: createCommand(kind.id), when: `!${signedOut}` })),
        ]),
      },
    },
  };
}

/** @param {string} id @param {string} view @param {string} group @returns {CommandEntry} */
const inTitle = (id, view, group) => ({ command: id, when: `view == ${view} && ${signedIn}`, group });

/**
 * The manifest's words with those of views and of the commands that refresh and create.
 * @param {Record<string, string>} words
 * @returns {Record<string, string>}
 */
export function withWords(words) {
  const held = Object.entries(words).filter(([key]) => !key.startsWith('view.') && !isGenerated(key));
  return {
    ...Object.fromEntries(held),
    ...Object.fromEntries(viewNames.map((name) => [`view.${name}.name`, titled(name)])),
    ...Object.fromEntries(viewNames.map((name) => [titleKey(refreshCommands[name]), `Refresh ${titled(name)}`])),
    ...Object.fromEntries(creatable.map((kind) => [titleKey(createCommand(kind.id)), kind.words.create])),
  };
}
