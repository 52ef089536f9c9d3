import { window, type Disposable } from 'vscode';
import { formEditor } from '../../../ids/index.ts';
import { FormEditor } from './formEditor.ts';
import type { FormParts } from './parts.ts';

/** Registers the form as the default editor of records. */
export function registerForm(parts: FormParts): Disposable {
  return window.registerCustomEditorProvider(formEditor, new FormEditor(parts), {
    // Half-typed text and the scroll position outlive a switch of tabs.
    webviewOptions: { retainContextWhenHidden: true, enableFindWidget: true },
    supportsMultipleEditorsPerDocument: true,
  });
}
