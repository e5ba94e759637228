import { book } from './book.svelte';
import { toBackendError, type BackendError } from './ipc/backend';
import { ready } from './ready.svelte';
import { together } from './together';

/**
 * Something of the book on the screen: loaded at once, and again after every change or when what `load` reads changes.
 * What was there stays until the new answer has come; an answer that was overtaken is dropped.
 * Make it while a component is being initialised.
 */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<BackendError | null>(null);

  constructor(load: () => Promise<T>) {
    $effect(() => {
      void book.version;
      let isOvertaken = false;
      together(load()).then(
        (value) => {
          if (isOvertaken) return;
          this.value = value;
          this.error = null;
          void ready.announce();
        },
        (reason: unknown) => {
          if (!isOvertaken) this.error = toBackendError(reason);
        },
      );
      return () => {
        isOvertaken = true;
      };
    });
  }
}
