import { book } from '$lib/book.svelte';

/** Rows above and below the view that are in the page too, so that a fast wheel shows no gap. */
const OVER = 6;
/** A row that comes into view takes the place in the page of one that left it: the key of a row is its number modulo this. */
export const SLOTS = 256;
/** Before the page has measured itself, and where nothing is laid out (in tests). */
const UNMEASURED = 600;

/** The rows of a long list that are in view: `from` to `to`, the last one left out. Pure. */
export function rowsInView(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
): { from: number; to: number } {
  const from = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - OVER));
  return { from, to: Math.min(count, Math.max(from, Math.ceil((top + height) / rowHeight) + OVER)) };
}

/** Where to scroll so that a row is in view between what sticks at the head and the foot. Pure. */
export function scrolledTo(at: number, rowHeight: number, view: { top: number; height: number; head: number }): number {
  const [start, end] = [at * rowHeight, (at + 1) * rowHeight];
  const room = view.height - view.head;
  if (start < view.top) return start;
  if (end > view.top + room) return end - room;
  return view.top;
}

/**
 * A long list of rows of one height of which only those in view are in the page. Bind `height` to the height of the box that
 * scrolls, give `top` when it scrolls; `rem` is the height of a row.
 */
export class Windowed {
  top = $state(0);
  height = $state(0);
  readonly #rem: number;
  readonly #count: () => number;

  constructor(rem: number, count: () => number) {
    this.#rem = rem;
    this.#count = count;
  }

  /** In pixels: the text may be larger than usual. */
  get rowHeight(): number {
    return this.#rem * 0.16 * (book.state?.preferences.text_size ?? 100);
  }
  get range(): { from: number; to: number } {
    return rowsInView(this.top, this.height || UNMEASURED, this.rowHeight, this.#count());
  }
  /** Rows that fit. */
  get page(): number {
    return Math.max(1, Math.floor((this.height || UNMEASURED) / this.rowHeight) - 3);
  }
  /** Brings a row into view. `head` is the height of what sticks above the rows. */
  show(box: HTMLElement | undefined, at: number, head: number): void {
    if (!box) return;
    const height = this.height || UNMEASURED;
    const top = scrolledTo(at, this.rowHeight, { top: box.scrollTop, height, head });
    if (top === box.scrollTop) return;
    box.scrollTop = top;
    this.top = top;
  }
}
