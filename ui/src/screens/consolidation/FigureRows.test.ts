import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { ConsolidationGroup } from '$lib/ipc/bindings';
import { figureRow } from '../../test/figures';
import FigureRows from './FigureRows.svelte';
import { groupsWithin } from './lib';

/** Groups of ten lines each: 20.5 rem with the head. */
const groups: ConsolidationGroup[] = ['a', 'b', 'c', 'd'].map((code) => ({
  code,
  name: `Nhóm ${code}`,
  rows: Array.from({ length: 10 }, (_, i) => ({
    row: figureRow({ indicator: `${code}${i}`, label: `Dòng ${code}${i}` }),
    n_differences: 0,
  })),
}));

it.each([
  [0, 0],
  [20, 1],
  [21, 2],
  [1000, 4],
])('within %d rem begin %d groups', (height, expected) => expect(groupsWithin(groups, height)).toBe(expected));

it('lines below the window come with the first touch, and their groups are there before', async () => {
  render(FigureRows, { caption: 'Đợt 1', groups, opened: null, onopen: () => undefined });
  const lines = (): number => screen.getAllByRole('button').length;
  // The window of the tests is 768 pixels high, 48 rem.
  expect(lines()).toBe(30);
  expect(screen.getByRole('rowheader', { name: 'Nhóm d' })).toBeVisible();
  await fireEvent.wheel(window);
  expect(lines()).toBe(40);
});
