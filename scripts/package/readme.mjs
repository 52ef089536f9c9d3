/**
 * A page without its pictures. VS Code's page of an extension shows those at an https address, and neither the package's files
 * nor pictures within the text: their places would be seen broken.
 * @param {string} page Markdown, in which a picture of its own has a paragraph for itself
 * @returns {string}
 */
export function withoutPictures(page) {
  return page.replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gm, '');
}
