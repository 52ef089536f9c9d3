import { Disposable, ThemeIcon, commands as vscodeCommands, l10n, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import { commands } from '../../../ids/index.ts';
import type { Option } from '../../../model/field.ts';
import { displayText } from '../../../model/displayText.ts';
import type { ParsedText } from '../../document/recordText.ts';
import type { RecordState } from '../../document/state.ts';
import { openChannel, type Channel } from '../../shared/channel.ts';
import type { FormActionId, FormState, HostCalls, ViewCalls } from '../messages.ts';
import type { FormParts } from './parts.ts';
import { formState, titleOf } from './formState.ts';

/** One form: shows its document's state, and turns what the view asks for into edits of the text. */
export class FormPanel {
  readonly #parts: FormParts;
  readonly #document: TextDocument;
  readonly #panel: WebviewPanel;
  readonly #channel: Channel<ViewCalls>;
  #users: readonly Option[] = [];
  #ready = false;

  constructor(parts: FormParts, document: TextDocument, panel: WebviewPanel) {
    this.#parts = parts;
    this.#document = document;
    this.#panel = panel;
    this.#channel = openChannel<HostCalls, ViewCalls>(
      {
        post: (message) => void panel.webview.postMessage(message),
        listen: (receive) => {
          const listening = panel.webview.onDidReceiveMessage(receive);
          return () => listening.dispose();
        },
      },
      this.#calls(),
    );
    const subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) this.refresh();
      }),
      workspace.onWillSaveTextDocument((event) => {
        if (event.document === document && this.#ready) event.waitUntil(this.#flush());
      }),
      workspace.onDidSaveTextDocument((saved) => {
        if (saved === document) this.refresh();
      }),
      parts.room.documents.onDidChange((state) => {
        if (state === this.#state) this.refresh();
      }),
      parts.onDidChangeAccounts(() => void this.#loadUsers()),
    );
    panel.onDidDispose(() => {
      this.#channel.dispose();
      parts.room.documents.find(document.uri)?.typed.delete(this);
      subscriptions.dispose();
    });
    panel.iconPath = new ThemeIcon(this.#state.address.kind.icon);
    void this.#loadUsers();
  }

  /** Shows what is known now. */
  refresh(): void {
    this.#panel.title = displayText(titleOf(this.#state, this.#read().all), 40);
    if (this.#ready) this.#channel.call('show', this.#form()).catch(this.#parts.report);
  }

  get #state(): RecordState {
    return this.#parts.room.documents.state(this.#document.uri);
  }

  #read(): ParsedText {
    return this.#parts.room.editing.read(this.#state, this.#document);
  }

  #form(): FormState {
    return formState(this.#state, {
      account: this.#parts.account(this.#state.address.accountId),
      text: this.#read(),
      dirty: this.#document.isDirty,
      users: this.#users,
    });
  }

  #calls(): HostCalls {
    const { editing, documents } = this.#parts.room;
    return {
      ready: async () => {
        this.#ready = true;
        return this.#form();
      },
      edit: ({ key, value }) => {
        // What was no value yet has become one.
        const { [key]: _mended, ...unfinished } = this.#state.typed.get(this) ?? {};
        this.#state.typed.set(this, unfinished);
        return editing.set(this.#state, this.#document, { [key]: value });
      },
      choose: ({ key, side }) => editing.choose(this.#state, this.#document, key, side),
      search: async ({ type, term }, signal) => {
        const found = await documents.names.search(this.#state.address.accountId, type, term, { signal });
        for (const hit of found) this.#state.names.set(`${type}/${hit.id}`, hit.name);
        return found;
      },
      act: ({ action }) => this.#act(action),
    };
  }

  async #act(action: FormActionId): Promise<void> {
    const { files, editing } = this.#parts.room;
    const { uri } = this.#document;
    switch (action) {
      case 'retry':
        return files.reload(uri);
      case 'signIn':
        await vscodeCommands.executeCommand(commands.signIn);
        return;
      case 'openAsJson':
        await vscodeCommands.executeCommand(commands.openAsJson, uri);
        return;
      case 'openInPipedrive':
        await vscodeCommands.executeCommand(commands.openInPipedrive, uri);
        return;
      case 'save':
        await this.#document.save();
        return;
      case 'keepAllMine':
      case 'takeAllTheirs':
        for (const key of [...this.#state.conflicts.keys()]) {
          await editing.choose(this.#state, this.#document, key, action === 'keepAllMine' ? 'mine' : 'theirs');
        }
        return;
    }
  }

  /** What is typed but not committed comes into the text before it is saved. */
  async #flush(): Promise<void> {
    const typed = await this.#channel.call('flush', null);
    const state = this.#state;
    const whole = typed.filter((edit) => edit.problem === undefined);
    state.typed.set(
      this,
      Object.fromEntries(typed.flatMap((edit) => (edit.problem === undefined ? [] : [[edit.key, edit.problem]]))),
    );
    // Also with nothing to set: edits that were sent just before stand in line before this one.
    await this.#parts.room.editing.set(state, this.#document, Object.fromEntries(whole.map(({ key, value }) => [key, value])));
  }

  async #loadUsers(): Promise<void> {
    const { records } = this.#parts.room.documents;
    try {
      const { api } = await records.session(this.#state.address.accountId);
      const users = await api.users();
      this.#users = users.map((user) => ({
        id: user.id,
        label: user.active ? user.name : l10n.t('{0} (deactivated)', user.name),
      }));
    } catch (error) {
      // The form shows ids instead; why the account cannot be read it says itself.
      if (!PipedriveError.is(error)) this.#parts.report(error);
    }
    this.refresh();
  }
}
