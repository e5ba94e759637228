import { tick } from 'svelte';

/** Whether the first screen with something on it has been painted; the start of the program is measured by it. */
class Ready {
  isPainted = $state(false);
  #isAnnounced = false;

  /** Says that what is now in the page is the first usable screen. Only the first call counts. */
  async announce(): Promise<void> {
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    await tick();
    // The second frame begins when the first one has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => (this.isPainted = true)));
  }
}

export const ready = new Ready();
