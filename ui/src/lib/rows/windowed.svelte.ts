import { book } from '$lib/book.svelte';

/** Rows above and below the view that are in the page too, once it is scrolled, so that a fast wheel shows no gap. */
const OVER = 6;
/** A row that comes into view takes the place in the page of one that left it: the key of a row is its number modulo this. */
export const SLOTS = 256;
/** Before the page has measured itself, and where nothing is laid out (in tests); a list may know better. */
const UNMEASURED = 600;
/** Heights of lists that were shown before, by name. */
const measured = new Map<string, number>();

/** What a list knows of its box before it is measured: rows that are not in view need not be made for the first drawing. */
export type Known = {
  /** What it is called: it will be as high as it was when it was shown last. */
  name?: string;
  /** Its height in pixels. */
  guess?: () => number;
  /** Height in rem of what stands above the rows in the same box. */
  head?: number;
};

/** The rows of a long list that are in view: `from` to `to`, the last one left out. Pure. */
export function rowsInView(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
  over = OVER,
): { from: number; to: number } {
  const from = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - over));
  return { from, to: Math.min(count, Math.max(from, Math.ceil((top + height) / rowHeight) + over)) };
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
  #height = $state(0);
  #top = $state(0);
  #isScrolled = $state(false);
  readonly #rem: number;
  readonly #count: () => number;
  readonly #known: Known;

  constructor(rem: number, count: () => number, known: Known = {}) {
    this.#rem = rem;
    this.#count = count;
    this.#known = known;
  }

  get height(): number {
    return this.#height;
  }
  set height(height: number) {
    this.#height = height;
    if (this.#known.name !== undefined && height > 0) measured.set(this.#known.name, height);
  }
  get top(): number {
    return this.#top;
  }
  set top(top: number) {
    this.#top = top;
    this.#isScrolled = true;
  }

  /** In pixels: the text may be larger than usual. */
  get rowHeight(): number {
    return this.#rem * 0.16 * (book.state?.preferences.text_size ?? 100);
  }
  get range(): { from: number; to: number } {
    // Where nothing is known of the box, some rows more make up for it.
    const isKnown = this.#known.name !== undefined || this.#known.guess !== undefined;
    const over = isKnown && !this.#isScrolled ? 0 : OVER;
    const head = (this.#known.head ?? 0) * (this.rowHeight / this.#rem);
    return rowsInView(this.top, this.#room - head, this.rowHeight, this.#count(), over);
  }
  /** Rows that fit. */
  get page(): number {
    return Math.max(1, Math.floor(this.#room / this.rowHeight) - 3);
  }
  get #room(): number {
    const { name, guess } = this.#known;
    return this.height || (guess?.() ?? measured.get(name ?? '') ?? UNMEASURED);
  }
  /** Brings a row into view. `head` is the height of what sticks above the rows. */
  show(box: HTMLElement | undefined, at: number, head: number): void {
    if (!box) return;
    const top = scrolledTo(at, this.rowHeight, { top: box.scrollTop, height: this.#room, head });
    if (top === box.scrollTop) return;
    box.scrollTop = top;
    this.top = top;
  }
}
