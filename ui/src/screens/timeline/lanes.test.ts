import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '$lib/date';
import type { Timeline, TimelineBar, TimelinePhase } from '$lib/ipc/bindings';
import { phaseHead, timelineBar } from '../../test/fixtures';
import { barAfterKey, boxesInView, layLanes, measuresOf, titleRoom } from './lanes';
import type { Scale } from './lib';

const scale = (from: string, to: string, px: number): Scale => ({ from: toDay(from), to: toDay(to), px });
const lane = (form: string) => ({ form, name: form, short_name: form, place: 'IV', n_applicable: 1, n_done: 0 });
const span = (code: string, laneCode: string, from: string, to: string): TimelineBar =>
  timelineBar({ code, lane: laneCode, title: 'Treo băng rôn', drawn_from: from, drawn_to: to });
const timeline = (bars: TimelineBar[]): Timeline => ({
  today: '2023-07-20',
  from: '2023-01-01',
  to: '2023-12-31',
  phases: [],
  milestones: [],
  lanes: [lane('a'), lane('b'), lane('c')],
  bars,
});

describe('the lanes', () => {
  const laid = (bars: TimelineBar[], px = 10) =>
    layLanes(timeline(bars), scale('2023-01-01', '2024-01-01', px), measuresOf(16));

  it('put bars that overlap into rows of their own, and reuse a row that is free again', () => {
    const { lanes } = laid([
      span('1', 'a', '2023-01-01', '2023-01-31'),
      span('2', 'a', '2023-01-15', '2023-02-28'),
      span('3', 'a', '2023-02-10', '2023-03-31'),
    ]);
    expect(lanes[0]?.boxes.map(({ row }) => row)).toEqual([0, 1, 0]);
  });

  it('keep room for the title of a bar that is too narrow for it', () => {
    const { lanes } = laid([span('1', 'a', '2023-01-01', '2023-01-01'), span('2', 'a', '2023-01-03', '2023-02-28')]);
    expect(lanes[0]?.boxes.map(({ label, row }) => [label, row])).toEqual([
      ['right', 0],
      ['inside', 1],
    ]);
  });

  it('put the title at the left of a narrow bar where the line of time ends', () => {
    const { lanes } = laid([span('1', 'a', '2023-12-28', '2023-12-29')]);
    expect(lanes[0]?.boxes[0]?.label).toBe('left');
  });

  it('stand under each other, an empty one with the least height', () => {
    const { lanes, height } = laid([span('1', 'a', '2023-01-01', '2023-01-31')]);
    expect(lanes[1]?.top).toBe(lanes[0]?.height);
    expect(lanes[2]?.height).toBe(measuresOf(16).least);
    expect(height).toBe(lanes.reduce((sum, one) => sum + one.height, 0));
  });
});

describe('what is in view at first', () => {
  // Ten pixels a day: the bars begin at 0, 1810 and 3610.
  const bars = [
    span('winter', 'a', '2023-01-01', '2023-01-31'),
    span('summer', 'a', '2023-07-01', '2023-07-01'),
    span('last', 'a', '2023-12-28', '2023-12-28'),
    span('below', 'c', '2023-07-01', '2023-07-31'),
  ];
  const days = scale('2023-01-01', '2024-01-01', 10);
  const { lanes } = layLanes(timeline(bars), days, measuresOf(16));

  it.each([
    ['a bar', { left: 0, right: 500, bottom: 1000 }, ['winter']],
    ['a bar that begins before', { left: 300, right: 1000, bottom: 1000 }, ['winter']],
    ['nothing beside a bar', { left: 320, right: 1800, bottom: 1000 }, []],
    ['the title at the right of its bar', { left: 1850, right: 1860, bottom: 1000 }, ['summer', 'below']],
    ['the title at the left of its bar', { left: 3550, right: 3600, bottom: 1000 }, ['last']],
    ['no lane that begins below the window', { left: 1800, right: 1900, bottom: 60 }, ['summer']],
  ])('%s', (_, view, expected) => {
    expect(lanes.flatMap((lane) => boxesInView(lane, view, days, measuresOf(16))).map(({ bar }) => bar.code)).toEqual(
      expected,
    );
  });

  it('no bar in a row below the window, though its lane begins above', () => {
    const twice = [span('upper', 'a', '2023-07-01', '2023-07-31'), span('lower', 'a', '2023-07-01', '2023-07-31')];
    const [tall] = layLanes(timeline(twice), days, measuresOf(16)).lanes;
    const codes = (bottom: number) =>
      tall && boxesInView(tall, { left: 0, right: 4000, bottom }, days, measuresOf(16)).map(({ bar }) => bar.code);
    expect(codes(60)).toEqual(['lower', 'upper']);
    expect(codes(20)).toEqual(['lower']);
  });
});

