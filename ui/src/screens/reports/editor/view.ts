/** The editor itself, without anything around it. */
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { EditorView, type NodeViewConstructor } from 'prosemirror-view';
import type { RichText } from '$lib/ipc/bindings';
import { keys } from './commands';
import { withItems } from './paste';
import { fromDocument, isSameRichText, plain, toDocument } from './text';

export type EditorOptions = {
  text: RichText;
  label: string;
  describedBy: string;
  isReadOnly: () => boolean;
  /** Called with what was written by the user. */
  onwrite: (text: RichText) => void;
  /** Called after every change of text or caret. */
  onstate: (state: EditorState) => void;
  /** True if the paste is dealt with elsewhere. */
  onpaste: (clipboard: DataTransfer) => boolean;
  boxes: Record<'figure_table' | 'chart', (node: Node) => HTMLElement>;
};

/** Changes that came from the core are not written back to it. */
const FROM_CORE = 'from core';

/** Open editors by their element, so that a test can write as the keyboard does where there is no keyboard. */
const editors = new WeakMap<Element, EditorView>();
export const editorOf = (element: Element): EditorView | undefined => editors.get(element);

const boxView =
  (box: (node: Node) => HTMLElement): NodeViewConstructor =>
  (node) => ({ dom: box(node) });

export function mountEditor(place: HTMLElement, options: EditorOptions): EditorView {
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({ doc: toDocument(options.text), plugins: [history(), keymap(keys)] }),
    attributes: () => ({
      'aria-label': options.label,
      'aria-describedby': options.describedBy,
      'aria-readonly': String(options.isReadOnly()),
      'aria-multiline': 'true',
      role: 'textbox',
      tabindex: '0',
      lang: 'vi',
      spellcheck: 'false',
    }),
    editable: () => !options.isReadOnly(),
    nodeViews: { figure_table: boxView(options.boxes.figure_table), chart: boxView(options.boxes.chart) },
    // macOS and some phones copy letters in parts.
    transformPastedText: (text) => text.normalize('NFC'),
    transformPastedHTML: (html) => html.normalize('NFC'),
    transformPasted: (slice) => withItems(slice),
    handlePaste: (_view, event) => event.clipboardData !== null && options.onpaste(event.clipboardData),
    dispatchTransaction(change: Transaction) {
      view.updateState(view.state.apply(change));
      options.onstate(view.state);
      if (change.docChanged && change.getMeta(FROM_CORE) !== true) options.onwrite(fromDocument(view.state.doc));
    },
  });
  editors.set(view.dom, view);
  return view;
}

/** Puts what the core has into the editor, as little of it as differs, so that the caret stays where it is. */
export function showText(view: EditorView, text: RichText): void {
  if (view.composing || isSame(view, text)) return;
  const document = toDocument(text);
  const start = view.state.doc.content.findDiffStart(document.content);
  const end = view.state.doc.content.findDiffEnd(document.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = document.slice(start, end.b + overlap);
  const change = view.state.tr.replace(start, end.a + overlap, slice);
  view.dispatch(change.setMeta(FROM_CORE, true).setMeta('addToHistory', false));
}

/** The same words and the same numbers in live figures. Blanks that are being typed at an end do not count. */
function isSame(view: EditorView, text: RichText): boolean {
  const shown = fromDocument(view.state.doc);
  return isSameRichText(shown, text) && plain(shown).trimEnd() === plain(text).trimEnd();
}
