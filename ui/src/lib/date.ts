// Civil dates. An ISO string at the edges and a day number inside: no time zones, no summer time.
export type IsoDate = string;
export type Day = number;

const DAY_MS = 864e5;
const two = (n: number): string => String(n).padStart(2, '0');

export const toDay = (iso: IsoDate): Day =>
  Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / DAY_MS;
export const toIso = (day: Day): IsoDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

export function yearMonthDay(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}
export const fromYearMonth = (year: number, month: number, date = 1): Day => Date.UTC(year, month - 1, date) / DAY_MS;

/** 0 is Monday. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** dd/mm/yyyy, always with its zeros (Intl gives 1/8/2023). */
export const dmy = (iso: IsoDate): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
/** dd/mm. */
export const dm = (iso: IsoDate): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}`;
/** "01/08/2023 – 30/09/2023"; a side that is not known is "…". */
export function dmySpan(from: IsoDate | null, to: IsoDate | null): string {
  if (from !== null && from === to) return dmy(from);
  return `${from === null ? '…' : dmy(from)} – ${to === null ? '…' : dmy(to)}`;
}

/** Reads what an official types: 5/8/2023, 05-08-2023, 5.8.23, 05082023. `null` if it is no day of the calendar. */
export function parseDmy(text: string): IsoDate | null {
  const parts =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(text.trim()) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  if (!parts) return null;
  const [date, month, written] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const year = written < 100 ? 2000 + written : written;
  const day = fromYearMonth(year, month, date);
  const back = yearMonthDay(day);
  const exists = back.year === year && back.month === month && back.date === date && year >= 1900 && year <= 2200;
  return exists ? toIso(day) : null;
}

/** "dd/mm/yyyy HH:MM" of an instant (RFC 3339), in the time of this PC. */
export function dmyTime(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const date = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export type Month = { year: number; month: number; start: Day; end: Day };
/** The months that touch [from, to); `end` is the first day of the next one. */
export function monthsBetween(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  let { year, month } = yearMonthDay(from);
  for (let start = fromYearMonth(year, month); start < to; start = fromYearMonth(year, month)) {
    const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
    months.push({ year, month, start, end: fromYearMonth(nextYear, nextMonth) });
    [year, month] = [nextYear, nextMonth];
  }
  return months;
}
