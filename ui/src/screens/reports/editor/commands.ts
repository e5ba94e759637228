/** What the keys and the buttons of the editor do. No autoformat anywhere: it fights with UniKey. */
import { baseKeymap, chainCommands, setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType, NodeType, ResolvedPos } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './schema';

const { paragraph, heading, dash_item } = schema.nodes as Record<'paragraph' | 'heading' | 'dash_item', NodeType>;

/** Where the caret stands; Svelte files cannot name what begins with a dollar sign. */
export const caret = (state: EditorState): ResolvedPos => state.selection.$from;

type BlockKind = 'paragraph' | 'heading' | 'dash_item';

/** Makes the chosen blocks items or headings, or paragraphs again if they are that already. */
export const toggleBlock =
  (kind: Exclude<BlockKind, 'paragraph'>): Command =>
  (state, dispatch) => {
    const type = kind === 'heading' ? heading : dash_item;
    const isSuch = state.selection.$from.parent.type === type;
    return setBlockType(isSuch ? paragraph : type)(state, dispatch);
  };

/** Enter in an item begins the next one; in an empty item it ends the list; after a heading comes a paragraph. */
const splitItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if ($from.parent.type !== dash_item) return false;
  if (empty && $from.parent.content.size === 0) return setBlockType(paragraph)(state, dispatch);
  if (dispatch) {
    const cleared = state.tr.deleteSelection();
    dispatch(cleared.split(cleared.selection.from, 1, [{ type: dash_item }]).scrollIntoView());
  }
  return true;
};

/** Backspace at the beginning of an item or a heading makes a paragraph of it, before anything is joined. */
const liftBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type === paragraph) return false;
  return setBlockType(paragraph)(state, dispatch);
};

const { strong, em } = schema.marks as Record<'strong' | 'em', MarkType>;
const bold = toggleMark(strong);
const italic = toggleMark(em);
const { Enter, Backspace } = baseKeymap as Record<'Enter' | 'Backspace', Command>;

export const commands = {
  undo,
  redo,
  bold,
  italic,
  heading: toggleBlock('heading'),
  list: toggleBlock('dash_item'),
} satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;

export const keys: Record<string, Command> = {
  ...baseKeymap,
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-b': bold,
  'Mod-i': italic,
  'Mod-Alt-1': commands.heading,
  'Mod-Alt-0': setBlockType(paragraph),
  'Mod-Shift-8': commands.list,
  Enter: chainCommands(splitItem, Enter),
  Backspace: chainCommands(liftBlock, Backspace),
};
