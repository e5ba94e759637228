/** What the document writes in a form of its own: numbers, days, lists. The core's document is the truth. */

const GAP = '\u2003\u2003';

/** "05/BC-LĐLĐ": one digit has a zero before it, a number typed with its symbol stays as typed, none leaves a gap. */
export function documentNumber(number: string, symbol: string): string {
  const typed = number.trim();
  if (typed.includes('/')) return typed;
  const padded = /^\d$/.test(typed) ? `0${typed}` : typed;
  return `${padded === '' ? GAP : padded}/${symbol}`;
}

/**
 * "Tam Đường, ngày 05 tháng 8 năm 2023": zero before days 1 to 9 and before months 1 and 2 only. Without a day there are
 * gaps to fill in by hand, in the year in which the report is due.
 */
export function placeAndDate(place: string, dated: string | null, due: string | null = null): string {
  const match = dated === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(dated);
  if (match === null) return `${place}, ngày${GAP}tháng${GAP}năm ${due === null ? GAP : due.slice(0, 4)}`;
  const [, year = '', month = '', day = ''] = match;
  return `${place}, ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}
