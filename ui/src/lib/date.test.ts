import { describe, expect, it } from 'vitest';
import { dmy, dmySpan, dmyTime, monthsBetween, parseDmy, toDay, toIso, weekday } from './date';

describe('a day that is typed', () => {
  it.each([
    ['05/08/2023', '2023-08-05'],
    ['5/8/2023', '2023-08-05'],
    ['5-8-23', '2023-08-05'],
    [' 5.8.2023 ', '2023-08-05'],
    ['05082023', '2023-08-05'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', null],
    ['31/04/2023', null],
    ['2023-08-05', null],
    ['8/2023', null],
    ['', null],
  ])('%j is %s', (text, day) => {
    expect(parseDmy(text)).toBe(day);
  });
});

describe('a day that is shown', () => {
  it('has its zeros', () => {
    expect(dmy('2023-08-05')).toBe('05/08/2023');
  });
  it.each([
    ['2023-08-01', '2023-09-30', '01/08/2023 – 30/09/2023'],
    ['2023-08-01', null, '01/08/2023 – …'],
    ['2023-08-01', '2023-08-01', '01/08/2023'],
    [null, null, '… – …'],
  ])('from %s to %s is %s', (from, to, shown) => {
    expect(dmySpan(from, to)).toBe(shown);
  });
  it('of an instant is that of the PC (here UTC+7)', () => {
    expect(dmyTime('2023-07-19T17:30:00Z')).toBe('20/07/2023 00:30');
  });
});

describe('the calendar of days', () => {
  it('counts without hours: a day after the summer time change is one day later', () => {
    expect(toDay('2023-03-27') - toDay('2023-03-26')).toBe(1);
    expect(toIso(toDay('2024-02-28') + 1)).toBe('2024-02-29');
  });
  it('begins the week on Monday', () => {
    expect(weekday(toDay('2023-07-17'))).toBe(0);
    expect(weekday(toDay('2023-07-23'))).toBe(6);
  });
  it('has the months that a span touches', () => {
    const months = monthsBetween(toDay('2022-12-31'), toDay('2023-02-01'));
    expect(months.map(({ year, month }) => `${year}-${month}`)).toEqual(['2022-12', '2023-1']);
  });
});
