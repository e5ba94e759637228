import { describe, expect, it } from 'vitest';
import { linesBetween, moveTo, toggled } from './lines';

describe('moving between lines', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 29, 29],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 10],
    ['PageDown', 25, 29],
    ['PageUp', 20, 13],
    ['PageUp', 2, 0],
    ['Home', 12, 0],
    ['End', 12, 29],
    ['ArrowRight', 12, null],
    ['x', 12, null],
  ] as const)('%s at %i of 30 lines, 7 in view, leads to %s', (key, at, to) => {
    expect(moveTo(key, at, 30, 7)).toBe(to);
  });

  it('leads nowhere in an empty list', () => {
    expect(moveTo('ArrowDown', 0, 0, 7)).toBeNull();
    expect(moveTo('End', 0, 0, 7)).toBeNull();
  });
});

describe('selecting lines', () => {
  it.each([
    [2, 4, [2, 3, 4]],
    [3, 1, [1, 2, 3]],
    [2, 2, [2]],
    [9, 2, [2]],
    [1, 9, []],
  ])('from %i to %i takes %o', (anchor, to, lines) => {
    expect(linesBetween([1, 2, 3, 4], anchor, to)).toEqual(lines);
  });

  it('adds and takes away one line', () => {
    const before = new Set(['a', 'b']);
    expect([...toggled(before, 'c')]).toEqual(['a', 'b', 'c']);
    expect([...toggled(before, 'a')]).toEqual(['b']);
    expect([...before]).toEqual(['a', 'b']);
  });
});
