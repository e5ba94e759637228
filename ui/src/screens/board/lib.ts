import { foldedOnce, formatNumber, hasWords, percent } from '$lib/text';
import type { Board, BoardCell, BoardColumn, BoardRow, ReportRate } from '$lib/ipc/bindings';
import type { Words } from '$lib/words/vi';

export const SHOWN = ['all', 'low', 'late'] as const;
export type Shown = (typeof SHOWN)[number];
const LOW = 50;

/** What the lines are sorted by: the name, all phases together, a column, or the reports of a phase. */
export type SortKey = 'name' | 'overall' | `cell-${number}` | `report-${number}`;
export type Sort = { key: SortKey; descending: boolean };

export interface View {
  shown: Shown;
  text: string;
  sort: Sort | null;
  /** All units in one list, without the tree. */
  isFlat: boolean;
  /** Units that are folded. */
  closed: ReadonlySet<number>;
}

/** A unit with its place in the tree, made once for each answer of the core. */
export interface Node {
  row: BoardRow;
  overall: BoardCell;
  children: Node[];
  parent: Node | null;
}

export interface Line {
  node: Node;
  depth: number;
  hasBelow: boolean;
  isOpen: boolean;
}

/** Activities of all phases that have begun, together. */
export function overallOf(row: BoardRow, columns: BoardColumn[]): BoardCell {
  const total = { done: 0, applicable: 0 };
  columns.forEach((column, at) => {
    const cell = row.cells[at];
    if (column.stage !== '' || !column.is_open || !cell) return;
    total.done += cell.done;
    total.applicable += cell.applicable;
  });
  return total;
}

