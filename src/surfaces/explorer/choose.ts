import { window, type QuickPickItem } from 'vscode';

export interface OneOf<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly T[];
}

/** Lets one of a few be picked; none where the person leaves. */
export async function chooseOne<T extends QuickPickItem>({ title, placeholder, items }: OneOf<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<T | undefined>();
  const pick = window.createQuickPick<T>();
  Object.assign(pick, { title, placeholder, items, matchOnDescription: true });
  pick.onDidAccept(() => {
    resolve(pick.selectedItems[0]);
    pick.hide();
  });
  pick.onDidHide(() => resolve(undefined));
  pick.show();
  try {
    return await promise;
  } finally {
    pick.dispose();
  }
}
