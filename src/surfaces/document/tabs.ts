import { TabInputCustom, TabInputText, Uri, window, type Tab } from 'vscode';

/** The tabs that show an address, as a form, as text or in another editor of one address. */
export function tabsOf(uri: Uri): Tab[] {
  return window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) =>
        (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.toString() === uri.toString(),
    );
}

/** The address that the tab in front shows. */
export function addressInFront(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri: unknown = typeof input === 'object' && input !== null && 'uri' in input ? input.uri : undefined;
  return uri instanceof Uri ? uri : undefined;
}
