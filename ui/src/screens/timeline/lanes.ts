// Where the bars stand: as few rows a lane as they need, each with room for its title.
import { toDay, type Day } from '$lib/date';
import type { Lane, Timeline, TimelineBar } from '$lib/ipc/bindings';
import { xOf, type Scale } from './lib';
import { phaseStrips } from './phases';

/** Measures of a lane in pixels, as the size of the text makes them. */
export type Measures = {
  bar: number;
  gap: number;
  pad: number;
  letter: number;
  least: number;
  /** A sign in front of a title, or the frame around its days, with the gap after it. */
  sign: number;
  /** Edges and paddings of a title within its bar, and beside it. */
  inside: number;
  outside: number;
};
export const measuresOf = (rem: number): Measures => ({
  bar: Math.round(1.375 * rem),
  gap: Math.round(0.25 * rem),
  pad: Math.round(0.375 * rem),
  letter: 0.405 * rem,
  least: Math.round(2.5 * rem),
  sign: rem,
  inside: 0.875 * rem + 4,
  outside: 0.625 * rem,
});

export type BarBox = {
  bar: TimelineBar;
  start: Day;
  /** The day after the last one. */
  end: Day;
  row: number;
  /** Where the title stands: beside the bar if that is too narrow, at its left if the line ends soon. */
  label: 'inside' | 'right' | 'left';
  labelWidth: number;
  /** It may last longer than it is drawn: a bar of which the days are known takes the row over. */
  isCut: boolean;
};
export type LaneBox = { lane: Lane; top: number; height: number; boxes: BarBox[]; nLate: number };

const MOST_LABEL_LETTERS = 46;
const LEAST_INSIDE_LETTERS = 17;
/** "Quá 12 ngày" in its frame before the title of a late bar. */
const LATE_LETTERS = 14;

/** Lays the bars of each lane in as few rows as they need. */
export function layLanes(timeline: Timeline, scale: Scale, measures: Measures): { lanes: LaneBox[]; height: number } {
  const ends = disputedEnds(timeline);
  let top = 0;
  const lanes = timeline.lanes.map((lane) => {
    const bars = timeline.bars.filter((bar) => bar.lane === lane.form);
    const { boxes, nRows } = packRows(bars, ends, scale, measures);
    const rows = nRows * (measures.bar + measures.gap) - measures.gap + measures.pad * 2;
    const nLate = bars.filter((bar) => bar.days_late !== null).length;
    const box = { lane, top, height: Math.max(measures.least, rows), boxes, nLate };
    top += box.height;
    return box;
  });
  return { lanes, height: top };
}

/** Phases that end on an unknown day give way to the next one: the day from which their bars do, too. */
function disputedEnds(timeline: Timeline): Map<string, Day> {
  const open = phaseStrips(timeline.phases).filter(({ phase, isOpen }) => isOpen && phase.head.ends_on === null);
  return new Map(open.map(({ phase, end }) => [phase.head.code, end]));
}

/** What must stay free in a row, in pixels: the bar, as far as it gives way to nobody, and its title. */
type Taken = { left: number; right: number; box: BarBox };

/** Products of days and a scale are not exact: half a pixel is none. */
const isBeside = (a: Taken, b: Taken): boolean => a.right <= b.left + 0.5 || b.right <= a.left + 0.5;

function packRows(
  bars: TimelineBar[],
  ends: Map<string, Day>,
  scale: Scale,
  measures: Measures,
): { boxes: BarBox[]; nRows: number } {
  const rows: Taken[][] = [];
  for (const bar of [...bars].sort(firstChoice)) {
    const taken = takenBy(bar, ends, scale, measures);
    let row = rows.findIndex((others) => others.every((other) => isBeside(other, taken)));
    if (row < 0) row = rows.push([]) - 1;
    taken.box.row = row;
    rows[row]?.push(taken);
  }
  for (const row of rows) cutOpenEnds(row, scale);
  const boxes = rows.flat().map(({ box }) => box);
  boxes.sort((a, b) => a.start - b.start || a.row - b.row);
  return { boxes, nRows: Math.max(1, rows.length) };
}

/** Late bars stand on top of their lane, then the long ones; those without a day take what room the others leave. */
function firstChoice(a: TimelineBar, b: TimelineBar): number {
  const rank = (bar: TimelineBar): number => (bar.days_late !== null ? 0 : bar.due_on !== null ? 1 : 2);
  return (
    rank(a) - rank(b) ||
    a.drawn_from.localeCompare(b.drawn_from) ||
    b.drawn_to.localeCompare(a.drawn_to) ||
    a.code.localeCompare(b.code)
  );
}

