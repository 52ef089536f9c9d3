import { ThemeIcon, type WebviewPanel } from 'vscode';
import { displayText } from '../../../model/displayText.ts';
import { openChannel, type Calls, type Channel } from '../channel.ts';
import { sentenceOf } from '../problems.ts';
import { webviewPort } from './webviewPort.ts';

/** What every view answers that shows one state. */
type Showing<State> = { show(input: State): void };

/** What a page shows, and what it answers its view. */
export interface LivePageParts<Local extends Calls, State> {
  readonly panel: WebviewPanel;
  /** A codicon's name, for the tab. */
  readonly icon: string;
  readonly title: () => string;
  /** What is known now, made anew for each time that it is shown. */
  readonly state: () => Promise<State>;
  readonly calls: Local;
  /** Takes an error that nobody waits for. */
  readonly report: (error: unknown) => void;
  /** Ends what the page listens to. */
  readonly closed: () => void;
}

/** The page of an editor: its tab's title and what its view shows follow what is known, until it is closed. */
export class LivePage<Local extends Calls, State> {
  readonly #parts: LivePageParts<Local, State>;
  readonly #channel: Channel<Showing<State>>;
  #begun = false;
  #disposed = false;

  constructor(parts: LivePageParts<Local, State>) {
    const { panel, icon, calls, report, closed } = parts;
    this.#parts = parts;
    const failed = (error: unknown) => {
      report(error);
      return sentenceOf(error);
    };
    this.#channel = openChannel<Local, Showing<State>>(webviewPort(panel.webview), calls, failed);
    panel.onDidDispose(() => {
      this.#disposed = true;
      this.#channel.dispose();
      closed();
    });
    panel.iconPath = new ThemeIcon(icon);
    this.refresh();
  }

  /** The view is there, and is shown whatever changes from now on. */
  begin(): void {
    this.#begun = true;
  }

  /** Shows what is known now. */
  refresh(): void {
    if (this.#disposed) return;
    this.#parts.panel.title = displayText(this.#parts.title(), 60);
    if (!this.#begun) return;
    this.#show().catch((error: unknown) => {
      // A call that was under way while the editor was closed has no answer, and nobody misses it.
      if (!this.#disposed) this.#parts.report(error);
    });
  }

  async #show(): Promise<void> {
    await this.#channel.call('show', await this.#parts.state());
  }
}
