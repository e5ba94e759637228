import { describe, expect, it } from 'vitest';
import { register, registerRow, reminderRow } from '../../test/office';
import * as lib from './lib';
import { contactsOf, messagesOf, shownOf, withoutAddress } from './reminding';

const units = (shown: lib.Shown, text = ''): number[] =>
  lib.filterRows(register().rows, shown, text).map((row) => row.unit);

describe('the register', () => {
  it.each<[lib.Shown, number[]]>([
    ['all', [1, 2, 3, 4]],
    ['overdue', [2, 3]],
    ['late', []],
    ['missing', [2, 3]],
    ['returned', [3]],
    ['there', [1]],
    ['not_expected', [4]],
  ])('shows %s', (shown, wanted) => {
    expect(units(shown)).toEqual(wanted);
    expect(lib.countShown(register().rows)[shown]).toBe(wanted.length);
  });

  it('finds without accents', () => {
    expect(units('all', 'don bien phong')).toEqual([3]);
  });

  it('does not take a report without content for one', () => {
    expect(lib.isThere(registerRow(5, 'x', { state: 'received', has_content: false }))).toBe(false);
  });

  it('begins with what is known of one unit, and with a report of today for many', () => {
    const [one, two] = [register().rows.slice(0, 1), register().rows.slice(0, 2)];
    expect(lib.receiptFor(one, '2023-07-20')).toMatchObject({ state: 'received', received_on: '2023-07-12' });
    expect(lib.receiptFor(two, '2023-07-20')).toMatchObject({
      state: 'received',
      received_on: '2023-07-20',
      has_content: true,
    });
  });

  it('selects from one unit to another in either order', () => {
    expect(lib.unitsBetween([1, 2, 3, 4], 3, 1)).toEqual([1, 2, 3]);
    expect(lib.unitsBetween([1, 2, 3, 4], 9, 2)).toEqual([2]);
    expect([...lib.toggled(new Set([1, 2]), 2)]).toEqual([1]);
  });
});

describe('reminders', () => {
  const rows = [reminderRow(1, 'A'), reminderRow(2, 'B', { is_reminded: true })];

  it('are for those that were not reminded at this step', () => {
    expect(shownOf(rows, 'open').map((row) => row.unit)).toEqual([1]);
    expect(shownOf(rows, 'all')).toHaveLength(2);
  });

  it('are copied one below the other', () => {
    expect(messagesOf(rows)).toBe('Kính gửi A: đề nghị gửi báo cáo.\n\nKính gửi B: đề nghị gửi báo cáo.');
  });

  it('say who cannot be written to, and whom to call', () => {
    expect(withoutAddress(rows)).toBe(2);
    expect(rows.map(contactsOf)[0]).toBe('Văn phòng 0213 000 000');
  });
});
