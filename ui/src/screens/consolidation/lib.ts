import { beginWithin } from '$lib/rows/first-view.svelte';
import { fold, formatNumber, hasWords } from '$lib/text';
import type { Words } from '$lib/words/vi';
import type {
  ConsolidationChanges,
  ConsolidationGroup,
  ConsolidationRow,
  ConsolidationUnit,
  Coverage,
  SinceFrozen,
} from '$lib/ipc/bindings';

export const SHOWN = ['all', 'reported', 'differing'] as const;
export type Shown = (typeof SHOWN)[number];

/** "812/968; 41 trễ; 3 đã sửa". */
export function coverageText(say: Words['consolidation'], coverage: Coverage, of = say.of): string {
  const said = [of(formatNumber(coverage.reported), formatNumber(coverage.expected))];
  if (coverage.late > 0) said.push(say.late(formatNumber(coverage.late)));
  if (coverage.corrected > 0) said.push(say.corrected(formatNumber(coverage.corrected)));
  return said.join('; ');
}

export const rowKey = ({ row }: ConsolidationRow): string =>
  row.split === '' ? row.indicator : `${row.indicator}/${row.split}`;

const isShownAs = ({ row, n_differences }: ConsolidationRow, shown: Shown): boolean => {
  switch (shown) {
    case 'all':
      return true;
    case 'reported':
      return row.period.state !== 'not_reported';
    case 'differing':
      return n_differences > 0;
  }
};

/** Heights of a row of one line and of the head of a group, in rem. */
export const ROW_REM = 1.875;
const HEAD_REM = 1.75;

/** How many groups begin within so many rem. */
export const groupsWithin = (groups: ConsolidationGroup[], height: number): number =>
  beginWithin(
    groups.map(({ rows }) => HEAD_REM + rows.length * ROW_REM),
    height,
  );

/** Lines that fit; of a split that fits the line of its indicator stays, and with an indicator that is found its splits. */
export function filterGroups(groups: ConsolidationGroup[], shown: Shown, text: string): ConsolidationGroup[] {
  const query = text.trim();
  const found = ({ row }: ConsolidationRow): boolean =>
    query === '' || hasWords(fold(`${row.label} ${row.indicator}`), query);
  return groups
    .map((group) => {
      const named = new Set(
        group.rows.filter((row) => row.row.split === '' && found(row)).map((row) => row.row.indicator),
      );
      const fits = (row: ConsolidationRow): boolean =>
        isShownAs(row, shown) && (named.has(row.row.indicator) || found(row));
      const kept = new Set(group.rows.filter(fits).map((row) => row.row.indicator));
      return {
        ...group,
        rows: group.rows.filter((row) => fits(row) || (row.row.split === '' && kept.has(row.row.indicator))),
      };
    })
    .filter((group) => group.rows.length > 0);
}

export function countShown(groups: ConsolidationGroup[]): Record<Shown, number> {
  const rows = groups.flatMap((group) => group.rows);
  const count = (shown: Shown): number => rows.filter((row) => isShownAs(row, shown)).length;
  return { all: count('all'), reported: count('reported'), differing: count('differing') };
}

export const UNITS_SHOWN = ['figures', 'silent', 'differing'] as const;
export type UnitsShown = (typeof UNITS_SHOWN)[number];

export function isUnitShownAs(unit: ConsolidationUnit, shown: UnitsShown): boolean {
  switch (shown) {
    case 'figures':
      return unit.own.state !== 'not_reported' || unit.stated !== null;
    case 'silent':
      return unit.is_expected && unit.own.state === 'not_reported' && unit.stated === null;
    case 'differing':
      return unit.differs;
  }
}

export const countChanges = ({ units }: ConsolidationChanges): Record<SinceFrozen, number> => {
  const counts = { came: 0, corrected: 0, left: 0 };
  for (const { change } of units) counts[change] += 1;
  return counts;
};
