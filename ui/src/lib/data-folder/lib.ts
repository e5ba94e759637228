import type { DataFolder, MoveProgress } from '$lib/ipc/bindings';

const UNITS = ['KB', 'MB', 'GB'] as const;
const tenths = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** "24,5 MB": as file managers write it, with the comma of Vietnamese. Never "0 KB" for something. */
export function formatSize(bytes: number): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const shown = bytes > 0 ? Math.max(value, 0.1) : 0;
  return `${tenths.format(shown)} ${UNITS[unit] ?? ''}`;
}

/** How much of a move is done, from 0 to 1: copying and comparing take about the same time, the rest none. */
export function shareOf({ step, n_bytes_done, n_bytes }: MoveProgress): number {
  const part = n_bytes === 0 ? 0 : Math.min(n_bytes_done / n_bytes, 1);
  const shares = { preparing: 0, copying: part / 2, verifying: 0.5 + part / 2, switching: 1, finishing: 1 };
  return shares[step];
}

/** True if the program decides where the data lie, so that it can move them. */
export const isMovable = ({ kind }: DataFolder): boolean => kind === 'usual' || kind === 'moved';
