import { describe, expect, it } from 'vitest';
import { toDay } from '$lib/date';
import { vi as catalogue } from '$lib/words/vi';
import { milestone, timelineBar } from '../../test/fixtures';
import { axis, isOpen, listOrder, lookOf, zoomOfPx, type Scale } from './lib';
import { placeSpots, spotsOf, widthOf } from './milestones';

const scale = (from: string, to: string, px: number): Scale => ({ from: toDay(from), to: toDay(to), px });

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

  const crowded = [
    milestone({ code: 'h', kind: 'anniversary', name: 'Quốc khánh 2/9', short_name: 'Quốc khánh', on: '2023-10-01' }),
    milestone(),
    milestone({ code: 'n', kind: 'anniversary', name: 'Ngày Phụ nữ', short_name: 'Phụ nữ', on: '2023-10-04' }),
  ];
  const place = (px: number) => placeSpots(spotsOf(crowded), scale('2023-09-29', '2023-11-25', px), 16, 'chưa có ngày');

  it('give their room to the congress first', () => {
    const [holiday, congress, last] = place(6);
    expect(congress).toMatchObject({ row: 0, text: 'Đại hội XIII Công đoàn tỉnh Lai Châu', side: 'right' });
    expect([holiday?.row, last?.row]).toContain(1);
  });

  it('whose signs would lie over each other stand in two rows', () => {
    const [holiday, congress] = place(6);
    expect(Math.abs((holiday?.x ?? 0) - (congress?.x ?? 0))).toBeLessThan(16);
    expect(holiday?.row).not.toBe(congress?.row);
  });

  it('never have words over the sign or the words of another one', () => {
    for (const px of [2, 4, 6, 9, 14, 30]) {
      const rem = 16;
      const rooms = place(px).map(({ x, row, side, text, hasDate }) => {
        const width = side === 'none' ? 0 : widthOf({ text, hasDate }) * rem;
        const sign = 0.65 * rem;
        return {
          row,
          side,
          left: x - sign - (side === 'left' ? width : 0),
          right: x + sign + (side === 'right' ? width : 0),
        };
      });
      const worded = rooms.filter(({ side }) => side !== 'none');
      expect(worded.length).toBeGreaterThan(0);
      for (const one of worded)
        for (const other of rooms)
          if (one !== other && one.row === other.row)
            expect(one.right <= other.left || other.right <= one.left, `${px} px a day`).toBe(true);
    }
  });

  it('without a day are named even where their window is narrow', () => {
    const spots = placeSpots(
      spotsOf([unknown, milestone({ code: 'vn', name: 'Đại hội XIII Công đoàn Việt Nam', on: '2023-12-01' })]),
      scale('2022-10-12', '2024-01-16', 2),
      16,
      'chưa có ngày',
    );
    expect(spots[0]?.text).toContain('tỉnh');
    expect(spots[1]?.text).not.toBe('');
  });
});
