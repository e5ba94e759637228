import { describe, expect, it } from 'vitest';
import type { Congress, CongressRow } from '$lib/ipc/bindings';
import { counts, narrow, readDelegates } from './lib';

const row = (name: string, congress: Partial<Congress>, more: Partial<CongressRow> = {}): CongressRow => ({
  congress: {
    unit: 1,
    planned_on: null,
    held_on: null,
    held_until: null,
    place: '',
    is_pilot: false,
    delegates: null,
    result: '',
    ...congress,
  },
  name,
  level: 'grassroots',
  depth: 1,
  due_on: '2023-05-31',
  days_late: null,
  days_left: null,
  is_planned_late: false,
  ...more,
});
const rows = [
  row('CĐCS Trường Tiểu học Bình Lư', { held_on: '2023-05-20' }),
  row('CĐCS Trường Mầm non Bản Bo', { held_on: '2023-06-02' }, { days_late: 2 }),
  row('CĐCS UBND xã Khun Há', { planned_on: '2023-06-10' }, { is_planned_late: true }),
  row('CĐCS Hợp tác xã Tả Lèng', {}, { days_left: 4 }),
];

describe('the list of congresses', () => {
  it('counts what each filter shows', () => {
    expect(counts(rows)).toEqual({ open: 2, late: 2, unplanned: 1, held: 2, all: 4 });
  });

  it('finds a unit without its marks', () => {
    expect(narrow(rows, 'all', 'mam non').map((one) => one.name)).toEqual(['CĐCS Trường Mầm non Bản Bo']);
    expect(narrow(rows, 'open', 'binh lu')).toEqual([]);
  });

  it.each([
    ['', null],
    [' 45 ', 45],
    ['1.200', 1200],
    ['5000', 5000],
    ['5.001', undefined],
    ['4,5', undefined],
    ['12.34', undefined],
    ['bốn', undefined],
  ])('reads “%s” delegates', (typed, wanted) => {
    expect(readDelegates(typed)).toBe(wanted);
  });
});
