import { Disposable } from 'vscode';
import { commands } from '../../ids/index.ts';
import type { RegisterCommand } from '../shared/commands.ts';
import type { DoublesParts } from './parts.ts';
import type { Finding } from './finding.ts';

/** Registers the commands of possible doubles. The search and its view are loaded with the first of them. */
export function registerDoubles(parts: DoublesParts & { readonly register: RegisterCommand }): Disposable {
  const { register } = parts;
  let made: Promise<Finding> | undefined;
  const finding = (): Promise<Finding> => (made ??= import('./finding.ts').then((room) => new room.Finding(parts)));
  return Disposable.from(
    register(commands.findDoubles, async () => (await finding()).find()),
    register(commands.resumeDoubles, async () => (await finding()).resume()),
    register(commands.mergePair, async (node) => (await finding()).openMerge(node)),
    register(commands.keepSeparate, async (...args) => (await finding()).keepSeparate(args)),
    register(commands.compareAgain, async (...args) => (await finding()).compareAgain(args)),
    { dispose: () => void made?.then((one) => one.dispose()) },
  );
}
