import { describe, expect, it } from 'vitest';
import { figureGroups } from '../../test/figures';
import { fullLabel } from '$lib/figures/lib';
import type { FigureGroup, FigureTable } from '$lib/ipc/bindings';
import {
  countNotReported,
  editableKeys,
  filterGroups,
  groupsWithin,
  isTotal,
  keepRows,
  neighbour,
  rowKey,
} from './lib';

const keys = (text: string, onlyNotReported: boolean, touched: string[] = []): string[] =>
  filterGroups(figureGroups(), { text, onlyNotReported }, new Set(touched)).flatMap((group) => group.rows.map(rowKey));

describe('the rows that are shown', () => {
  it('are all of them without a filter', () => {
    expect(keys('', false)).toEqual(['BC01/', 'BC01/trung-uong', 'BC01/tinh', 'TQ03/', 'TM02/']);
  });
  it.each([
    ['bang ron', ['TQ03/']],
    ['tm02', ['TM02/']],
    ['tin tren bao', ['BC01/', 'BC01/trung-uong', 'BC01/tinh']],
    ['trung ương', ['BC01/', 'BC01/trung-uong']],
    ['không có gì như thế', []],
  ])('“%s” finds %j: an indicator with its splits, a split with its indicator', (text, expected) => {
    expect(keys(text, false)).toEqual(expected);
  });
  it('are the indicators that nobody reported; one with a reported split is reported', () => {
    expect(keys('', true)).toEqual(['TQ03/']);
  });
  it('keep a row that was just typed into, so that it does not vanish under the hand', () => {
    expect(keys('', true, ['TM02'])).toContain('TM02/');
  });
});

describe('the table of figures', () => {
  const groups = figureGroups();
  const rows = groups.flatMap((group) => group.rows);

  it('leads from one place that can be typed to the next, past the reckoned ones', () => {
    const places = editableKeys(groups);
    expect(places).toEqual(['BC01/trung-uong', 'BC01/tinh', 'TQ03/', 'TM02/']);
    expect(neighbour(places, 'BC01/tinh', 1)).toBe('TQ03/');
    expect(neighbour(places, 'BC01/trung-uong', -1)).toBeNull();
    expect(neighbour(places, 'TM02/', 1)).toBeNull();
  });
  it('names a split with its indicator', () => {
    expect(rows.map((row) => fullLabel(rows, row)).slice(0, 2)).toEqual([
      'Tin trên báo, đài',
      'Tin trên báo, đài: Trung ương',
    ]);
  });
  it('knows the total of splits', () => {
    expect(rows.map((row) => isTotal(rows, row))).toEqual([true, false, false, false, false]);
  });
  it('counts indicators that nobody reported, as the core counts those that somebody did', () => {
    expect(countNotReported({ phase: 'dot1', groups, n_reported: 2, n_indicators: 3 })).toBe(1);
  });
});

describe('the groups that are made at first', () => {
  // Heads 1.75, the first group 1.5625 + 2 × 2.125 below it: the second one begins at 7.5625.
  it.each([
    [0, 0],
    [1, 1],
    [7.5, 1],
    [7.6, 2],
    [100, 2],
  ])('within %d rem: %d', (height, expected) => {
    expect(groupsWithin(figureGroups(), height)).toBe(expected);
  });
});

describe('a new answer', () => {
  it('keeps the rows that say the same, and no other', () => {
    const table = (groups: FigureGroup[]): FigureTable => ({ phase: 'dot1', groups, n_reported: 1, n_indicators: 2 });
    const before = table(figureGroups());
    const changed = structuredClone(before);
    const row = changed.groups[0]?.rows[1];
    if (row) row.target = '9';
    const kept = keepRows(before, changed);
    expect(kept).toEqual(changed);
    expect(kept?.groups[0]?.rows[0]).toBe(before.groups[0]?.rows[0]);
    expect(kept?.groups[0]?.rows[1]).not.toBe(before.groups[0]?.rows[1]);
    expect(keepRows(before, null)).toBeNull();
  });
});
