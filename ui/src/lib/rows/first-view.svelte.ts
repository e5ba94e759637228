import { flushSync } from 'svelte';
import { book } from '$lib/book.svelte';

/** What people do before they see more than what was in view at first. */
const TOUCHES = ['wheel', 'pointerdown', 'keydown', 'resize', 'beforeprint'] as const;

/**
 * A page that is longer than the window shows at first only what is in view, so that it is there at once; the rest comes with
 * the first touch, before anything else is done with it. Call `follow` in an effect, and `end` where the focus or the program
 * itself leads to something in it.
 */
export class FirstView {
  #isOver = $state(false);

  get isOver(): boolean {
    return this.#isOver;
  }
  /** What must be made from the upper edge on, in rem: as much as the window is high, and all once it is over. */
  get room(): number {
    const rem = 0.16 * (book.state?.preferences.text_size ?? 100);
    return this.#isOver ? Infinity : window.innerHeight / rem;
  }
  end(): void {
    if (this.#isOver) return;
    // At once: what was touched is looked for right after this.
    flushSync(() => {
      this.#isOver = true;
    });
  }
  follow(): () => void {
    const end = (): void => this.end();
    for (const touch of TOUCHES) window.addEventListener(touch, end, { capture: true, passive: true });
    return () => {
      for (const touch of TOUCHES) window.removeEventListener(touch, end, { capture: true });
    };
  }
}

/** How many of the things that stand below each other begin within `room`; their heights in the same measure. Pure. */
export function beginWithin(heights: number[], room: number): number {
  let top = 0;
  const below = heights.findIndex((height) => {
    const isBelow = top >= room;
    top += height;
    return isBelow;
  });
  return below < 0 ? heights.length : below;
}