describe('the room of a title', () => {
  const days = scale('2023-01-01', '2024-01-01', 10);
  const bars = [span('long', 'a', '2023-01-01', '2023-01-31'), span('short', 'b', '2023-07-01', '2023-07-01')];
  const { lanes } = layLanes(timeline(bars), days, measuresOf(16));
  const room = (at: number, scrolled: number): number | undefined => {
    const box = lanes[at]?.boxes[0];
    return box && titleRoom(box, days, measuresOf(16), scrolled);
  };

  it.each([
    ['a bar of 310 pixels, less its edges', 0, 0, 292],
    ['what is in view of it', 0, 100, 192],
    ['all of a bar that is out of view', 0, 310, 292],
    ['a title beside its bar, wherever it is scrolled to', 1, 500, (lanes[1]?.boxes[0]?.labelWidth ?? 0) - 10],
  ])('%s', (_, at, scrolled, expected) => expect(room(at, scrolled)).toBe(expected));
});

describe('bars of which a day is not known', () => {
  const phase = (code: string, number: number, from: string, to: string, ends_on: string | null): TimelinePhase => ({
    head: phaseHead({ code, number, starts_on: from, ends_on }),
    drawn_from: from,
    drawn_to: to,
    stages: [],
  });
  const phases = [
    phase('dot2', 2, '2023-08-01', '2023-12-30', null),
    phase('dot3', 3, '2023-10-02', '2024-01-02', '2024-01-02'),
  ];
  const open = { ...span('open', 'a', '2023-08-01', '2023-12-30'), phase: 'dot2', due_on: null };
  const dated = { ...span('dated', 'a', '2023-10-02', '2024-01-02'), phase: 'dot3' };
  const boxes = (bars: TimelineBar[], px = 5) =>
    layLanes({ ...timeline(bars), phases }, scale('2022-10-12', '2024-01-16', px), measuresOf(16)).lanes[0]?.boxes;

  it('share a row with those of the next phase, and end where these begin', () => {
    const [first, second] = boxes([open, dated]) ?? [];
    expect([first?.row, second?.row]).toEqual([0, 0]);
    expect(toIso(first?.end ?? 0)).toBe('2023-10-02');
    expect([first?.isCut, second?.isCut]).toEqual([true, false]);
  });

  it('share a row with those of the phase before that end on the day before them', () => {
    const before = { ...span('before', 'a', '2022-10-25', '2023-07-31'), phase: 'dot1' };
    for (const px of [1.9, 2.017, 5.2, 12, 32]) {
      expect(
        boxes([before, open, dated], px)?.map(({ row }) => row),
        `${px} px a day`,
      ).toEqual([0, 0, 0]);
    }
  });

  it('are drawn as far as they may last where nobody needs the row', () => {
    const [only] = boxes([open]) ?? [];
    expect(toIso(only?.end ?? 0)).toBe('2023-12-31');
    expect(only?.isCut).toBe(false);
  });

  it('keep room for a title that one can read, in a row of their own if need be', () => {
    const [first, second] = boxes([open, dated], 0.8) ?? [];
    expect(first?.row).not.toBe(second?.row);
  });

  it('never lie over another bar, at any scale', () => {
    for (const px of [2, 3, 5.2, 12, 32]) {
      const all = boxes([open, dated, { ...open, code: 'open2' }, { ...dated, code: 'dated2' }], px) ?? [];
      expect(all).toHaveLength(4);
      for (const one of all)
        for (const other of all)
          if (one !== other && one.row === other.row)
            expect(one.end <= other.start || other.end <= one.start, `${px} px a day`).toBe(true);
    }
  });
});

describe('late bars', () => {
  const late = timelineBar({
    code: 'late',
    lane: 'b',
    title: 'Treo băng rôn',
    drawn_from: '2023-06-05',
    drawn_to: '2023-07-08',
    days_late: 12,
  });
  const early = span('early', 'b', '2023-01-01', '2023-12-31');
  const { lanes } = layLanes(timeline([early, late]), scale('2023-01-01', '2024-01-01', 3), measuresOf(16));

  it('stand on top of their lane, though others begin before them', () => {
    expect(lanes[1]?.boxes.map(({ bar, row }) => [bar.code, row])).toEqual([
      ['early', 1],
      ['late', 0],
    ]);
  });

  it('are counted beside the name of their lane', () => {
    expect(lanes.map(({ nLate }) => nLate)).toEqual([0, 1, 0]);
  });

  it('have their whole title beside them rather than a part of it inside', () => {
    expect(lanes[1]?.boxes[1]?.label).toBe('right');
  });
});

describe('the arrows', () => {
  const { lanes } = layLanes(
    timeline([
      span('a1', 'a', '2023-01-01', '2023-02-28'),
      span('a2', 'a', '2023-06-01', '2023-08-31'),
      span('c1', 'c', '2023-02-01', '2023-04-30'),
      span('c2', 'c', '2023-06-15', '2023-09-30'),
    ]),
    scale('2023-01-01', '2024-01-01', 10),
    measuresOf(16),
  );

  it.each([
    ['a1', 'ArrowRight', 'a2'],
    ['a2', 'ArrowRight', 'a2'],
    ['a2', 'Home', 'a1'],
    ['c1', 'End', 'c2'],
    ['a2', 'ArrowDown', 'c2'],
    ['c1', 'ArrowUp', 'a1'],
    ['a1', 'ArrowUp', 'a1'],
    ['a1', 'x', null],
  ])('lead from %s with %s to %s', (from, key, to) => {
    expect(barAfterKey(lanes, from, key)).toBe(to);
  });
});
