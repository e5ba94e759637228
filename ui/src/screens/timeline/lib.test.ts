import { describe, expect, it } from 'vitest';
import { toDay } from '$lib/date';
import type { Timeline, TimelineBar } from '$lib/ipc/bindings';
import { vi as catalogue } from '$lib/words/vi';
import { milestone, timelineBar } from '../../test/fixtures';
import { axis, barAfterKey, isOpen, layLanes, listOrder, lookOf, measuresOf, zoomOfPx, type Scale } from './lib';
import { placeSpots, spotsOf } from './milestones';

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

describe('the axis', () => {
  const labels = (px: number) => {
    const { top, bottom } = axis(scale('2023-06-28', '2023-08-03', px), catalogue.common);
    return [top.map(({ label }) => label), bottom.slice(0, 3).map(({ label }) => label)];
  };

  it.each([
    [2, ['Quý II/2023', 'Quý III/2023'], ['T6', 'T7', 'T8']],
    [5.2, ['Quý II/2023', 'Quý III/2023'], ['Tháng 6', 'Tháng 7', 'Tháng 8']],
    [12, ['Tháng 6/2023', 'Tháng 7/2023', 'Tháng 8/2023'], ['26/06', '03/07', '10/07']],
    [32, ['Tháng 6/2023', 'Tháng 7/2023', 'Tháng 8/2023'], ['28', '29', '30']],
  ])('at %d pixels a day', (px, top, bottom) => {
    expect(labels(px)).toEqual([top, bottom]);
  });

  it('calls the step by the scale', () => {
    expect([2, 5.2, 12, 32].map((px) => zoomOfPx(px, 2))).toEqual(['year', 'quarter', 'month', 'week']);
  });
});

describe('a bar', () => {
  it('looks late whatever its state', () => {
    expect(lookOf(timelineBar({ state: 'doing', days_late: 3 }))).toBe('late');
    expect(lookOf(timelineBar({ state: 'done', days_late: null }))).toBe('done');
  });
  it('is open while one of its days is unknown', () => {
    expect(isOpen(timelineBar({ due_on: null }))).toBe(true);
    expect(isOpen(timelineBar())).toBe(false);
  });
  it('stands in the list by phase and due day, without a day last', () => {
    const bars = [
      timelineBar({ code: 'x', phase_number: 2, due_on: '2023-09-01' }),
      timelineBar({ code: 'y', phase_number: 1, due_on: null }),
      timelineBar({ code: 'z', phase_number: 1, due_on: '2023-07-01' }),
    ];
    expect(listOrder(bars).map(({ code }) => code)).toEqual(['z', 'y', 'x']);
  });
});

describe('milestones', () => {
  const unknown = milestone({ certainty: 'unknown', on: null, not_before: '2023-08-31', not_after: '2023-11-01' });

  it('without a day stand in their window and say so', () => {
    const spots = placeSpots(spotsOf([unknown]), scale('2023-01-01', '2024-01-01', 5), 16, 'chưa có ngày');
    expect(spots[0]).toMatchObject({
      kind: 'window',
      from: toDay('2023-08-31'),
      to: toDay('2023-11-02'),
      text: 'Đại hội XIII Công đoàn tỉnh Lai Châu: chưa có ngày',
    });
  });

  it('that only bound a phase have no sign', () => {
    expect(spotsOf([milestone({ kind: 'boundary' })])).toEqual([]);
  });

  it('give their room to the congress first', () => {
    const spots = placeSpots(
      spotsOf([milestone({ code: 'h', kind: 'anniversary', name: 'Quốc khánh 2/9', on: '2023-10-01' }), milestone()]),
      scale('2023-09-29', '2023-11-25', 8),
      16,
      'chưa có ngày',
    );
    expect(spots.map(({ side }) => side)).toEqual(['none', 'right']);
  });
});
