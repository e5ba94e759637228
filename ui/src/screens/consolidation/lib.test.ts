import { describe, expect, it } from 'vitest';
import { figure, figureRow } from '../../test/figures';
import { vi } from '$lib/words/vi';
import type { ConsolidationGroup, FigureRow } from '$lib/ipc/bindings';
import { countShown, coverageText, filterGroups } from './lib';

const line = (more: Partial<FigureRow>, n_differences = 0) => ({ row: figureRow(more), n_differences });
const groups: ConsolidationGroup[] = [
  {
    code: 'a',
    name: 'Báo, đài',
    rows: [
      line({ indicator: 'BC01', label: 'Tin trên báo', period: figure(12) }, 1),
      line({ indicator: 'BC01', split: 'tinh', label: 'Tỉnh', period: figure(12) }, 1),
      line({ indicator: 'BC01', split: 'huyen', label: 'Huyện' }),
    ],
  },
  { code: 'b', name: 'Cổ động', rows: [line({ indicator: 'TQ08', label: 'Cờ, phướn' })] },
];
const keys = (shown: 'all' | 'reported' | 'differing', text = ''): string[] =>
  filterGroups(groups, shown, text).flatMap((group) => group.rows.map(({ row }) => `${row.indicator}/${row.split}`));

describe('lines of the consolidation', () => {
  it.each([
    ['all', '', ['BC01/', 'BC01/tinh', 'BC01/huyen', 'TQ08/']],
    ['reported', '', ['BC01/', 'BC01/tinh']],
    ['differing', '', ['BC01/', 'BC01/tinh']],
    ['all', 'huyen', ['BC01/', 'BC01/huyen']],
    ['all', 'tin tren', ['BC01/', 'BC01/tinh', 'BC01/huyen']],
    ['reported', 'huyen', []],
    ['all', 'tq08', ['TQ08/']],
  ] as const)('shown as %s with “%s”', (shown, text, wanted) => expect(keys(shown, text)).toEqual(wanted));

  it('counts what each filter shows', () => {
    expect(countShown(groups)).toEqual({ all: 4, reported: 2, differing: 2 });
  });
});

it('says coverage without what is nothing', () => {
  const say = vi.consolidation;
  expect(coverageText(say, { reported: 812, expected: 1968, late: 41, corrected: 3 })).toBe(
    '812/1.968; 41 trễ; 3 đã sửa',
  );
  expect(coverageText(say, { reported: 0, expected: 5, late: 0, corrected: 0 })).toBe('0/5');
});
