import { describe, expect, it } from 'vitest';
import { foldedOnce, formatShare, percent } from './text';

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

describe('a folded text', () => {
  it('is made of a row once, when it is asked for', () => {
    const asked: string[] = [];
    const folded = foldedOnce(({ name }: { name: string }) => {
      asked.push(name);
      return name;
    });
    const rows = [{ name: 'Đoàn Kết' }, { name: 'Tân Phong' }];
    expect(asked).toEqual([]);
    expect(rows.map(folded)).toEqual(['doan ket', 'tan phong']);
    expect(rows.map(folded)).toEqual(['doan ket', 'tan phong']);
    expect(asked).toEqual(['Đoàn Kết', 'Tân Phong']);
  });
});
