import { dm, monthsBetween, toDay, toIso, weekday, yearMonthDay, type Day, type IsoDate } from '$lib/date';
import type { Timeline, TimelineBar } from '$lib/ipc/bindings';

/** The line of time on the screen: its first and last day, and pixels a day. */
export type Scale = { from: Day; to: Day; px: number };
export const xOf = (scale: Scale, day: Day): number => (day - scale.from) * scale.px;

export const ZOOMS = ['year', 'quarter', 'month', 'week'] as const;
export type Zoom = (typeof ZOOMS)[number];
/** Pixels a day at a text size of 100 %; the year always fits the window. */
const PX: Record<Zoom, number> = { year: 0, quarter: 5.2, month: 12, week: 32 };
const MOST_PX = 60;
const MARGIN_DAYS = 6;

export const pxOfZoom = (zoom: Zoom, fit: number): number => Math.max(fit, PX[zoom]);
export const clampPx = (px: number, fit: number): number => Math.min(MOST_PX, Math.max(fit, px));

/** Which of the four steps a scale is nearest to. */
export function zoomOfPx(px: number, fit: number): Zoom {
  if (px <= fit * 1.001) return 'year';
  if (px < 8) return 'quarter';
  return px < 20 ? 'month' : 'week';
}

/** First and last day to draw, with a margin. */
export function daysOf(timeline: Timeline): { from: Day; to: Day } {
  return { from: toDay(timeline.from) - MARGIN_DAYS, to: toDay(timeline.to) + 1 + MARGIN_DAYS };
}

export type Tick = { key: string; label: string; start: Day; end: Day; isStrong: boolean };
type Names = {
  quarter: (n: number, year: number) => string;
  month: (n: number) => string;
  monthShort: (n: number) => string;
};

const inside = (scale: Scale, start: Day, end: Day): Pick<Tick, 'start' | 'end'> => ({
  start: Math.max(start, scale.from),
  end: Math.min(end, scale.to),
});

function quarters(scale: Scale, names: Names): Tick[] {
  const ticks: Tick[] = [];
  for (const month of monthsBetween(scale.from, scale.to)) {
    const n = Math.ceil(month.month / 3);
    const key = `${month.year}-q${n}`;
    const last = ticks.at(-1);
    const span = inside(scale, month.start, month.end);
    if (last?.key === key) last.end = span.end;
    else ticks.push({ key, label: names.quarter(n, month.year), ...span, isStrong: n === 1 });
  }
  return ticks;
}

function months(scale: Scale, label: (month: number, year: number) => string): Tick[] {
  return monthsBetween(scale.from, scale.to).map(({ year, month, start, end }) => ({
    key: `${year}-${month}`,
    label: label(month, year),
    ...inside(scale, start, end),
    isStrong: month === 1,
  }));
}

function weeks(scale: Scale): Tick[] {
  const ticks: Tick[] = [];
  for (let monday = scale.from - weekday(scale.from); monday < scale.to; monday += 7) {
    ticks.push({
      key: `w${monday}`,
      label: dm(toIso(monday)),
      ...inside(scale, monday, monday + 7),
      isStrong: false,
    });
  }
  return ticks;
}

function days(scale: Scale): Tick[] {
  return Array.from({ length: scale.to - scale.from }, (_, i) => {
    const day = scale.from + i;
    return {
      key: `d${day}`,
      label: String(yearMonthDay(day).date),
      start: day,
      end: day + 1,
      isStrong: weekday(day) === 0,
    };
  });
}

/** The two rows over the lanes: quarters and months, then months and weeks, then months and days. */
export function axis(scale: Scale, names: Names): { top: Tick[]; bottom: Tick[] } {
  const withYear = (month: number, year: number): string => `${names.month(month)}/${year}`;
  if (scale.px >= 22) return { top: months(scale, withYear), bottom: days(scale) };
  if (scale.px >= 8) return { top: months(scale, withYear), bottom: weeks(scale) };
  return {
    top: quarters(scale, names),
    bottom: months(scale, scale.px > 3.4 ? names.month : names.monthShort),
  };
}

/** How a bar looks: late comes before the state, because it is what one looks for. */
export function lookOf(bar: TimelineBar): 'late' | TimelineBar['state'] {
  return bar.days_late === null ? bar.state : 'late';
}

/** True where the program knows a span only, because a day it hangs on is not known. */
export const isOpen = (bar: TimelineBar): boolean => bar.starts_on === null || bar.due_on === null;

/** Bars in the order of a list: by phase, then by the day they are due; those without a day last. */
export function listOrder(bars: TimelineBar[]): TimelineBar[] {
  const due = (day: IsoDate | null): string => day ?? '9999';
  return [...bars].sort(
    (a, b) =>
      a.phase_number - b.phase_number || due(a.due_on).localeCompare(due(b.due_on)) || a.code.localeCompare(b.code),
  );
}
