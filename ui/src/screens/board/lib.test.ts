import { describe, expect, it } from 'vitest';
import { board, rate } from '../../test/office';
import * as lib from './lib';

const view = (more: Partial<lib.View> = {}): lib.View => ({
  shown: 'all',
  text: '',
  sort: null,
  isFlat: false,
  closed: new Set(),
  ...more,
});
const shown = (more: Partial<lib.View> = {}): string[] =>
  lib.linesOf(lib.treeOf(board()), view(more)).lines.map((line) => `${line.depth}:${line.node.row.unit}`);

describe('the lines of the board', () => {
  it.each<[string, Partial<lib.View>, string[]]>([
    ['everything in the order of the office', {}, ['0:1', '1:2', '1:3', '0:4']],
    ['a folded unit without what is below it', { closed: new Set([1]) }, ['0:1', '0:4']],
    ['what was found with what stands above it, unfolded', { text: 'mam non', closed: new Set([1]) }, ['0:1', '1:2']],
    ['units below 50 % of what applies', { shown: 'low' }, ['0:1', '1:2']],
    ['units with a report of their own that is late', { shown: 'late' }, ['0:1', '1:2']],
    ['one list without the tree', { isFlat: true, shown: 'late' }, ['0:2']],
    ['sorted among neighbours', { sort: { key: 'overall', descending: true } }, ['0:4', '0:1', '1:3', '1:2']],
    ['sorted in one list', { isFlat: true, sort: { key: 'cell-0', descending: false } }, ['0:2', '0:1', '0:4', '0:3']],
    ['sorted by reports', { isFlat: true, sort: { key: 'report-0', descending: true } }, ['0:2', '0:3', '0:1', '0:4']],
    ['sorted by name', { sort: { key: 'name', descending: true } }, ['0:1', '1:2', '1:3', '0:4']],
  ])('shows %s', (_, more, wanted) => {
    expect(shown(more)).toEqual(wanted);
  });

  it('counts what matches, not what stands above it', () => {
    expect(lib.linesOf(lib.treeOf(board()), view({ text: 'mam non' })).matching).toBe(1);
  });

  it('knows the line above', () => {
    const { lines } = lib.linesOf(lib.treeOf(board()), view());
    expect([0, 1, 2, 3].map((at) => lib.parentLine(lines, at))).toEqual([-1, 0, 0, -1]);
  });
});

describe('a cell', () => {
  it.each([
    [0, 0, 'none', 0],
    [0, 10, 'h0', 0],
    [2, 10, 'h1', 20],
    [5, 10, 'h2', 50],
    [8, 10, 'h3', 80],
    [999, 1000, 'h4', 99],
    [10, 10, 'h5', 100],
  ])('of %i/%i is of step %s and says %i', (done, applicable, heat, percent) => {
    expect(lib.heatOf({ done, applicable })).toBe(heat);
    expect(lib.percentOf({ done, applicable })).toBe(percent);
  });

  it('together with the others counts phases that have begun, and no stage twice', () => {
    const { columns, rows } = board();
    expect(rows.map((row) => lib.overallOf(row, columns))[0]).toEqual({ done: 12, applicable: 30 });
  });
});

it.each([
  [rate({ on_time: 1 }), 'on_time'],
  [rate({ late: 1 }), 'late'],
  [rate({ not_yet: 1, overdue: 1 }), 'overdue'],
  [rate({ not_yet: 1 }), 'not_yet'],
  [rate({ expected: 0 }), 'none'],
  [rate({ expected: 0, unexpected: 1 }), 'unexpected'],
])('the report of %o stands as %s', (of, wanted) => {
  expect(lib.standingOf(of)).toBe(wanted);
});

it('sorts a column down, up, and then no longer', () => {
  const down = lib.nextSort(null, 'cell-0');
  const up = lib.nextSort(down, 'cell-0');
  expect([down?.descending, up?.descending, lib.nextSort(up, 'cell-0')]).toEqual([true, false, null]);
  expect(lib.nextSort(up, 'name')).toEqual({ key: 'name', descending: false });
});
