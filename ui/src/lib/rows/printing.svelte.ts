import { flushSync, tick } from 'svelte';

/**
 * All rows are in the page only while it is printed: a thousand of them cost too much to be there all the time. Call
 * `follow` in an effect.
 */
export class Printing {
  isOn = $state(false);

  follow(): () => void {
    const before = (): void =>
      flushSync(() => {
        this.isOn = true;
      });
    const after = (): void => {
      this.isOn = false;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }

  async print(): Promise<void> {
    this.isOn = true;
    await tick();
    window.print();
  }
}
