/** Folds Vietnamese for search: "Đợt" is "dot", however it was typed. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();

/** Folds a text of a row when it is first looked for, and keeps it as long as the row: a thousand are felt when a list opens. */
export function foldedOnce<Row extends object>(textOf: (row: Row) => string): (row: Row) => string {
  const known = new WeakMap<Row, string>();
  return (row) => {
    const folded = known.get(row) ?? fold(textOf(row));
    known.set(row, folded);
    return folded;
  };
}

/** True if every word of `query` occurs in `folded` (a text that was folded before). */
export const hasWords = (folded: string, query: string): boolean =>
  fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));

const numbers = new Intl.NumberFormat('vi-VN');
/** 24.500: numbers are written in the Vietnamese way in both languages, as in the documents. */
export const formatNumber = (value: number): string =>
  // Most numbers of a large table need no point, and the formatter takes its time.
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numbers.format(value);

/** The symbol of a document must not break at its hyphen: 383/KH-LĐLĐ is shown with U+2011. For display only. */
export const nbDoc = (text: string): string => text.replace(/(\/[A-ZĐ]{2,})-(?=[A-ZĐ])/g, '$1\u2011');

/** Between none and all no share is rounded to one of them: "100 %" with one report missing would be a wrong number. */
const within = (share: number, part: number, whole: number, step: number): number =>
  part <= 0 || part >= whole ? share : Math.min(100 - step, Math.max(step, share));

/** Whole percent of `part` in `whole`; 0 of 0 is 0. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : within(Math.round((part / whole) * 100), part, whole, 1);

const tenths = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** "23,5 %": with tenths, so that the shares of a thousand units still add up. */
export const formatShare = (part: number, whole: number): string => {
  const share = whole === 0 ? 0 : within(Math.round((part / whole) * 1000) / 10, part, whole, 0.1);
  return `${part <= 0 || part >= whole ? numbers.format(share) : tenths.format(share)} %`;
};
