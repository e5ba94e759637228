import { describe, expect, it } from 'vitest';
import { formatShare, percent } from './text';

describe('a share', () => {
  it.each([
    [0, 0, 0, '0 %'],
    [0, 7, 0, '0 %'],
    [1, 3, 33, '33,3 %'],
    [235, 1000, 24, '23,5 %'],
    [999, 1000, 99, '99,9 %'],
    [119_999, 120_000, 99, '99,9 %'],
    [1, 120_000, 1, '0,1 %'],
    [120_000, 120_000, 100, '100 %'],
  ])('of %i in %i is all or none only where it is', (part, whole, wholePercent, text) => {
    expect(percent(part, whole)).toBe(wholePercent);
    expect(formatShare(part, whole)).toBe(text);
  });
});
