import type {
  ImportCandidate,
  ImportChoices,
  ImportFate,
  ImportField,
  ImportLine,
  ImportPreview,
  UnitId,
} from '$lib/ipc/bindings';
import { fold, hasWords } from '$lib/text';

export const STEPS = ['file', 'columns', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const FIELDS: ImportField[] = [
  'name',
  'code',
  'parent',
  'kind',
  'members',
  'sector',
  'page',
  'followed_by',
  'contact_title',
  'phone',
  'email',
  'ignored',
];
export const SHOWN = ['all', 'new', 'changed', 'doubtful', 'refused', 'unchanged', 'problems'] as const;
export type Shown = (typeof SHOWN)[number];

/** Whether a file that was dropped may be a list. */
export const isList = (path: string): boolean => /\.(xlsx|xlsm|xls|ods|csv)$/i.test(path);

/** The last part of a path, of Windows too. */
export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

export const asBest = (): ImportChoices => ({
  sheet: null,
  columns: null,
  convert: null,
  below: null,
  kind: null,
  sha256: null,
  decisions: [],
});

/** The name of a column as a spreadsheet has it: A … Z, AA … */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter;
}

/** The columns after one of them was given another meaning. But for what is not read, each meaning has one column. */
export function withColumn(columns: ImportField[], at: number, field: ImportField): ImportField[] {
  return columns.map((old, index) => {
    if (index === at) return field;
    return field !== 'ignored' && old === field ? 'ignored' : old;
  });
}

/** A line with the units that it may be: of one that was decided already, as they were before. */
export type CheckLine = { line: ImportLine; candidates: ImportCandidate[]; folded: string };

/** A decision takes a line's candidates away; they are kept, so that one can think better of it. */
export function rememberDoubts(
  doubts: ReadonlyMap<number, ImportCandidate[]>,
  preview: ImportPreview,
): Map<number, ImportCandidate[]> {
  const kept = new Map(doubts);
  for (const line of preview.lines) if (line.fate === 'doubtful') kept.set(line.row, line.candidates);
  return kept;
}

export function checkLines(preview: ImportPreview, doubts: ReadonlyMap<number, ImportCandidate[]>): CheckLine[] {
  return preview.lines.map((line) => ({
    line,
    candidates: doubts.get(line.row) ?? [],
    folded: fold(`${line.name} ${line.parent} ${line.facts.code}`),
  }));
}

const takes = (shown: Shown, { line, candidates }: CheckLine): boolean => {
  if (shown === 'all') return true;
  if (shown === 'problems') return line.problems.length > 0;
  // What was decided stays where one decides.
  if (shown === 'doubtful') return candidates.length > 0 || line.fate === 'doubtful';
  return line.fate === shown;
};
export const narrow = (lines: CheckLine[], shown: Shown, query: string): CheckLine[] =>
  lines.filter((one) => takes(shown, one) && (query.trim() === '' || hasWords(one.folded, query.trim())));

export function counts(lines: CheckLine[]): Record<Shown, number> {
  const of = (shown: Shown): number => lines.filter((one) => takes(shown, one)).length;
  return {
    all: lines.length,
    new: of('new'),
    changed: of('changed'),
    doubtful: of('doubtful'),
    refused: of('refused'),
    unchanged: of('unchanged'),
    problems: of('problems'),
  };
}

export const TONES: Record<ImportFate, 'plain' | 'blue' | 'green' | 'red' | 'gold'> = {
  new: 'green',
  changed: 'blue',
  unchanged: 'plain',
  doubtful: 'gold',
  refused: 'red',
};

export type Decisions = ReadonlyMap<number, UnitId | null>;

/** A sheet of other columns or lines makes decisions by number of line void. */
export const keepsDecisions = (change: Partial<ImportChoices>): boolean =>
  Object.keys(change).every((key) => key === 'decisions' || key === 'kind');

/** How the first lines are read in a column, to see whether its meaning is right. */
export function examples(preview: ImportPreview, field: ImportField, most = 3): string[] {
  const of = ({ name, parent, kind, facts, contact }: ImportLine): string => {
    switch (field) {
      case 'name':
        return name;
      case 'code':
        return facts.code;
      case 'parent':
        return parent;
      case 'kind':
        return kind;
      case 'members':
        return facts.members === null ? '' : String(facts.members);
      case 'sector':
        return facts.sector === 'unknown' ? '' : facts.sector;
      case 'page':
        return facts.has_page === null ? '' : String(facts.has_page);
      case 'followed_by':
        return facts.followed_by;
      case 'contact_title':
        return contact?.title ?? '';
      case 'phone':
        return contact?.phone ?? '';
      case 'email':
        return contact?.email ?? '';
      case 'ignored':
        return '';
    }
  };
  const found: string[] = [];
  for (const line of preview.lines) {
    const text = of(line);
    if (text !== '' && !found.includes(text)) found.push(text);
    if (found.length === most) break;
  }
  return found;
}
