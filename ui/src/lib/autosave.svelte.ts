import { toBackendError, type BackendError } from '$lib/ipc/backend';

/** "dirty" waits for a pause in typing. */
export type SaveStatus = 'saved' | 'dirty' | 'saving' | 'failed';

/** What is being edited and where it goes. `key` tells one thing from another; `base` is what the core has now. */
export type Target<T> = { key: string; base: T; save: (value: T) => Promise<void> };

/** Values that could not be saved before their editor went away; they come back when it opens again. */
const rescued = new Map<string, unknown>();

/** Editors that are open, for the moment when the window closes. */
const open = new Set<{ flush(): Promise<boolean> }>();

/** Saves all that is being typed anywhere: in fields that save themselves, and in one that saves when it is left. */
export async function saveAll(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await Promise.all([...open].map((editor) => editor.flush()));
}

const PAUSE_MS = 1_200;

/**
 * One value that is saved by itself: after a pause, when the field is left, and before anything else is opened.
 * What the core answers never replaces what is being typed; it does replace what rests (undo, a newly composed text).
 */
export class Autosave<T> {
  value = $state.raw() as T;
  status = $state<SaveStatus>('saved');
  error = $state.raw<BackendError | null>(null);
  #target: Target<T>;
  #isSame: (left: T, right: T) => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<boolean> | null = null;

  constructor(target: Target<T>, isSame: (left: T, right: T) => boolean) {
    this.#target = target;
    this.#isSame = isSame;
    this.value = target.base;
    open.add(this);
    this.#rescue();
  }

  /** Call with every answer of the core, and with another target only after `flush` has succeeded. */
  open(target: Target<T>): void {
    const isOther = target.key !== this.#target.key;
    this.#target = target;
    if (isOther) {
      clearTimeout(this.#timer);
      this.#rest(target.base);
      this.#rescue();
      return;
    }
    if (this.status === 'saved' && !this.#isSame(this.value, target.base)) this.value = target.base;
  }

  type(value: T): void {
    this.value = value;
    if (this.status !== 'saving') this.status = 'dirty';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what is not saved yet. False if it could not be; the value stays as it was typed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#running !== null) await this.#running;
    if (this.status === 'saved') return true;
    this.#running = this.#save();
    try {
      return await this.#running;
    } finally {
      this.#running = null;
    }
  }

  /** Drops what was typed and takes what the core has. */
  drop(): void {
    clearTimeout(this.#timer);
    rescued.delete(this.#target.key);
    this.#rest(this.#target.base);
  }

  /** For an editor that goes away: saves, and keeps at hand what could not be saved. */
  close(): void {
    open.delete(this);
    const { key } = this.#target;
    const value = this.value;
    void this.flush().then((isSaved) => {
      if (!isSaved) rescued.set(key, value);
    });
  }

  async #save(): Promise<boolean> {
    const target = this.#target;
    const sent = this.value;
    if (this.#isSame(sent, target.base)) {
      this.#settle('saved', null);
      return true;
    }
    this.status = 'saving';
    try {
      await target.save(sent);
    } catch (reason) {
      this.#settle('failed', toBackendError(reason));
      return false;
    }
    if (this.#target.key === target.key && this.#target.base === target.base)
      this.#target = { ...this.#target, base: sent };
    const isNewer = this.#target.key === target.key && this.value !== sent;
    this.#settle(isNewer ? 'dirty' : 'saved', null);
    if (isNewer) this.type(this.value);
    return true;
  }

  #settle(status: SaveStatus, error: BackendError | null): void {
    this.status = status;
    this.error = error;
  }

  #rest(value: T): void {
    this.value = value;
    this.#settle('saved', null);
  }

  #rescue(): void {
    const { key } = this.#target;
    if (!rescued.has(key)) return;
    const value = rescued.get(key) as T;
    rescued.delete(key);
    this.type(value);
  }
}
