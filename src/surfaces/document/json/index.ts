import { Disposable, Uri, workspace } from 'vscode';
import { commands, schemes } from '../../../ids/index.ts';
import type { JsonParts } from './parts.ts';
import { Theirs } from './theirs.ts';

/** What the text editor offers on a record's JSON; most of it is brought in with the first document. */
export function registerJson(parts: JsonParts): Disposable {
  const { documents, editing, register, report } = parts;
  const theirs = new Theirs(documents, editing);
  let features: Promise<Disposable> | undefined;
  const bringIn = () => {
    if (features || !workspace.textDocuments.some(({ uri }) => uri.scheme === schemes.record)) return;
    features = import('./features.ts').then(({ registerFeatures }) => registerFeatures(parts));
    features.catch(report);
  };
  bringIn();
  return Disposable.from(
    theirs,
    workspace.onDidOpenTextDocument(bringIn),
    register(commands.compareConflict, async (uri) => {
      if (uri instanceof Uri) await theirs.compare(uri);
    }),
    { dispose: () => void features?.then((registered) => registered.dispose(), report) },
  );
}
