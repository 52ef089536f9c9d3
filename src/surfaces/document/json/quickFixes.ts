import {
  CodeAction,
  CodeActionKind,
  type Disposable,
  l10n,
  languages,
  Range,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type TextDocument,
} from 'vscode';
import { commands, schemes } from '../../../ids/index.ts';
import { fieldTitle } from '../../../kinds/title.ts';
import { displayText } from '../../../model/displayText.ts';
import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import { problemsNow } from '../diagnostics.ts';
import { difference } from '../difference.ts';
import type { RecordDocuments } from '../documents.ts';
import type { RecordEditing } from '../editing.ts';
import { nodeOf, type TextProblem } from '../recordText.ts';
import type { RecordState } from '../state.ts';
import { choiceFixes, keyFixes, withoutKeys, type Fix, type FixContext } from './fixes.ts';
import type { Users } from './users.ts';

/** What can be done about what is underlined in a record's text. */
export class RecordQuickFixes implements CodeActionProvider, Disposable {
  readonly #documents: RecordDocuments;
  readonly #editing: RecordEditing;
  readonly #users: Users;
  readonly #registered: Disposable;

  constructor(documents: RecordDocuments, editing: RecordEditing, users: Users) {
    this.#documents = documents;
    this.#editing = editing;
    this.#users = users;
    this.#registered = languages.registerCodeActionsProvider({ scheme: schemes.record }, this, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    });
  }

  provideCodeActions(document: TextDocument, range: Range, { diagnostics }: CodeActionContext): CodeAction[] {
    const state = this.#documents.find(document.uri);
    const parsed = state && this.#editing.read(state, document);
    if (!state || !parsed?.root) return [];
    const { root, problems } = parsed;
    const context: FixContext = {
      text: document.getText(),
      root,
      fields: state.fields,
      title: (field) => fieldTitle(field),
      choicesOf: (field) => (fieldTypes[field.type].refersTo === 'user' ? this.#usersOf(state) : field.options),
    };
    const rangeOf = ({ offset, length }: Pick<TextProblem, 'offset' | 'length'>) =>
      new Range(document.positionAt(offset), document.positionAt(offset + length));
    const here = <T extends TextProblem>(list: readonly T[]) => list.filter((one) => rangeOf(one).intersection(range));
    const mend = (problem: TextProblem, fix: Fix, preferred: boolean): CodeAction => {
      const action = new CodeAction(displayText(fix.title, 120), CodeActionKind.QuickFix);
      action.edit = editTo(document, fix.text);
      action.isPreferred = preferred;
      action.diagnostics = diagnostics.filter((one) => one.range.isEqual(rangeOf(problem)));
      return action;
    };
    const unknown = here(problems).flatMap((problem) => [
      ...keyFixes(context, problem.offset).map((fix, place) => mend(problem, fix, place === 0)),
      mend(problem, removal(context, [problem]), false),
      ...(problems.length > 1 ? [mend(problem, removal(context, problems), false)] : []),
    ]);
    const wrong = here(problemsNow(state, parsed)).flatMap((problem) =>
      problem.node ? choiceFixes(context, problem.node).map((fix, place) => mend(problem, fix, place === 0)) : [],
    );
    const conflicts = [...state.conflicts.values()].flatMap(({ field }) =>
      rangeOf(nodeOf(root, field) ?? { offset: root.offset, length: 1 }).intersection(range)
        ? [
            settle(l10n.t('Keep My Value'), commands.keepMine, document, field.key),
            settle(l10n.t('Take Their Value'), commands.takeTheirs, document, field.key),
          ]
        : [],
    );
    return [...conflicts, ...wrong, ...unknown];
  }

  dispose(): void {
    this.#registered.dispose();
  }

  #usersOf({ address }: RecordState) {
    return this.#users.of(address.accountId).map(({ id, name }) => ({ id, label: name }));
  }
}

function removal(context: FixContext, problems: readonly TextProblem[]): Fix {
  const [first] = problems;
  const title =
    problems.length > 1 || !first
      ? l10n.t('Remove All Keys That Cannot Be Saved')
      : l10n.t('Remove {0}', context.text.slice(first.offset, first.offset + first.length));
  return {
    title,
    text: withoutKeys(
      context,
      problems.map(({ offset }) => offset),
    ),
  };
}

function editTo(document: TextDocument, text: string): WorkspaceEdit {
  const [start, end, content] = difference(document.getText(), text);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), content);
  return edit;
}

function settle(title: string, command: string, document: TextDocument, key: string): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [document.uri, key] };
  return action;
}
