import { canBeUndone } from '$lib/book.svelte';
import { dmyTime } from '$lib/date';
import type { HistoryEntry } from '$lib/ipc/bindings';

/** So many changes at a time. */
export const STEP = 200;

/** Entries of one day, as the PC counts days. */
export type HistoryDay = { date: string; entries: HistoryEntry[] };

const dateOf = (entry: HistoryEntry): string => dmyTime(entry.at).slice(0, 10);
export const timeOf = (entry: HistoryEntry): string => dmyTime(entry.at).slice(11);

/** The log day by day, in the order in which it came: the newest first. */
export function historyDays(entries: HistoryEntry[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const entry of entries) {
    const date = dateOf(entry);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}

/** A change that stands can be taken back, but not the set-up; an undo is taken back by doing the change again. */
export const canTakeBack = (entry: HistoryEntry): boolean =>
  entry.kind === 'do' && !entry.is_undone && canBeUndone(entry.label.op);

/** Several entries may speak of the same change: the key of a line is its place in the log. */
export const lineKey = (entry: HistoryEntry): string => `${entry.label.step}-${entry.kind}-${entry.at}`;
