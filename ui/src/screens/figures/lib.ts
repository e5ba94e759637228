import { beginWithin } from '$lib/rows/first-view.svelte';
import { fold, hasWords } from '$lib/text';
import type { FigureGroup, FigureRow, FigureTable } from '$lib/ipc/bindings';

export interface FigureFilter {
  text: string;
  onlyNotReported: boolean;
}

/** Names one place of the table. */
export const rowKey = (row: Pick<FigureRow, 'indicator' | 'split'>): string => `${row.indicator}/${row.split}`;

/** An indicator that is asked for and about which nobody has said anything: not a percentage, which follows from others. */
export const isNotReported = (rows: FigureRow[], row: FigureRow): boolean =>
  row.split === '' && row.period.state === 'not_reported' && (row.is_editable || isTotal(rows, row));

/**
 * Groups with the rows that match. An indicator brings its splits along and a split its indicator, so that a number never
 * stands without its name. Indicators in `touched` stay although they are reported by now: a line must not vanish under
 * the hand.
 */
export function filterGroups(groups: FigureGroup[], filter: FigureFilter, touched: ReadonlySet<string>): FigureGroup[] {
  const query = filter.text.trim();
  const isFound = (row: FigureRow): boolean => query === '' || hasWords(fold(`${row.label} ${row.indicator}`), query);
  return groups
    .map((group) => {
      const wanted = group.rows.filter((row) => isNotReported(group.rows, row)).map((row) => row.indicator);
      const isAsked = (row: FigureRow): boolean =>
        !filter.onlyNotReported || wanted.includes(row.indicator) || touched.has(row.indicator);
      const found = group.rows.filter((row) => isAsked(row) && isFound(row));
      const whole = new Set(found.filter((row) => row.split === '').map((row) => row.indicator));
      const parts = new Set(found.map((row) => row.indicator));
      const rows = group.rows.filter((row) =>
        row.split === '' ? parts.has(row.indicator) : whole.has(row.indicator) || found.includes(row),
      );
      return { ...group, rows };
    })
    .filter((group) => group.rows.length > 0);
}

/** Keys of the rows that can be typed into, in the order of the screen. */
export const editableKeys = (groups: FigureGroup[]): string[] =>
  groups.flatMap((group) => group.rows.filter((row) => row.is_editable).map(rowKey));

/** Heights in rem of a row that is typed, of one that is reckoned, and of the head of a group. */
const [TYPED, RECKONED, HEAD] = [2.125, 1.5625, 1.75];

/** How many of the groups begin within a height (in rem). */
export function groupsWithin(groups: FigureGroup[], height: number): number {
  const heightOf = ({ rows }: FigureGroup): number =>
    HEAD + rows.reduce((sum, row) => sum + (row.is_editable ? TYPED : RECKONED), 0);
  return beginWithin(groups.map(heightOf), height);
}

/** The place above or below; `null` at the edge. */
export function neighbour(keys: string[], key: string, step: 1 | -1): string | null {
  const at = keys.indexOf(key);
  return at < 0 ? null : (keys[at + step] ?? null);
}

/** True for the line of an indicator that is the sum of its splits. */
export const isTotal = (rows: FigureRow[], row: FigureRow): boolean =>
  row.split === '' && !row.is_editable && rows.some((other) => other.indicator === row.indicator && other.split !== '');

/** Nothing is typed here, but activities brought a figure: "chưa báo cáo" would be untrue. */
export const isKnownOtherwise = (row: FigureRow): boolean =>
  row.entered.state === 'not_reported' && row.period.state !== 'not_reported';

/** Indicators about which nobody has said anything. */
export const countNotReported = (table: FigureTable): number =>
  table.groups.reduce((sum, { rows }) => sum + rows.filter((row) => isNotReported(rows, row)).length, 0);

/** A new answer with the rows of the one before wherever they say the same, so that only what has changed is drawn anew. */
export function keepRows(before: FigureTable | null, now: FigureTable | null): FigureTable | null {
  if (before === null || now === null) return now;
  const known = new Map(before.groups.flatMap(({ rows }) => rows.map((row) => [rowKey(row), row])));
  const kept = (row: FigureRow): FigureRow => {
    const old = known.get(rowKey(row));
    return old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  };
  return { ...now, groups: now.groups.map((group) => ({ ...group, rows: group.rows.map(kept) })) };
}
