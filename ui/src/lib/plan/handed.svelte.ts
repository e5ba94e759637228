import { call, onFileHanded, onPlanDropped, toBackendError } from '../ipc/backend';
import type { HandedFile } from '../ipc/bindings';
import { toasts } from '../toasts.svelte';
import { errorText } from '../words/index.svelte';

/**
 * A plan file that came from outside and waits to be looked at: opened in the file manager, dropped on the window, or
 * chosen in the dialog. The first start takes it; a book that is set up says how it stands to its own plan.
 */
class Handed {
  file = $state.raw<HandedFile | null>(null);

  /** Asks for what was handed over before the page was there, and hears of what comes later. */
  follow(): () => void {
    void this.#take(() => call('handed_file'));
    const stopHanded = onFileHanded(() => void this.#take(() => call('handed_file')));
    const stopDropped = onPlanDropped((path) => void this.read(path));
    return () => {
      stopHanded();
      stopDropped();
    };
  }

  async choose(): Promise<void> {
    await this.#take(() => call('choose_plan_file'));
  }

  /** Reads a file, also one that was read before: another book stands otherwise to it. */
  async read(path: string): Promise<void> {
    await this.#take(() => call('read_plan_file', { path }));
  }

  async #take(run: () => Promise<HandedFile | null>): Promise<void> {
    try {
      // No file is no news: of two questions only one gets the answer.
      this.file = (await run()) ?? this.file;
    } catch (reason) {
      toasts.show('error', errorText(toBackendError(reason)));
    }
  }
}

export const handed = new Handed();
