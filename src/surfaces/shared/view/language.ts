import { config, t } from '@vscode/l10n';

/**
 * Stands in for `@vscode/l10n` in the views (scripts/build/words.mjs): the page brings the words along, and whoever
 * speaks imports this first, so that nothing is said before they are there.
 */
const words = document.querySelector('script[type="application/json"]')?.textContent;
if (words) config({ contents: words });

export { t };
