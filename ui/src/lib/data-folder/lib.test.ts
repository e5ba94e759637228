import { expect, test } from 'vitest';
import type { MoveProgress } from '$lib/ipc/bindings';
import { formatSize, shareOf } from './lib';

test.each([
  [0, '0 KB'],
  [1, '0,1 KB'],
  [999_900, '999,9 KB'],
  [999_990, '1 MB'],
  [24_550_000, '24,6 MB'],
  [3_200_000_000, '3,2 GB'],
  [1_500_000_000_000, '1.500 GB'],
])('%d bytes are written %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test('the bar never goes back, and is full when nothing is left to copy or compare', () => {
  const at = (step: MoveProgress['step'], done: number): number =>
    shareOf({ step, n_files_done: 0, n_files: 2, n_bytes_done: done, n_bytes: 200 });
  const shares = [
    at('preparing', 0),
    at('copying', 0),
    at('copying', 100),
    at('verifying', 0),
    at('verifying', 200),
    at('switching', 0),
    at('finishing', 0),
  ];
  expect(shares).toEqual([0, 0, 0.25, 0.5, 1, 1, 1]);
  expect(shareOf({ step: 'copying', n_files_done: 0, n_files: 0, n_bytes_done: 0, n_bytes: 0 })).toBe(0);
});
