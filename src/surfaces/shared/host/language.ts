import { l10n } from 'vscode';

/**
 * Stands in for `@vscode/l10n` on the host (scripts/build/words.mjs): the rooms that do not know VS Code speak through
 * it all the same, and whatever they say while they are loaded is in the person's language already.
 */
export const t: typeof l10n.t = l10n.t;
