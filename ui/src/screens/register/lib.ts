import { foldedOnce, hasWords } from '$lib/text';
import type { LateBy, Receipt, Register, RegisterRow, ReportRate, UnitLevel } from '$lib/ipc/bindings';

export const SHOWN = ['all', 'overdue', 'late', 'missing', 'returned', 'there', 'not_expected'] as const;
export type Shown = (typeof SHOWN)[number];

export const isShownFilter = (text: string | null): text is Shown =>
  text !== null && (SHOWN as readonly string[]).includes(text);

/** There, and says something. */
export const isThere = (row: RegisterRow): boolean =>
  (row.state === 'received' || row.state === 'accepted') && row.has_content;
export const isOverdue = (row: RegisterRow): boolean => row.punctuality === 'not_yet' && row.days_late !== null;

export function isShownAs(row: RegisterRow, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'overdue':
      return isOverdue(row);
    case 'late':
      return row.punctuality === 'late';
    case 'missing':
      return row.punctuality === 'not_yet';
    case 'returned':
      return row.state === 'returned';
    case 'there':
      return isThere(row);
    case 'not_expected':
      return !row.is_expected;
  }
}

const foldedRow = foldedOnce(({ name, note }: RegisterRow) => `${name} ${note}`);

export function filterRows(rows: RegisterRow[], shown: Shown, text: string): RegisterRow[] {
  const query = text.trim();
  return rows.filter((row) => isShownAs(row, shown) && (query === '' || hasWords(foldedRow(row), query)));
}

export function countShown(rows: RegisterRow[]): Record<Shown, number> {
  const counts = { all: 0, overdue: 0, late: 0, missing: 0, returned: 0, there: 0, not_expected: 0 };
  for (const row of rows) for (const shown of SHOWN) if (isShownAs(row, shown)) counts[shown] += 1;
  return counts;
}

/** One line of the summary: a unit that has others below it, or what stands alone. */
export interface Node {
  /** `null` for the units that stand directly below ours and have none below them. */
  row: RegisterRow | null;
  rate: ReportRate;
}

const NO_RATE: ReportRate = { expected: 0, on_time: 0, late: 0, not_yet: 0, overdue: 0, unexpected: 0 };

const plus = (a: ReportRate, b: ReportRate): ReportRate => ({
  expected: a.expected + b.expected,
  on_time: a.on_time + b.on_time,
  late: a.late + b.late,
  not_yet: a.not_yet + b.not_yet,
  overdue: a.overdue + b.overdue,
  unexpected: a.unexpected + b.unexpected,
});

/** Every unit with others below it, and the rest in one line: the lines of the highest level add up to the total. */
export function nodesOf(register: Register): Node[] {
  const parents = new Set(register.rows.map((row) => row.parent));
  const nodes: Node[] = register.rows.filter((row) => parents.has(row.unit)).map((row) => ({ row, rate: row.rate }));
  const alone = register.rows.filter((row) => row.parent === null && !parents.has(row.unit));
  if (alone.length > 0) nodes.push({ row: null, rate: alone.map((row) => row.rate).reduce(plus, NO_RATE) });
  return nodes;
}

/** From `anchor` to `to`, in whichever order they stand. */
export function unitsBetween(units: number[], anchor: number, to: number): number[] {
  const [a, b] = [units.indexOf(anchor), units.indexOf(to)];
  if (a < 0 || b < 0) return b < 0 ? [] : [to];
  return units.slice(Math.min(a, b), Math.max(a, b) + 1);
}

export function toggled(selected: ReadonlySet<number>, unit: number): Set<number> {
  const next = new Set(selected);
  if (!next.delete(unit)) next.add(unit);
  return next;
}

/** What the dialog begins with: what is known of a single unit, else a report that came today. */
export function receiptFor(rows: RegisterRow[], today: string): Receipt {
  const [row] = rows;
  if (rows.length === 1 && row && row.state !== 'missing') {
    const { state, signed_on, sent_on, received_on, has_content, note } = row;
    return { state, signed_on, sent_on, received_on, channel: row.channel ?? 'word', has_content, note };
  }
  const note = rows.length === 1 && row ? row.note : '';
  return {
    state: 'received',
    signed_on: null,
    sent_on: null,
    received_on: today,
    channel: 'word',
    has_content: true,
    note,
  };
}

/** From the highest level down. */
export const LEVELS: readonly UnitLevel[] = [
  'province',
  'district',
  'sector',
  'public_employees',
  'commune',
  'direct_grassroots',
  'grassroots',
  'occupational_union',
];

/** The levels of these units, from the highest down. */
export function levelsOf(rows: RegisterRow[]): UnitLevel[] {
  const present = new Set(rows.map((row) => row.level));
  return LEVELS.filter((level) => present.has(level));
}

/** The days of a report in the order in which they come. */
export const DAYS: readonly LateBy[] = ['signed', 'sent', 'received'];
