import { Disposable, ThemeIcon, commands as vscodeCommands, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import { commands } from '../../../ids/index.ts';
import { nameKey } from '../../../kinds/names.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import { displayText } from '../../../model/displayText.ts';
import { fieldTypes } from '../../../model/fieldTypes/index.ts';
import { isDraft } from '../../document/address.ts';
import type { ParsedText } from '../../document/recordText.ts';
import type { OpenForm, RecordState, RefusedSave } from '../../document/state.ts';
import { follow } from '../../shared/apiVersion.ts';
import { openChannel, type Channel } from '../../shared/channel.ts';
import { webviewPort } from '../../shared/host/webviewPort.ts';
import { sentenceOf } from '../../shared/problems.ts';
import type { FormActionId, FormState, HostCalls, PictureCalls, RelatedCalls, ViewCalls } from '../messages.ts';
import { Choices } from './choices.ts';
import { documentTitle, formState } from './formState.ts';
import { openContact } from './openContact.ts';
import type { FormParts } from './parts.ts';
import { pictureCalls } from './picture/calls.ts';
import { historyCalls } from './history/calls.ts';
import { relatedCalls } from './related/calls.ts';

/** One form: shows its document's state, and turns what the view asks for into edits of the text. */
export class FormPanel implements OpenForm {
  readonly #parts: FormParts;
  readonly #document: TextDocument;
  readonly #panel: WebviewPanel;
  readonly #channel: Channel<ViewCalls>;
  readonly #choices: Choices;
  #ready = false;
  #attended: RefusedSave | undefined;
  #disposed = false;
  unfinished: Readonly<Record<string, string>> = {};

  constructor(parts: FormParts, document: TextDocument, panel: WebviewPanel) {
    this.#parts = parts;
    this.#document = document;
    this.#panel = panel;
    const { records } = parts.room.documents;
    this.#choices = new Choices(records, this.#state.address.accountId, () => this.refresh(), parts.report);
    const failed = (error: unknown) => {
      parts.report(error);
      return sentenceOf(error);
    };
    this.#channel = openChannel<HostCalls, ViewCalls>(webviewPort(panel.webview), this.#calls(), failed);
    const subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) this.refresh();
      }),
      workspace.onWillSaveTextDocument((event) => {
        if (event.document === document) event.waitUntil(this.flush());
      }),
      workspace.onDidSaveTextDocument((saved) => {
        if (saved === document) this.refresh();
      }),
      parts.room.documents.onDidChange((state) => {
        if (state === this.#state) this.refresh();
      }),
      parts.onDidChangeAccounts(({ accountId, change }) => {
        if (accountId !== this.#state.address.accountId) return;
        if (change !== 'marked') this.#choices.forget();
        this.refresh();
      }),
    );
    panel.onDidDispose(() => {
      this.#disposed = true;
      this.#channel.dispose();
      parts.room.documents.find(document.uri)?.forms.delete(this);
      subscriptions.dispose();
    });
    this.#state.forms.add(this);
    panel.iconPath = new ThemeIcon(this.#state.address.kind.icon);
  }

  /** Shows what is known now. */
  refresh(): void {
    if (this.#disposed) return;
    this.#panel.title = displayText(documentTitle(this.#state, this.#read().all), 40);
    if (this.#ready) this.#show().catch((error: unknown) => this.#failed(error));
    if (!this.#state.blocked) this.#choices.want(this.#state.fields);
  }

  /** After a save that was refused, the first field that it was refused for gets the focus. */
  async #show(): Promise<void> {
    await this.#channel.call('show', this.#form());
    const { refusal, conflicts, fields } = this.#state;
    if (refusal === this.#attended) return;
    this.#attended = refusal;
    const first = fields.find(({ key }) => refusal && (key in refusal.fields || conflicts.has(key)));
    if (first && this.#panel.active) await this.#channel.call('attend', { key: first.key });
  }

  /** A call that was under way while the form was closed has no answer, and nobody misses it. */
  #failed(error: unknown): void {
    if (!this.#disposed) this.#parts.report(error);
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
      choices: this.#choices,
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
        const { [key]: _mended, ...unfinished } = this.unfinished;
        this.unfinished = unfinished;
        return editing.set(this.#state, this.#document, { [key]: value });
      },
      step: async ({ back }) => {
        await editing.set(this.#state, this.#document, {});
        if (this.#panel.active) await vscodeCommands.executeCommand(back ? 'undo' : 'redo');
      },
      putBack: async ({ key }) => {
        const base = this.#state.base?.values;
        if (base) await editing.set(this.#state, this.#document, { [key]: base[key] ?? null });
      },
      choose: ({ key, side }) => editing.choose(this.#state, this.#document, key, side),
      search: async ({ type, term }, signal) => {
        const of = fieldTypes[type].refersTo;
        if (!of) return [];
        const found = await documents.names.search(this.#state.address.accountId, of, term, { signal });
        for (const hit of found) this.#state.names.set(nameKey(of, hit.id), hit.name);
        return found.map(({ id, name, detail }) => ({ id, name, ...(detail === undefined ? {} : { detail }) }));
      },
      choices: ({ of }) => this.#choices.ask(of),
      open: async ({ key, index }) => {
        // Edits that were sent just before stand in line before this.
        await editing.set(this.#state, this.#document, {});
        await openContact(this.#state.fields, this.#read().all ?? {}, key, index);
      },
      act: ({ action }) => this.#act(action),
      ...this.#related(),
      ...this.#picture(),
      ...historyCalls(this.#parts.room, this.#document),
    };
  }

  #picture(): PictureCalls {
    return pictureCalls({
      records: this.#parts.room.documents.records,
      address: this.#address,
      record: () => this.#state.latest,
      // What is said of an upload matters no more once the form is closed.
      sent: (sent) => void this.#channel.call('pictureSent', sent).catch(() => undefined),
    });
  }

  get #address(): RecordAddress {
    const { address } = this.#state;
    return isDraft(address) ? { ...address, id: address.draft } : address;
  }

  #related(): RelatedCalls {
    return relatedCalls({
      records: this.#parts.room.documents.records,
      address: this.#address,
      uri: this.#document.uri,
      record: () => this.#state.latest,
      window: this.#parts.window,
      account: () => this.#parts.account(this.#address.accountId),
    });
  }

  async #act(action: FormActionId): Promise<void> {
    const { files, editing } = this.#parts.room;
    const { uri } = this.#document;
    switch (action) {
      case 'retry':
        return files.reload(uri);
      case 'useOther':
        await follow(this.#state.blocked?.error);
        return files.reload(uri);
      case 'signIn':
        await vscodeCommands.executeCommand(commands.signIn);
        return;
      case 'openAsJson':
        await vscodeCommands.executeCommand(commands.openAsJson, uri);
        return;
      case 'save':
        await this.#document.save();
        return;
      case 'saveAndClose':
        return this.#parts.room.drafts.saveAndClose(this.#document);
      case 'createAnew':
        await vscodeCommands.executeCommand(commands.duplicate, uri);
        return;
      case 'keepAllMine':
      case 'takeAllTheirs':
        for (const key of [...this.#state.conflicts.keys()]) {
          await editing.choose(this.#state, this.#document, key, action === 'keepAllMine' ? 'mine' : 'theirs');
        }
        return;
    }
  }

  async flush(): Promise<void> {
    if (!this.#ready) return;
    const typed = await this.#channel.call('flush', null);
    const state = this.#state;
    const unfinished = typed.flatMap(({ key, problem }) => (problem === undefined ? [] : [[key, problem] as const]));
    const whole = typed.filter(({ problem }) => problem === undefined).map(({ key, value }) => [key, value] as const);
    this.unfinished = Object.fromEntries(unfinished);
    // Also with nothing to set: edits that were sent just before stand in line before this one.
    await this.#parts.room.editing.set(state, this.#document, Object.fromEntries(whole));
  }
}
