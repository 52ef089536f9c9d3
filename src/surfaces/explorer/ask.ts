import { CancellationError, window, type Disposable, type QuickInput, type QuickPickItem } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import type { Option } from '../../model/field.ts';
import { isCancelled, Refusal, sentenceOf, unlinked } from '../shared/problems.ts';
import { plain } from '../shared/searchRows.ts';
import { colorDot } from './colors.ts';

interface Question<T> {
  readonly title: string;
  readonly prompt: string;
  /** Does what was asked for. A refusal leaves the question open with what was given. */
  readonly save: (answer: T) => Promise<void>;
}

export interface LineQuestion extends Question<string> {
  /** Stands in the box at first, all of it selected. */
  readonly value: string;
  /** A sentence for what would be refused. */
  readonly validate: (value: string) => string | undefined;
}

/** Asks for one line, and stays open until it is saved. @throws CancellationError when the person leaves */
export function askLine({ title, prompt, value, validate: sentence, save }: LineQuestion): Promise<void> {
  // A box makes links as a notification does, and a field's name may pose as one.
  const validate = (typed: string): string | undefined => {
    const refusal = sentence(typed);
    return refusal === undefined ? undefined : unlinked(refusal);
  };
  const box = window.createInputBox();
  // The box holds one line, and would run those of a longer text into each other.
  const line = value.replaceAll(/\s*[\r\n]\s*/g, ' ');
  Object.assign(box, { title, prompt, value: line, valueSelection: [0, line.length] });
  return untilSaved(box, {
    listen: (accept) => [
      box.onDidChangeValue((typed) => (box.validationMessage = validate(typed))),
      box.onDidAccept(() => {
        box.validationMessage = validate(box.value);
        // What was there already is there.
        if (box.validationMessage === undefined) accept(async () => (box.value === line ? undefined : save(box.value)));
      }),
    ],
    refused: (sentence) => (box.validationMessage = sentence),
  });
}

export interface Choice extends QuickPickItem {
  readonly id: number | string;
}

/** A field's option as a choice, with its colour. */
export function choiceOf({ id, label, color }: Option): Choice {
  const dot = colorDot(color);
  return { id, label: plain(label) || `#${id}`, ...(dot && { iconPath: dot }) };
}

export interface ChoicesQuestion extends Question<readonly Choice[]> {
  readonly choices: readonly Choice[];
  readonly picked: readonly Choice[];
}

/** Asks for any number of choices, and stays open until they are saved. @throws CancellationError when the person leaves */
export function askChoices({ title, prompt, choices, picked, save }: ChoicesQuestion): Promise<void> {
  const pick = window.createQuickPick<Choice>();
  Object.assign(pick, { title, placeholder: prompt, canSelectMany: true, matchOnDescription: true });
  pick.items = choices;
  pick.selectedItems = picked;
  return untilSaved(pick, {
    listen: (accept) => [pick.onDidAccept(() => accept(() => save(pick.selectedItems)))],
    refused: (sentence) => (pick.prompt = sentence),
  });
}

interface Asking {
  /** @param accept runs the saving of what was given */
  readonly listen: (accept: (save: () => Promise<void>) => void) => readonly Disposable[];
  /** Says why it was not saved. */
  readonly refused: (sentence: string) => void;
}

async function untilSaved(input: QuickInput, { listen, refused }: Asking): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let shown = true;
  const accept = async (save: () => Promise<void>): Promise<void> => {
    if (input.busy) return;
    let again = false;
    input.busy = true;
    input.enabled = false;
    // From here on what was given is not to be lost by a look elsewhere.
    input.ignoreFocusOut = true;
    try {
      await save();
      resolve();
    } catch (error) {
      const isRefusal = (PipedriveError.is(error) || error instanceof Refusal) && !isCancelled(error);
      if (!isRefusal) return reject(error as Error);
      refused(unlinked(sentenceOf(error)));
      again = !shown;
    } finally {
      input.busy = false;
      input.enabled = true;
    }
    if (again) input.show();
    shown ||= again;
  };
  const listening = [
    ...listen((save) => void accept(save)),
    input.onDidHide(() => {
      shown = false;
      // What is being saved tells by itself how it ended.
      if (!input.busy) reject(new CancellationError());
    }),
  ];
  try {
    input.show();
    await promise;
  } finally {
    for (const each of listening) each.dispose();
    input.dispose();
  }
}
