import { l10n } from 'vscode';

/** A name in the quotation marks of the person's language. */
export const quoted = (name: string): string => l10n.t('“{0}”', name);
