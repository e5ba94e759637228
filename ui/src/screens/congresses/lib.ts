import type { CongressRow } from '$lib/ipc/bindings';
import { fold, hasWords } from '$lib/text';

export const SHOWN = ['open', 'late', 'unplanned', 'held', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

const isHeld = (row: CongressRow): boolean => row.congress.held_on !== null;

const takes: Record<Shown, (row: CongressRow) => boolean> = {
  open: (row) => !isHeld(row),
  late: (row) => row.days_late !== null || row.is_planned_late,
  unplanned: (row) => !isHeld(row) && row.congress.planned_on === null,
  held: isHeld,
  all: () => true,
};

/** How many rows each filter shows. Units that hold no congress under this plan are in none. */
export function counts(rows: CongressRow[]): Record<Shown, number> {
  const of = (shown: Shown): number => rows.filter(takes[shown]).length;
  return { open: of('open'), late: of('late'), unplanned: of('unplanned'), held: of('held'), all: of('all') };
}

/** The rows of a filter whose names match what was typed, with marks or without. */
export function narrow(rows: CongressRow[], shown: Shown, text: string): CongressRow[] {
  const query = text.trim();
  return rows.filter((row) => takes[shown](row) && (query === '' || hasWords(fold(row.name), query)));
}

/** Reads a number of delegates as officials write it: "1.200", "45", nothing. `undefined` if it is none. */
export function readDelegates(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(text)) return undefined;
  const number = Number(text.replaceAll('.', ''));
  return number <= 5000 ? number : undefined;
}
