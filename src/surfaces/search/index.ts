import { Disposable } from 'vscode';
import { commands } from '../../ids/index.ts';
import type { Attend, RegisterCommand } from '../shared/commands.ts';
import type { SearchParts } from './parts.ts';
import { RecentlyOpened } from './recent.ts';
import type { Searching } from './searching.ts';

export type { Opened } from './parts.ts';
export { mostOpened } from './recent.ts';

/** Registers the search. All but the memory of what was opened is loaded with its first command. */
export function registerSearch(parts: SearchParts & { readonly register: RegisterCommand; readonly attend: Attend }): Disposable {
  const { register, attend } = parts;
  const recent = new RecentlyOpened(parts);
  let made: Promise<Searching> | undefined;
  const searching = (): Promise<Searching> =>
    (made ??= import('./searching.ts').then(
      (room) => new room.Searching(parts, recent, (work) => attend(commands.search, work)),
    ));
  return Disposable.from(
    recent,
    register(commands.search, async () => (await searching()).search()),
    register(commands.searchExact, async () => (await searching()).exact()),
    register(commands.searchFields, async () => (await searching()).fields()),
    register(commands.searchOrganization, async () => (await searching()).organization()),
    register(commands.keepSearch, async () => (await searching()).keep()),
    register(commands.refreshKept, async (node) => (await searching()).refreshKept(node)),
    register(commands.removeKept, async (node) => (await searching()).removeKept(node)),
    register(commands.searchAgain, async (node) => (await searching()).searchAgain(node)),
    { dispose: () => void made?.then((one) => one.dispose()) },
  );
}
