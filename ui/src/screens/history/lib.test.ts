import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '$lib/ipc/bindings';
import { canTakeBack, historyDays, timeOf } from './lib';

const entry = (at: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  label: { step: 1, op: 'set_progress', subject: 'Treo băng rôn', count: 1 },
  kind: 'do',
  at,
  who: 'hoa',
  is_undone: false,
  ...more,
});

describe('the history', () => {
  it('is told day by day in the time of the PC (here UTC+7)', () => {
    const days = historyDays([
      entry('2023-07-20T02:00:00Z'),
      entry('2023-07-19T17:30:00Z'),
      entry('2023-07-19T10:00:00Z'),
    ]);
    expect(days.map(({ date, entries }) => [date, entries.length])).toEqual([
      ['20/07/2023', 2],
      ['19/07/2023', 1],
    ]);
    expect(timeOf(entry('2023-07-19T17:30:00Z'))).toBe('00:30');
  });

  it.each([
    ['a change that stands', {}, true],
    ['a change that was taken back', { is_undone: true }, false],
    ['an undo', { kind: 'undo' as const }, false],
    ['a redo', { kind: 'redo' as const }, false],
    ['the set-up of the book', { label: { step: 1, op: 'set_up' as const, subject: '', count: 1 } }, false],
  ])('offers to take back %s: %s', (_, more, offers) => {
    expect(canTakeBack(entry('2023-07-20T02:00:00Z', more))).toBe(offers);
  });
});
