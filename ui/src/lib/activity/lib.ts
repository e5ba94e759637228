import type { IsoDate } from '$lib/date';
import { formatNumber } from '$lib/text';
import type {
  ActivityDetail,
  Checklist,
  ChecklistItem,
  FigureCell,
  FigureRow,
  FigureTable,
  OwnActivity,
  ProgressState,
} from '$lib/ipc/bindings';

/** The states, in the order of the control. */
export const STATES: readonly ProgressState[] = ['not_started', 'doing', 'done', 'not_applicable'];

/** What the dialog for an activity of our own holds while it is being filled in. */
export interface OwnDraft {
  attachedTo: string | null;
  title: string;
  explanation: string;
  forms: string[];
  starts: IsoDate | null;
  due: IsoDate | null;
}

export type OwnProblem = 'needAttached' | 'needTitle' | 'needStarts' | 'needDue' | 'outOfOrder';

/** What the dialog begins with: the activity as it is, or the dates of the one that the new one is attached to. */
export function ownDraft(checklist: Checklist, attachedTo: string | null, detail?: ActivityDetail): OwnDraft {
  if (detail) {
    const { title, forms, starts_on, due_on } = detail.item;
    return { attachedTo, title, explanation: detail.explanation, forms: [...forms], starts: starts_on, due: due_on };
  }
  const parent = planItems(checklist).find((item) => item.code === attachedTo);
  return {
    attachedTo: parent?.code ?? null,
    title: '',
    explanation: '',
    forms: [],
    starts: parent?.starts_on ?? null,
    due: parent?.due_on ?? null,
  };
}

/** The activity as the core takes it, or what is missing: everything at once, so that nobody mends one by one. */
export function readOwnDraft(draft: OwnDraft): { activity: OwnActivity | null; problems: OwnProblem[] } {
  const { attachedTo, starts, due } = draft;
  const title = draft.title.trim();
  const problems: OwnProblem[] = [];
  if (attachedTo === null) problems.push('needAttached');
  if (title === '') problems.push('needTitle');
  if (starts === null) problems.push('needStarts');
  if (due === null) problems.push('needDue');
  if (starts !== null && due !== null && due < starts) problems.push('outOfOrder');
  if (problems.length > 0 || attachedTo === null || starts === null || due === null)
    return { activity: null, problems };
  return {
    activity: {
      attached_to: attachedTo,
      title,
      explanation: draft.explanation.trim(),
      forms: draft.forms,
      starts_on: starts,
      due_on: due,
    },
    problems,
  };
}

/** Activities of the plan that one of our own can be attached to. */
export const planItems = (checklist: Checklist): ChecklistItem[] => checklist.items.filter((item) => !item.is_own);

const STEP = 1024;
const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** "3,4 MB": as the file manager of the PC says it, with a comma. */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  const rounded = unit === 0 || size >= 10 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${formatNumber(rounded)} ${UNITS[unit] ?? 'B'}`;
}

/** Indicators of the phase that the activity does not show yet, each with its splits; percentages follow from others. */
export function otherFigures(table: FigureTable, shown: FigureRow[]): FigureRow[][] {
  const there = new Set(shown.map((row) => row.indicator));
  const rows = table.groups.flatMap((group) => group.rows);
  return rows
    .filter((row) => row.split === '' && !there.has(row.indicator))
    .map((row) => rows.filter((one) => one.indicator === row.indicator))
    .filter((lines) => lines.some((row) => row.is_editable));
}

export const figureKey = (row: Pick<FigureRow, 'indicator' | 'split'>): string => `${row.indicator}/${row.split}`;

const EMPTY: FigureCell = { state: 'not_reported', value: null, text: '', is_estimate: false };

/** A row of the phase as an empty row of an activity. */
export const emptyRow = (row: FigureRow): FigureRow => ({ ...row, entered: EMPTY, period: EMPTY });

/** What is shown of figures: what the core knows, then what was chosen here and has no value yet. */
export function figureRows(detail: ActivityDetail, added: FigureRow[]): FigureRow[] {
  const there = new Set(detail.figures.map(figureKey));
  return [...detail.figures, ...added.filter((row) => !there.has(figureKey(row))).map(emptyRow)];
}