function takenBy(bar: TimelineBar, ends: Map<string, Day>, scale: Scale, measures: Measures): Taken {
  const start = toDay(bar.drawn_from);
  const end = Math.max(start, toDay(bar.drawn_to)) + 1;
  const letters = Math.min(MOST_LABEL_LETTERS, bar.title.length) + (bar.days_late === null ? 3 : 3 + LATE_LETTERS);
  const labelWidth = letters * measures.letter;
  const [left, width] = [xOf(scale, start), (end - start) * scale.px];
  // The title of a late bar is always to be read whole.
  const least = bar.days_late === null ? Math.min(labelWidth, LEAST_INSIDE_LETTERS * measures.letter) : labelWidth;
  const label = width >= least ? 'inside' : labelSide(left, width, labelWidth, scale);
  const border = bar.due_on === null ? ends.get(bar.phase) : undefined;
  const isYielding = label === 'inside' && border !== undefined && border > start;
  const kept = isYielding ? Math.min(width, Math.max((border - start) * scale.px, least)) : width;
  return {
    left: label === 'left' ? left - labelWidth : left,
    right: left + kept + (label === 'right' ? labelWidth : 0),
    box: { bar, start, end, row: 0, label, labelWidth, isCut: false },
  };
}

/** Where one must stand beside the bar; at its left only if the line of time ends too soon. */
function labelSide(left: number, width: number, label: number, scale: Scale): BarBox['label'] {
  const isRoomAtRight = left + width + label <= xOf(scale, scale.to);
  return isRoomAtRight || left < label ? 'right' : 'left';
}

/** A bar that may last longer than what it took is drawn up to its neighbour. */
function cutOpenEnds(row: Taken[], scale: Scale): void {
  row.sort((a, b) => a.left - b.left);
  row.forEach(({ box }, i) => {
    const next = row[i + 1];
    if (!next || xOf(scale, box.end) <= next.left + 0.5) return;
    box.end = scale.from + Math.floor((next.left + 0.5) / scale.px);
    box.isCut = true;
  });
}

/** Where a bar begins, in pixels below the upper edge of its lane. */
export const topInLane = ({ row }: BarBox, { pad, bar, gap }: Measures): number => pad + row * (bar + gap);

/** Pixels that a title may take. Within a bar it begins where the bar comes into view, if it does. */
export function titleRoom(box: BarBox, scale: Scale, measures: Measures, scrolled: number): number {
  if (box.label !== 'inside') return box.labelWidth - measures.outside;
  const [left, right] = [xOf(scale, box.start), xOf(scale, box.end)];
  return right - (scrolled < right ? Math.max(left, scrolled) : left) - measures.inside;
}

/** What of the lanes is in view, in pixels from their corner. */
export type View = { left: number; right: number; bottom: number };

/** The bars of a lane of which something, be it the title, is in view. */
export function boxesInView(lane: LaneBox, view: View, scale: Scale, measures: Measures): BarBox[] {
  return lane.boxes.filter((box) => {
    if (lane.top + topInLane(box, measures) >= view.bottom) return false;
    const { start, end, label, labelWidth } = box;
    const left = xOf(scale, start) - (label === 'left' ? labelWidth : 0);
    const right = xOf(scale, end) + (label === 'right' ? labelWidth : 0);
    return left < view.right && right > view.left;
  });
}

/** The bar to which an arrow leads: along the lane, or to the nearest in time of the next lane that has one. */
export function barAfterKey(lanes: LaneBox[], code: string, key: string): string | null {
  const at = lanes.findIndex(({ boxes }) => boxes.some(({ bar }) => bar.code === code));
  const boxes = lanes[at]?.boxes ?? [];
  const i = boxes.findIndex(({ bar }) => bar.code === code);
  const here = boxes[i];
  if (!here) return null;
  const along: Record<string, BarBox | undefined> = {
    ArrowRight: boxes[i + 1],
    ArrowLeft: boxes[i - 1],
    Home: boxes[0],
    End: boxes.at(-1),
  };
  if (key in along) return along[key]?.bar.code ?? code;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const others = key === 'ArrowDown' ? lanes.slice(at + 1) : lanes.slice(0, at).reverse();
  const next = others.find((lane) => lane.boxes.length > 0);
  return nearest(next?.boxes ?? [], here.start)?.bar.code ?? code;
}

const nearest = (boxes: BarBox[], day: Day): BarBox | undefined =>
  [...boxes].sort((a, b) => Math.abs(a.start - day) - Math.abs(b.start - day))[0];
