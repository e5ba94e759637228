import { describe, expect, it } from 'vitest';
import { rowsInView, scrolledTo } from './windowed.svelte';

describe('a long list', () => {
  it.each([
    ['at its head', 0, 300, 1000, { from: 0, to: 16 }],
    ['in the middle', 3000, 300, 1000, { from: 94, to: 116 }],
    ['at its foot', 29_700, 300, 1000, { from: 984, to: 1000 }],
    ['scrolled further than it is long', 90_000, 300, 5, { from: 5, to: 5 }],
    ['without a row', 0, 300, 0, { from: 0, to: 0 }],
  ])('has only the rows in view and some more in the page: %s', (_, top, height, count, wanted) => {
    expect(rowsInView(top, height, 30, count)).toEqual(wanted);
  });

  it.each([
    ['above the view', 2, 60],
    ['in the view', 12, 200],
    ['hidden below the head', 15, 480 - 240],
    ['below the view', 40, 1230 - 240],
  ])('scrolls as little as it needs to show a row %s', (_, at, wanted) => {
    expect(scrolledTo(at, 30, { top: 200, height: 300, head: 60 })).toBe(wanted);
  });
});
