import type {
  EnteredFigure,
  FigureRow,
  FigureState,
  FigureTable,
  MarkPlace,
  ReportDraft,
  ReturnMark,
  ShownMark,
} from '../ipc/bindings';
import { fold } from '../text';

/** A place of a report that can be marked, or typed into. */
export type Place = { key: string; place: MarkPlace; label: string };

const figureKey = (indicator: string, split: string): string => `so-lieu:${indicator}/${split}`;
const sectionKey = (code: string): string => `muc:${code}`;

/** By which a mark is found beside its figure or section. */
export function keyOf(place: MarkPlace): string {
  if ('figure' in place) return figureKey(place.figure.indicator, place.figure.split);
  if ('section' in place) return sectionKey(place.section);
  return `viec:${place.activity}`;
}

/** The filter of the screen of figures by which one of them gets the focus. */
export const figurePlaceFilter = ({ indicator, split }: { indicator: string; split: string }): string =>
  `at:${indicator}/${split}`;

/** The figures that can be typed, splits named after their indicator. */
export function figurePlaces(table: FigureTable): (Place & { row: FigureRow })[] {
  const places: (Place & { row: FigureRow })[] = [];
  for (const group of table.groups) {
    let above = '';
    for (const row of group.rows) {
      if (row.split === '') above = row.label;
      if (!row.is_editable) continue;
      const label = row.split === '' ? row.label : `${above} - ${row.label}`;
      const place = { figure: { indicator: row.indicator, split: row.split } };
      places.push({ key: figureKey(row.indicator, row.split), place, label: `${label} (${row.unit})`, row });
    }
  }
  return places;
}

/** The sections that have a text. */
export function sectionPlaces(draft: ReportDraft): Place[] {
  return draft.sections
    .filter((section) => section.has_text)
    .map((section) => ({
      key: sectionKey(section.code),
      place: { section: section.code },
      label: `${section.number}. ${section.title}`,
    }));
}

/** What was noted, in the order of the report. */
export function marksOf(places: readonly Place[], notes: Readonly<Record<string, string>>): ReturnMark[] {
  return places.map(({ key, place }) => ({ place, note: (notes[key] ?? '').trim() })).filter(({ note }) => note !== '');
}

/** Those whose name has all the words; one that has a note stays. */
export function matching<T extends Place>(
  places: readonly T[],
  words: string,
  notes: Readonly<Record<string, string>>,
): T[] {
  const wanted = fold(words).split(' ').filter(Boolean);
  return places.filter(
    ({ key, label }) => (notes[key] ?? '') !== '' || wanted.every((word) => fold(label).includes(word)),
  );
}

/** The notes at figures and sections, by their key. */
export const notesByKey = (marks: readonly ShownMark[]): Map<string, string> =>
  new Map(marks.map((mark) => [keyOf(mark.place), mark.note]));

const WORDS: Record<string, FigureState> = {
  'khong co': 'nothing',
  'ko co': 'nothing',
  '-': 'nothing',
  'khong ap dung': 'not_applicable',
  kad: 'not_applicable',
};

/** What was typed for a figure; `null` for nothing, `undefined` for what is no figure. The core has the last word. */
export function typedFigure(row: FigureRow, typed: string): EnteredFigure | null | undefined {
  const said = typed.trim();
  if (said === '') return null;
  const of = { indicator: row.indicator, split: row.split, is_estimate: false };
  const state = WORDS[fold(said)];
  if (state !== undefined) return { ...of, state, text: '' };
  return /^[\d\s.,]+$/.test(said) ? { ...of, state: 'number', text: said } : undefined;
}

/** The same the other way round. */
export function figureText(figure: EnteredFigure): string {
  if (figure.state === 'number') return figure.text;
  if (figure.state === 'nothing') return 'không có';
  return figure.state === 'not_applicable' ? 'không áp dụng' : '';
}
