import { call, toBackendError, type BackendError } from '$lib/ipc/backend';
import type { ImportCandidate, ImportChoices, ImportPreview, UnitId } from '$lib/ipc/bindings';
import { book } from '$lib/book.svelte';
import { asBest, keepsDecisions, rememberDoubts } from './lib';

/** A list that is being looked at: how it is to be read, and what it would then do. Nothing is written before `accept`. */
export class ImportDesk {
  choices = $state.raw<ImportChoices>(asBest());
  preview = $state.raw<ImportPreview | null>(null);
  error = $state.raw<BackendError | null>(null);
  isReading = $state(false);
  /** Lines that were doubtful, decided or not, with what they may be. */
  doubts = $state.raw<ReadonlyMap<number, ImportCandidate[]>>(new Map());
  readonly #path: string;
  #newest = 0;

  constructor(path: string) {
    this.#path = path;
    void this.read();
  }

  /** What was decided, by row. */
  get decisions(): ReadonlyMap<number, UnitId | null> {
    return new Map(this.choices.decisions);
  }

  /** Reads the list in another way. */
  async choose(change: Partial<ImportChoices>): Promise<void> {
    const decisions = keepsDecisions(change) ? this.choices.decisions : [];
    if (decisions.length === 0) this.doubts = new Map();
    this.choices = { ...this.choices, decisions, ...change };
    await this.read();
  }

  /** A doubtful line is a known unit, or (`null`) a new one. */
  async decide(row: number, unit: UnitId | null): Promise<void> {
    const others = this.choices.decisions.filter(([one]) => one !== row);
    this.choices = { ...this.choices, decisions: [...others, [row, unit]] };
    await this.read();
  }

  async read(): Promise<void> {
    const turn = ++this.#newest;
    this.isReading = true;
    try {
      const preview = await call('preview_units', { path: this.#path, choices: this.choices, on: null });
      if (turn !== this.#newest) return;
      this.doubts = rememberDoubts(this.doubts, preview);
      this.preview = preview;
      this.error = null;
    } catch (reason) {
      if (turn !== this.#newest) return;
      this.error = toBackendError(reason);
    }
    this.isReading = false;
  }

  /** Takes the list in as it was previewed; true if it went well. */
  async accept(): Promise<boolean> {
    const sha256 = this.preview?.sha256 ?? null;
    const choices = { ...this.choices, sha256 };
    this.isReading = true;
    const error = await book.tryChange(() => call('import_units', { path: this.#path, choices, on: null }));
    this.isReading = false;
    this.error = error;
    return error === null;
  }
}
