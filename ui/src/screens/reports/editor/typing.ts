// Writes into the editor where there is no real keyboard: the transactions that keys make.
import { screen } from '@testing-library/svelte';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { plain, fromDocument } from './text';
import { editorOf } from './view';

export function editor(name: RegExp): EditorView {
  const view = editorOf(screen.getByRole('textbox', { name }));
  if (view === undefined) throw new Error(`no editor ${String(name)}`);
  return view;
}

/** Types at the end of the text; a line end is the key Enter. */
export function typeAtEnd(view: EditorView, text: string): void {
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
  text.split('\n').forEach((line, at) => {
    if (at > 0) press(view, 'Enter');
    view.dispatch(view.state.tr.insertText(line));
  });
}

export function press(view: EditorView, key: string, more: KeyboardEventInit = {}): void {
  view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

export const written = (view: EditorView): string => plain(fromDocument(view.state.doc));
