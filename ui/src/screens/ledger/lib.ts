import type { LedgerDirection, LedgerEntry, LedgerFilter, LedgerKind } from '$lib/ipc/bindings';
import { fold } from '$lib/text';

/** All lines. */
export const NO_FILTER: LedgerFilter = {
  direction: null,
  kind: null,
  unit: null,
  phase: null,
  from: null,
  until: null,
  words: '',
};

export const DIRECTIONS: readonly LedgerDirection[] = ['sent', 'received'];
export const KINDS: readonly LedgerKind[] = ['campaign', 'report', 'form', 'return', 'receipt', 'forwarded'];

/** So many more lines at a time. */
export const STEP = 200;

/** The lines that a filter asks for, while one types: the program is asked only for the table of Excel. */
export function narrowed(entries: LedgerEntry[], filter: LedgerFilter): LedgerEntry[] {
  const wanted = fold(filter.words).split(' ').filter(Boolean);
  return entries.filter((entry) => {
    const isKind =
      (filter.direction === null || entry.direction === filter.direction) &&
      (filter.kind === null || entry.kind === filter.kind) &&
      (filter.phase === null || entry.phase === filter.phase);
    if (!isKind) return false;
    const line = fold(`${entry.unit_name} ${entry.file_name} ${entry.note}`);
    return wanted.every((word) => line.includes(word));
  });
}

/** "AB12-CD34": what people compare of a file. */
export const shortHash = (sha256: string): string =>
  sha256 === '' ? '' : `${sha256.slice(0, 4)}-${sha256.slice(4, 8)}`.toUpperCase();
