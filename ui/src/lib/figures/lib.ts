import { fold } from '$lib/text';
import type { FigureCell, FigureRow, FigureState } from '$lib/ipc/bindings';

/** What stands or is to stand in one place: what the core needs to know of it. */
export interface Typed {
  state: FigureState;
  text: string;
  isEstimate: boolean;
}

/** The kinds of value, in the order of the menu. */
export const KINDS: readonly FigureState[] = ['number', 'nothing', 'not_applicable', 'not_reported'];

const NOTHING = new Set(['k', 'ko', 'kc', 'khong', 'khong co']);
const NOT_APPLICABLE = new Set(['a', 'kad', 'khong ap dung']);

/**
 * Reads what was typed into a place. Whether a number is a number is for the core to say; here only the words for the
 * kinds of empty are known, because an input method may bring a letter that no key handler has seen.
 */
export function readTyped(text: string, isEstimate: boolean): Typed {
  const words = fold(text.trim());
  if (words === '') return { state: 'not_reported', text: '', isEstimate: false };
  if (NOTHING.has(words)) return { state: 'nothing', text: '', isEstimate: false };
  if (NOT_APPLICABLE.has(words)) return { state: 'not_applicable', text: '', isEstimate: false };
  return { state: 'number', text: text.trim(), isEstimate };
}

/** What a cell of the core says, as it would be typed. */
export const typedOf = (cell: FigureCell): Typed => ({
  state: cell.state,
  text: cell.state === 'number' ? cell.text : '',
  isEstimate: cell.is_estimate,
});

export const isSame = (a: Typed, b: Typed): boolean =>
  a.state === b.state && a.text === b.text && a.isEstimate === b.isEstimate;

export type Shortcut = { state: FigureState } | 'estimate' | 'menu' | 'revert' | 'commit' | 'up' | 'down';

/** What a key says about the place it is pressed in. `isWhole`: all of the text is selected, or there is none. */
export function readKey(event: KeyboardEvent, isWhole: boolean): Shortcut | null {
  // An input method is still composing: the key is its own (Enter ends the word, arrows choose).
  if (event.isComposing || event.key === 'Process' || event.ctrlKey || event.metaKey) return null;
  if (event.key === 'F4' || (event.altKey && event.key === 'ArrowDown')) return 'menu';
  if (event.altKey) return null;
  switch (event.key) {
    case 'Enter':
      return event.shiftKey ? 'up' : 'commit';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'Escape':
      return 'revert';
    case 'u':
    case 'U':
      return 'estimate';
    case 'k':
    case 'K':
      return isWhole ? { state: 'nothing' } : null;
    case 'a':
    case 'A':
      return isWhole ? { state: 'not_applicable' } : null;
    case 'Delete':
      return isWhole ? { state: 'not_reported' } : null;
    default:
      return null;
  }
}

/** What became of what was sent to the core. */
export interface Saved {
  /** Words of the refusal; empty if it went well. */
  error: string;
  /** False if the book already said so, and nothing will be read anew. */
  isChanged: boolean;
}

/** Name for a reader that hears one line only: a split is told with its indicator. */
export function fullLabel(rows: FigureRow[], row: FigureRow): string {
  if (row.split === '') return row.label;
  const parent = rows.find((other) => other.indicator === row.indicator && other.split === '');
  return parent ? `${parent.label}: ${row.label}` : row.label;
}
