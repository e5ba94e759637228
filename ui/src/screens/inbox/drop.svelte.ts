import { book } from '$lib/book.svelte';
import { call, toBackendError, type BackendError } from '$lib/ipc/backend';
import type { Inbox, InboxFile } from '$lib/ipc/bindings';
import { toggled } from '$lib/rows/lines';
import { choiceOf, isTaken, undecided, type Decisions } from './lib';

/** What was dropped, and what was decided about it. It stays while one looks at another screen. */
class Drop {
  paths = $state.raw<string[]>([]);
  inbox = $state.raw<Inbox | null>(null);
  error = $state.raw<BackendError | null>(null);
  isLooking = $state(false);
  isAccepting = $state(false);
  decided = $state.raw<Decisions>(undecided());

  get files(): InboxFile[] {
    return this.inbox?.files ?? [];
  }
  get nTaken(): number {
    return this.files.filter((file) => isTaken(file, this.decided)).length;
  }

  async look(paths: string[]): Promise<void> {
    this.paths = paths;
    this.decided = undecided();
    this.inbox = null;
    await this.again();
  }

  /** Looks once more: something was accepted or taken back. */
  async again(): Promise<void> {
    if (this.paths.length === 0) return;
    const paths = this.paths;
    this.isLooking = true;
    try {
      const inbox = await call('preview_files', { paths });
      if (paths !== this.paths) return;
      this.inbox = inbox;
      this.error = null;
    } catch (reason) {
      if (paths === this.paths) this.error = toBackendError(reason);
    } finally {
      this.isLooking = false;
    }
  }

  forget(): void {
    this.paths = [];
    this.inbox = null;
    this.error = null;
    this.decided = undecided();
  }

  async accept(): Promise<void> {
    const { inbox, paths } = this;
    if (inbox === null) return;
    const choice = choiceOf(inbox.files, inbox.digest, this.decided);
    this.isAccepting = true;
    // The screen looks again once the book has changed.
    if (await book.change(() => call('accept_files', { paths, choice }))) this.decided = undecided();
    this.isAccepting = false;
  }

  /** Takes the file or leaves it, as far as that is to be decided with one key. */
  toggle(file: InboxFile): void {
    const { decided } = this;
    switch (file.fate) {
      case 'new':
      case 'newer':
      case 'older':
        this.decided = { ...decided, skipped: toggled(decided.skipped, file.id) };
        break;
      case 'draft':
        this.decided = { ...decided, drafts: toggled(decided.drafts, file.id) };
        break;
      default:
        break;
    }
  }
  confirm(file: InboxFile): void {
    this.decided = { ...this.decided, confirmed: toggled(this.decided.confirmed, file.id) };
  }
  assign(files: readonly { id: string; unit: number | null }[]): void {
    const units = new Map(this.decided.units);
    for (const { id, unit } of files) {
      if (unit === null) units.delete(id);
      else units.set(id, unit);
    }
    this.decided = { ...this.decided, units };
  }
}

export const drop = new Drop();
