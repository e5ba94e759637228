import { describe, expect, it } from 'vitest';
import { checklistItem } from '../../test/fixtures';
import {
  countShown,
  filterItems,
  formatFilter,
  groupItems,
  isThisWeek,
  nextCurrent,
  parseFilter,
  selectedCodes,
} from './lib';

// A Thursday: the coming Sunday is 23/07/2023.
const today = '2023-07-20';
const all = { shown: 'all', form: null, text: '' } as const;

describe('the filter of the address', () => {
  it.each([
    [null, 'all', null],
    ['late', 'late', null],
    ['co-dong', 'all', 'co-dong'],
    ['week,mang-xa-hoi', 'week', 'mang-xa-hoi'],
  ] as const)('reads %s and writes it back', (filter, shown, form) => {
    expect(parseFilter(filter)).toEqual({ shown, form });
    expect(formatFilter({ shown, form })).toBe(filter);
  });
});

describe('what is due this week', () => {
  it.each([
    ['2023-07-19', 'not_started', false, 'yesterday is late, not this week'],
    ['2023-07-20', 'not_started', true, 'today'],
    ['2023-07-23', 'doing', true, 'the coming Sunday'],
    ['2023-07-24', 'not_started', false, 'Monday is next week'],
    ['2023-07-21', 'done', false, 'what is done is not asked for'],
    ['2023-07-21', 'not_applicable', false, 'nor what does not apply'],
    [null, 'not_started', false, 'nor what has no day'],
  ] as const)('%s, %s: %s (%s)', (due_on, state, expected, reason) => {
    expect(isThisWeek(checklistItem({ due_on, state }), today), reason).toBe(expected);
  });
});

describe('the lines that are shown', () => {
  const items = [
    checklistItem({ code: 'a', title: 'Treo băng rôn, khẩu hiệu', days_late: 5, due_on: '2023-07-15' }),
    checklistItem({ code: 'b', title: 'Phát động đợt thi đua', forms: ['thi-dua', 'co-dong'], state: 'done' }),
    checklistItem({ code: 'c', title: 'Viết bài', forms: ['bao-dai'], state: 'not_applicable' }),
  ];
  it.each([
    [all, ['a', 'b', 'c']],
    [{ ...all, shown: 'late' }, ['a']],
    [{ ...all, shown: 'open' }, ['a']],
    [{ ...all, form: 'co-dong' }, ['a', 'b']],
    [{ ...all, text: 'bang ron' }, ['a']],
    [{ ...all, text: 'ĐỢT' }, ['b']],
    [{ ...all, text: 'dua dong' }, ['b']],
    [{ shown: 'late', form: 'thi-dua', text: '' }, []],
  ] as const)('%o', (filter, codes) => {
    expect(filterItems(items, filter, today).map((item) => item.code)).toEqual(codes);
  });

  it('are counted for each filter', () => {
    expect(countShown(items, today)).toEqual({ all: 3, late: 1, week: 0, open: 1 });
  });

  it('stand under their groups, which count everything that applies, shown or not', () => {
    const groups = [
      { code: 'empty', name: 'Không có việc' },
      { code: 'co-dong', name: 'Cổ động' },
    ];
    const [only, ...rest] = groupItems(groups, items, items.slice(0, 1));
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ group: { code: 'co-dong' }, done: 1, applicable: 2 });
    expect(only?.items.map((item) => item.code)).toEqual(['a']);
  });
});

describe('the line that has the focus', () => {
  it('stays where it was, or at what now stands there', () => {
    expect(nextCurrent(['a', 'b'], 'b', 1)).toBe('b');
    expect(nextCurrent(['a', 'c', 'd'], 'b', 1)).toBe('c');
    expect(nextCurrent(['a'], 'b', 1)).toBe('a');
    expect(nextCurrent([], 'b', 1)).toBeNull();
  });
});

describe('selecting lines', () => {
  it('leaves out what the filter hides, so that no change touches what is not seen', () => {
    expect(selectedCodes(['a', 'c'], new Set(['c', 'hidden', 'a']))).toEqual(['a', 'c']);
  });
});