/** The roots of the tree; every row stands after the one above it. */
export function treeOf(board: Board): Node[] {
  const nodes = new Map<number, Node>();
  const roots: Node[] = [];
  for (const row of board.rows) {
    const parent = row.parent === null ? null : (nodes.get(row.parent) ?? null);
    const node = { row, overall: overallOf(row, board.columns), children: [], parent };
    nodes.set(row.unit, node);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

const share = ({ done, applicable }: BoardCell): number => (applicable === 0 ? -1 : done / applicable);
const shareThere = (rate: ReportRate | undefined): number =>
  !rate || rate.expected === 0 ? -1 : (rate.on_time + rate.late) / rate.expected;

const collator = new Intl.Collator('vi', { numeric: true });

function compare(a: Node, b: Node, { key, descending }: Sort): number {
  const sign = descending ? -1 : 1;
  if (key === 'name') return sign * collator.compare(a.row.name, b.row.name);
  const value = (node: Node): number => {
    if (key === 'overall') return share(node.overall);
    const [kind, at] = key.split('-');
    return kind === 'cell'
      ? share(node.row.cells[Number(at)] ?? { done: 0, applicable: 0 })
      : shareThere(node.row.reports[Number(at)]);
  };
  return sign * (value(a) - value(b));
}

const foldedName = foldedOnce(({ name }: BoardRow) => name);

function matches({ overall, row }: Node, { shown, text }: View): boolean {
  const isShown =
    shown === 'all' ||
    (shown === 'late' ? row.has_late : overall.applicable > 0 && percent(overall.done, overall.applicable) < LOW);
  return isShown && (text.trim() === '' || hasWords(foldedName(row), text.trim()));
}

const isNarrowed = ({ shown, text }: View): boolean => shown !== 'all' || text.trim() !== '';

const countOf = (nodes: Node[]): number => nodes.reduce((sum, { children }) => sum + 1 + countOf(children), 0);

/** The lines to show. Narrowed, the tree shows what matches with everything above it, unfolded. */
export function linesOf(roots: Node[], view: View): { lines: Line[]; matching: number } {
  const lines: Line[] = [];
  const { sort } = view;
  const sorted = (nodes: Node[]): Node[] => (sort ? [...nodes].sort((a, b) => compare(a, b, sort)) : nodes);
  if (view.isFlat) {
    const all: Node[] = [];
    const collect = (node: Node): void => {
      if (matches(node, view)) all.push(node);
      node.children.forEach(collect);
    };
    roots.forEach(collect);
    lines.push(...sorted(all).map((node) => ({ node, depth: 0, hasBelow: false, isOpen: false })));
    return { lines, matching: all.length };
  }
  const narrowed = isNarrowed(view);
  const kept = new Set<Node>();
  let matching = 0;
  const keep = (node: Node): boolean => {
    const isMatch = matches(node, view);
    if (isMatch) matching += 1;
    // Every child is asked, so that all of them are counted.
    const isAbove = node.children.map(keep).includes(true);
    if (isMatch || isAbove) kept.add(node);
    return isMatch || isAbove;
  };
  if (narrowed) roots.forEach(keep);
  const isKept = (node: Node): boolean => !narrowed || kept.has(node);
  const walk = (nodes: Node[], depth: number): void => {
    for (const node of sorted(narrowed ? nodes.filter(isKept) : nodes)) {
      const hasBelow = node.children.some(isKept);
      const isOpen = hasBelow && (narrowed || !view.closed.has(node.row.unit));
      lines.push({ node, depth, hasBelow, isOpen });
      if (isOpen) walk(node.children, depth + 1);
    }
  };
  walk(roots, 0);
  return { lines, matching: narrowed ? matching : countOf(roots) };
}

/** Units that have others below them: what "fold all" folds. */
export function unitsWithBelow(roots: Node[]): number[] {
  const found: number[] = [];
  const visit = (node: Node): void => {
    if (node.children.length > 0) found.push(node.row.unit);
    node.children.forEach(visit);
  };
  roots.forEach(visit);
  return found;
}

/** Place of the line above which a line stands in the tree; -1 for none. */
export function parentLine(lines: Line[], at: number): number {
  const depth = lines[at]?.depth ?? 0;
  for (let before = at - 1; before >= 0; before -= 1) if ((lines[before]?.depth ?? 0) < depth) return before;
  return -1;
}

/** The step of the heat map: six of them, and none where nothing applies. */
export function heatOf({ done, applicable }: BoardCell): string {
  if (applicable === 0) return 'none';
  const value = percent(done, applicable);
  // 999 of 1.000 is not all.
  if (done === applicable) return 'h5';
  return value < 20 ? 'h0' : value < 50 ? 'h1' : value < 70 ? 'h2' : value < 90 ? 'h3' : 'h4';
}

/** Whole percent; less than all is never 100. */
export const percentOf = ({ done, applicable }: BoardCell): number => percent(done, applicable);

export type ReportStanding = 'on_time' | 'late' | 'overdue' | 'not_yet' | 'none' | 'unexpected';

/** Where the one report of a unit stands that has no others below it. */
export function standingOf(rate: ReportRate): ReportStanding {
  if (rate.expected === 0) return rate.unexpected > 0 ? 'unexpected' : 'none';
  if (rate.on_time > 0) return 'on_time';
  if (rate.late > 0) return 'late';
  return rate.overdue > 0 ? 'overdue' : 'not_yet';
}

/** A cell as it is drawn. */
export type Drawn = { look: string; text: string; title: string };
/** A column as its cells need it. */
export type Head = { title: string; isOpen: boolean; look: string };
type BoardWords = Words['board'];

/** The columns of a board, all phases together first. */
export function headsOf({ columns, phases }: Pick<Board, 'columns' | 'phases'>, say: BoardWords): Head[] {
  const nameOf = (code: string): string => phases.find((phase) => phase.code === code)?.name ?? code;
  const whole = { title: say.overall, isOpen: columns.some((column) => column.is_open), look: 'overall' };
  const others = columns.map(({ phase, stage, title, is_open: isOpen }) =>
    stage === '' ? { title, isOpen, look: 'first' } : { title: `${nameOf(phase)} – ${title}`, isOpen, look: '' },
  );
  return [whole, ...others];
}

/** A cell of the heat map. */
export function heatCell(cell: BoardCell, { title, isOpen, look }: Head, say: BoardWords): Drawn {
  if (!isOpen) return { look: `hatched ${look}`, text: '', title: say.cellNotOpen(title) };
  if (cell.applicable === 0) return { look: `none ${look}`, text: '–', title: say.cellNone(title) };
  const says = say.cell(title, formatNumber(cell.done), formatNumber(cell.applicable), percentOf(cell));
  return { look: `num ${heatOf(cell)} ${look}`, text: String(percentOf(cell)), title: says };
}

/** The report of a phase: of a unit alone where it stands, of one with others below it how many are there, and late ones. */
export function reportCell(
  rate: ReportRate,
  { phase, daysLate, isAlone }: { phase: string; daysLate: number | null; isAlone: boolean },
  say: BoardWords,
): Drawn & { late: string } {
  if (isAlone) {
    const standing = standingOf(rate);
    const text = reportText(standing, daysLate, say);
    const title = `${say.reportOf(phase)}: ${standing === 'none' ? say.report.none : text}`;
    return { look: standing, text, title, late: '' };
  }
  const n = formatNumber;
  const [there, late] = [rate.on_time + rate.late, rate.late + rate.overdue];
  const all = [there, rate.expected, rate.on_time, rate.late, rate.not_yet, rate.overdue] as const;
  const [of, ...numbers] = all.map(n) as [string, string, string, string, string, string];
  const title = say.rate(phase, of, ...numbers);
  if (rate.expected === 0) return { look: 'none', text: '–', title, late: '' };
  const look = rate.not_yet === 0 ? 'num full' : 'num';
  return { look, text: `${n(there)}/${n(rate.expected)}`, title, late: late > 0 ? n(late) : '' };
}

/** The words for where a report stands; a dash for one that is not expected. */
export const reportText = (standing: ReportStanding, daysLate: number | null, say: BoardWords): string =>
  ({
    on_time: say.report.onTime,
    late: say.report.late(daysLate),
    overdue: say.report.overdue(daysLate),
    not_yet: say.report.notYet,
    none: '–',
    unexpected: say.report.unexpected,
  })[standing];

/** A column is sorted downwards first, then upwards, then no longer; a name the other way round. */
export function nextSort(sort: Sort | null, key: SortKey): Sort | null {
  const first = key !== 'name';
  if (sort?.key !== key) return { key, descending: first };
  return sort.descending === first ? { key, descending: !first } : null;
}

/** Headings of the phases: each over its columns. */
export function phaseSpans(board: Board): { code: string; name: string; columns: number }[] {
  const spans: { code: string; name: string; columns: number }[] = [];
  for (const column of board.columns) {
    const last = spans.at(-1);
    if (last?.code === column.phase) last.columns += 1;
    else {
      const name = board.phases.find((phase) => phase.code === column.phase)?.name ?? column.phase;
      spans.push({ code: column.phase, name, columns: 1 });
    }
  }
  return spans;
}
