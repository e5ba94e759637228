import { fromYearMonth, monthsBetween, toDay, toIso, weekday, yearMonthDay, type Day, type IsoDate } from '../date';

/** The six weeks that show a month, Monday first. */
export function weeksOfMonth(year: number, month: number): Day[][] {
  const first = fromYearMonth(year, month);
  const monday = first - weekday(first);
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => monday + week * 7 + day));
}

function addMonths(day: Day, months: number): Day {
  const { year, month, date } = yearMonthDay(day);
  const target = yearMonthDay(fromYearMonth(year, month + months));
  const [only] = monthsBetween(fromYearMonth(target.year, target.month), fromYearMonth(target.year, target.month) + 1);
  const length = only ? only.end - only.start : 28;
  return fromYearMonth(target.year, target.month, Math.min(date, length));
}

/** Where a key leads from a day of the calendar; `null` if the key is not one of the calendar. */
export function dayAfterKey(from: IsoDate, key: string, shift: boolean): IsoDate | null {
  const day = toDay(from);
  const steps: Record<string, Day> = {
    ArrowLeft: day - 1,
    ArrowRight: day + 1,
    ArrowUp: day - 7,
    ArrowDown: day + 7,
    Home: day - weekday(day),
    End: day - weekday(day) + 6,
    PageUp: addMonths(day, shift ? -12 : -1),
    PageDown: addMonths(day, shift ? 12 : 1),
  };
  const to = steps[key];
  return to === undefined ? null : toIso(to);
}
