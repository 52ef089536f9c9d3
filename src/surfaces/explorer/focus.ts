import { commands, type TreeView } from 'vscode';
import type { Node } from './nodes.ts';

/** Puts the focused row into the list's selection, or takes it out; nothing is opened by it. */
const toggle = 'list.toggleSelection';

/**
 * The rows that a key pressed in a view is meant for, the focused one first: what is selected where the focused row is part of it, else that
 * row alone, as in VS Code's own explorer. An extension is told what is selected and not what has the focus; so the
 * focused row is toggled in the selection, and back again.
 */
export async function rowsInFocus(view: TreeView<Node>): Promise<readonly Node[]> {
  const selected = view.selection;
  await commands.executeCommand(toggle);
  const toggled = view.selection;
  await commands.executeCommand(toggle);
  const alone = toggled.find((node) => !selected.includes(node));
  if (alone) return [alone];
  const focused = selected.filter((node) => !toggled.includes(node));
  return [...focused, ...selected.filter((node) => !focused.includes(node))];
}
