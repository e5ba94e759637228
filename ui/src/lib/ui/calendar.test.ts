import { describe, expect, it } from 'vitest';
import { toIso } from '../date';
import { dayAfterKey, weeksOfMonth } from './calendar';

describe('the calendar', () => {
  it('shows July 2023 from Monday 26 June to Sunday 6 August', () => {
    const weeks = weeksOfMonth(2023, 7);
    expect(toIso(weeks[0]?.[0] ?? 0)).toBe('2023-06-26');
    expect(toIso(weeks[5]?.[6] ?? 0)).toBe('2023-08-06');
  });

  it.each([
    ['2023-07-20', 'ArrowLeft', false, '2023-07-19'],
    ['2023-07-20', 'ArrowDown', false, '2023-07-27'],
    ['2023-07-20', 'Home', false, '2023-07-17'],
    ['2023-07-20', 'End', false, '2023-07-23'],
    ['2023-01-31', 'PageDown', false, '2023-02-28'],
    ['2024-02-29', 'PageUp', true, '2023-02-28'],
    ['2023-12-15', 'PageDown', false, '2024-01-15'],
  ])('goes from %s with %s (shift %s) to %s', (from, key, shift, to) => {
    expect(dayAfterKey(from, key, shift)).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(dayAfterKey('2023-07-20', 'a', false)).toBeNull();
  });
});
