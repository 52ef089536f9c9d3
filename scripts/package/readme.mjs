/**
 * A page without its pictures. VS Code's page of an extension shows those at an https address, and neither the package's files
 * nor pictures within the text: their places would be seen broken.
 * @param {string} page Markdown, in which a picture of its own has a paragraph for itself
 * @returns {string}
 */
export function withoutPictures(page) {
  return page.replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gm, '');
}

/**
 * How the page goes into the package. Once the manifest names a `repository`, its pictures stay: the packing tool then makes
 * addresses in that repository of them.
 * @param {string} page
 * @param {unknown} repository as the manifest has it
 * @returns {{ page: string, switches: readonly string[] }} the page, and what the packing tool is told about its links
 */
export function packedPage(page, repository) {
  if (repository !== undefined) return { page, switches: [] };
  return { page: withoutPictures(page), switches: ['--allow-missing-repository', '--no-rewrite-relative-links'] };
}
