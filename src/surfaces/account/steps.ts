import { CancellationError, QuickInputButtons, window, type Disposable, type QuickInput, type QuickInputButton } from 'vscode';

/** The person went a step back. */
export const back = Symbol('back');

interface Place {
  readonly title: string;
  readonly step: number;
  readonly steps: number;
}

export interface InputStep extends Place {
  readonly value: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly password?: boolean;
  /** What is wrong with the value that was given, shown at once. */
  readonly problem?: string | undefined;
  /** A sentence for a value that cannot be right; nothing for one that may be. */
  validate(value: string): string | undefined;
  /** A button beside the input, and what it does. */
  readonly help?: { readonly button: QuickInputButton; run(): void };
}

/** Asks for one line. @throws CancellationError when the person leaves */
export function ask(step: InputStep): Promise<string | typeof back> {
  const input = window.createInputBox();
  place(input, step);
  input.value = step.value;
  input.prompt = step.prompt;
  input.placeholder = step.placeholder;
  input.password = step.password ?? false;
  input.validationMessage = step.problem;
  input.buttons = [...input.buttons, ...(step.help ? [step.help.button] : [])];
  return shown(input, (settle) => [
    input.onDidChangeValue((value) => {
      // An empty box is not wrong yet; it is when it is handed in.
      input.validationMessage = value.trim() === '' ? undefined : step.validate(value.trim());
    }),
    input.onDidAccept(() => {
      const value = input.value.trim();
      input.validationMessage = step.validate(value);
      if (input.validationMessage === undefined) settle(value);
    }),
    input.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) settle(back);
      else step.help?.run();
    }),
  ]);
}

export interface Choice<T> {
  readonly label: string;
  readonly detail: string;
  readonly value: T;
}

/** Asks for one of a few. @throws CancellationError when the person leaves */
export function choose<T>(
  step: Place & { readonly placeholder: string; readonly choices: readonly Choice<T>[] },
): Promise<T | typeof back> {
  const pick = window.createQuickPick<Choice<T>>();
  place(pick, step);
  pick.placeholder = step.placeholder;
  pick.items = step.choices;
  return shown(pick, (settle) => [
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      if (chosen) settle(chosen.value);
    }),
    pick.onDidTriggerButton(() => settle(back)),
  ]);
}

function place(input: QuickInput & { buttons: readonly QuickInputButton[] }, { title, step, steps }: Place): void {
  input.title = title;
  input.step = step;
  input.totalSteps = steps;
  // A person goes to the browser for the token and comes back.
  input.ignoreFocusOut = true;
  input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
}

async function shown<T>(input: QuickInput, listen: (settle: (value: T) => void) => readonly Disposable[]): Promise<T> {
  let listening: readonly Disposable[] = [];
  try {
    return await new Promise<T>((resolve, reject) => {
      listening = [...listen(resolve), input.onDidHide(() => reject(new CancellationError()))];
      input.show();
    });
  } finally {
    for (const each of listening) each.dispose();
    input.dispose();
  }
}
