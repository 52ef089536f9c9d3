import { css } from 'lit';

/** The square over the picture, and what becomes of it in both sizes. */
export const crop = css`
  dialog {
    background-color: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-editorWidget-border, transparent));
    border-radius: 6px;
    box-shadow: 0 4px 16px var(--vscode-widget-shadow, transparent);
    color: var(--vscode-editorWidget-foreground);
    container-type: inline-size;
    max-height: calc(100dvh - 16px);
    max-width: none;
    overflow: auto;
    padding: 16px 20px;
    scroll-padding-block-end: 60px;
    width: min(920px, 100vw - 16px);
  }

  dialog::backdrop {
    background-color: rgb(0 0 0 / 40%);
  }

  h2 {
    font-size: 1.15em;
    font-weight: 600;
    margin-bottom: 12px;
  }

  .parts {
    align-items: start;
    display: grid;
    gap: 12px 20px;
    grid-template: auto 1fr / minmax(240px, 320px) minmax(0, 512px);
    justify-content: start;
  }

  .side {
    grid-area: 1 / 1;
  }

  figure {
    margin: 0;
  }

  .s128 {
    grid-area: 2 / 1;
  }

  .s512 {
    grid-area: 1 / 2 / 3;
  }

  canvas {
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    border-radius: 4px;
    display: block;
    height: auto;
    max-width: 100%;
  }

  .s512 canvas {
    max-height: calc(100dvh - 180px);
    width: auto;
  }

  .stage {
    display: block;
    overflow: hidden;
    position: relative;
    user-select: none;
    width: fit-content;
  }

  .stage img {
    display: block;
    max-height: min(320px, 50dvh);
    max-width: 100%;
  }

  /* Seen on any picture: a light line with a dark one around it, and the rest in the shade. */
  .square {
    box-shadow:
      0 0 0 1px rgb(0 0 0 / 80%),
      0 0 0 9999px rgb(0 0 0 / 55%);
    cursor: move;
    outline: 1px solid #fff;
    outline-offset: -1px;
    position: absolute;
    touch-action: none;
  }

  .square:focus-visible {
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: -2px;
  }

  .corner {
    background-color: #fff;
    border: 1px solid #000;
    height: 12px;
    position: absolute;
    width: 12px;
  }

  .corner.nw,
  .corner.ne {
    top: 0;
  }

  .corner.sw,
  .corner.se {
    bottom: 0;
  }

  .corner.nw,
  .corner.sw {
    left: 0;
  }

  .corner.ne,
  .corner.se {
    right: 0;
  }

  .corner.nw,
  .corner.se {
    cursor: nwse-resize;
  }

  .corner.ne,
  .corner.sw {
    cursor: nesw-resize;
  }

  .hint {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
    margin-top: 4px;
  }

  .failure {
    align-items: flex-start;
    display: flex;
    gap: 6px;
    margin-top: 12px;
  }

  .failure vscode-icon {
    color: var(--vscode-errorForeground);
    flex: none;
    margin-top: 1px;
  }

  /* What ends it stays in sight, however little of the rest is. */
  .foot {
    background-color: var(--vscode-editorWidget-background);
    bottom: -16px;
    display: grid;
    gap: 10px;
    margin: 4px -20px -16px;
    padding: 10px 20px 16px;
    position: sticky;
  }

  .sending {
    align-items: center;
    display: flex;
    gap: 10px;
  }

  progress {
    accent-color: var(--vscode-progressBar-background);
    flex: 1;
    max-width: 320px;
    min-width: 0;
  }

  @container (max-width: 599px) {
    .parts {
      grid-template: auto auto / 128px minmax(0, 1fr);
    }

    .side {
      grid-area: 1 / 1 / 2 / 3;
    }

    .s128 {
      grid-area: 2 / 1;
    }

    .s512 {
      grid-area: 2 / 2;
    }

    .s512 canvas {
      max-height: none;
    }
  }

  /* Beside the small one the large one would be the smaller. */
  @container (max-width: 339px) {
    .parts {
      grid-template: none / minmax(0, 1fr);
    }

    .side,
    .s128,
    .s512 {
      grid-area: auto;
    }
  }
`;
