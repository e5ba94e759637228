import { call, forgetAhead, toBackendError, type BackendError } from './ipc/backend';
import type { BookState, Outcome, Preferences, StepLabel } from './ipc/bindings';
import { applyPreferences } from './appearance';
import { toasts } from './toasts.svelte';
import { together } from './together';
import { errorText, setLanguage, words } from './words/index.svelte';

/** The core takes back everything but the set-up: there is no book before it. */
export const canBeUndone = (op: StepLabel['op']): boolean => op !== 'set_up';

/**
 * The book that is open: its state as the core tells it, and the one way to change it.
 * `version` rises with every change; whatever is shown of the book reads it, and so is loaded anew (see `Loaded`).
 */
class Book {
  state = $state.raw<BookState | null>(null);
  /** Why there is no state; the window then shows nothing else. */
  failure = $state.raw<BackendError | null>(null);
  version = $state(0);
  /** Changes on their way. Whoever undoes means the last one that he asked for, not the last one that has arrived. */
  readonly #running = new Set<Promise<unknown>>();

  async load(): Promise<void> {
    try {
      this.#accept(await together(call('book_state')));
      this.failure = null;
    } catch (reason) {
      this.failure = toBackendError(reason);
    }
  }

  /** Makes a change and says so in a toast; a refusal becomes a toast too. True if it went well. */
  async change(run: () => Promise<Outcome>, verb?: string): Promise<boolean> {
    const error = await this.tryChange(run, verb);
    this.#sayRefused(error);
    return error === null;
  }

  /**
   * Makes a change; the refusal, if there is one, is for the caller to show beside the field. `verb` says more closely
   * what was done where the name of the change does not (a tick: done, in progress, …).
   */
  async tryChange(run: () => Promise<Outcome>, verb?: string): Promise<BackendError | null> {
    const running = run();
    this.#running.add(running);
    try {
      const { step } = await running;
      if (step === null) return null;
      await this.reload();
      this.#sayDone(words().ops.done(step, verb), step);
      return null;
    } catch (reason) {
      return toBackendError(reason);
    } finally {
      this.#running.delete(running);
    }
  }

  /** Takes back one change: the given one, or the last. A refusal becomes a toast. */
  async undo(step: number | null = null): Promise<void> {
    this.#sayRefused(await this.tryUndo(step));
  }

  /** Takes back one change; the refusal, if there is one, is for the caller to show beside it. */
  async tryUndo(step: number | null): Promise<BackendError | null> {
    return this.#step(
      () => call('undo', { step }),
      (label) => words().frame.undone(words().ops.name(label)),
    );
  }

  async redo(): Promise<void> {
    const error = await this.#step(
      () => call('redo'),
      (label) => words().frame.redone(words().ops.name(label)),
    );
    this.#sayRefused(error);
  }

  async openSample(): Promise<void> {
    await this.#open(() => call('open_sample'));
  }

  async openOwn(): Promise<void> {
    await this.#open(() => call('open_own'));
  }

  async setPreferences(preferences: Preferences): Promise<void> {
    try {
      await call('set_preferences', { preferences });
      if (this.state) this.#accept({ ...this.state, preferences });
    } catch (reason) {
      toasts.show('error', errorText(toBackendError(reason)));
    }
  }

  /** Reads the state again while every screen loads anew. */
  async reload(): Promise<void> {
    forgetAhead();
    this.version += 1;
    await this.load();
  }

  async #step(run: () => Promise<Outcome>, say: (label: StepLabel) => string): Promise<BackendError | null> {
    await Promise.allSettled(this.#running);
    try {
      const { step } = await run();
      await this.reload();
      if (step) toasts.show('notice', say(step));
      return null;
    } catch (reason) {
      return toBackendError(reason);
    }
  }

  #sayRefused(error: BackendError | null): void {
    if (error) toasts.show('error', errorText(error));
  }

  async #open(run: () => Promise<BookState>): Promise<void> {
    try {
      this.#accept(await run());
      this.failure = null;
      this.version += 1;
    } catch (reason) {
      toasts.show('error', errorText(toBackendError(reason)));
    }
  }

  #sayDone(text: string, { op, step }: StepLabel): void {
    if (!canBeUndone(op)) {
      toasts.show('done', text);
      return;
    }
    const id = toasts.show('done', text, {
      label: words().frame.undo,
      run: () => {
        toasts.dismiss(id);
        void this.undo(step);
      },
    });
  }

  #accept(state: BookState): void {
    this.state = state;
    setLanguage(state.preferences.language);
    applyPreferences(state.preferences);
  }
}

export const book = new Book();
