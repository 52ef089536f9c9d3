import { css } from 'lit';
import { useLanguage } from '../../../model/language.ts';

/** VS Code marks the body with the theme's kind; native pickers and scroll bars follow `color-scheme`. */
const page = css`
  :root {
    color-scheme: dark;
  }

  :root:has(body.vscode-light, body.vscode-high-contrast-light) {
    color-scheme: light;
  }

  /* What takes the focus is not left under a bar that stays at the top. */
  :root {
    scroll-padding-block: 80px 16px;
  }

  /* A page with a color-scheme of its own is opaque: without this it hides the theme's background. */
  body {
    padding: 0;
    background-color: var(--vscode-editor-background);
  }
`;

/** Gives the page what every view of ours stands on. An adopted sheet needs no nonce. */
export function preparePage(): void {
  useLanguage(document.documentElement.lang);
  const sheet = page.styleSheet;
  if (sheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
