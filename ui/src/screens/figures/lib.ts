import { fold, hasWords } from '$lib/text';
import type { FigureGroup, FigureRow, FigureTable } from '$lib/ipc/bindings';

export interface FigureFilter {
  text: string;
  onlyNotReported: boolean;
}

/** Names one place of the table. */
export const rowKey = (row: Pick<FigureRow, 'indicator' | 'split'>): string => `${row.indicator}/${row.split}`;

/** Nobody has said anything about it: neither here nor in an activity. A reckoned line never asks for anything. */
export const isNotReported = (row: FigureRow): boolean => row.is_editable && row.period.state === 'not_reported';

/**
 * Groups with the rows that match. An indicator brings its splits along and a split its indicator, so that a number never
 * stands without its name. `touched` rows stay although they are reported by now: a line must not vanish under the hand.
 */
export function filterGroups(groups: FigureGroup[], filter: FigureFilter, touched: ReadonlySet<string>): FigureGroup[] {
  const query = filter.text.trim();
  const matches = (row: FigureRow): boolean =>
    (query === '' || hasWords(fold(`${row.label} ${row.indicator}`), query)) &&
    (!filter.onlyNotReported || isNotReported(row) || touched.has(rowKey(row)));
  return groups
    .map((group) => {
      const found = group.rows.filter(matches);
      const whole = new Set(found.filter((row) => row.split === '').map((row) => row.indicator));
      const parts = new Set(found.map((row) => row.indicator));
      const rows = group.rows.filter((row) =>
        row.split === ''
          ? parts.has(row.indicator)
          : found.includes(row) || (whole.has(row.indicator) && !filter.onlyNotReported),
      );
      return { ...group, rows };
    })
    .filter((group) => group.rows.length > 0);
}

/** Keys of the rows that can be typed into, in the order of the screen. */
export const editableKeys = (groups: FigureGroup[]): string[] =>
  groups.flatMap((group) => group.rows.filter((row) => row.is_editable).map(rowKey));

/** The place above or below; `null` at the edge. */
export function neighbour(keys: string[], key: string, step: 1 | -1): string | null {
  const at = keys.indexOf(key);
  return at < 0 ? null : (keys[at + step] ?? null);
}

/** Name for a reader that hears one line only: a split is told with its indicator. */
export function fullLabel(rows: FigureRow[], row: FigureRow): string {
  if (row.split === '') return row.label;
  const parent = rows.find((other) => other.indicator === row.indicator && other.split === '');
  return parent ? `${parent.label}: ${row.label}` : row.label;
}

/** True for the line of an indicator that is the sum of its splits. */
export const isTotal = (rows: FigureRow[], row: FigureRow): boolean =>
  row.split === '' && !row.is_editable && rows.some((other) => other.indicator === row.indicator && other.split !== '');

/** Places about which nobody has said anything. */
export const countNotReported = (table: FigureTable): number =>
  table.groups.flatMap((group) => group.rows).filter(isNotReported).length;
