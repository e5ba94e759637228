import { expect, test } from 'vitest';
import { documentNumber, placeAndDate } from './printed';

test.each([
  ['5', '05/BC-LĐLĐ'],
  ['05', '05/BC-LĐLĐ'],
  ['12', '12/BC-LĐLĐ'],
  ['12a', '12a/BC-LĐLĐ'],
  ['12/BC-CĐN', '12/BC-CĐN'],
])('number %s prints as %s', (number, expected) => {
  expect(documentNumber(number, 'BC-LĐLĐ')).toBe(expected);
});

test('without a number there is room to write it by hand', () => {
  expect(documentNumber(' ', 'BC-LĐLĐ')).toMatch(/^\s{2,}\/BC-LĐLĐ$/);
});

test.each([
  ['2023-01-05', 'Tam Đường, ngày 05 tháng 01 năm 2023'],
  ['2023-02-10', 'Tam Đường, ngày 10 tháng 02 năm 2023'],
  ['2023-08-05', 'Tam Đường, ngày 05 tháng 8 năm 2023'],
  ['2023-12-31', 'Tam Đường, ngày 31 tháng 12 năm 2023'],
])('%s has its zeros where the rule has them', (iso, expected) => {
  expect(placeAndDate('Tam Đường', iso)).toBe(expected);
});

test('without a day there is room to write it by hand', () => {
  expect(placeAndDate('Tam Đường', null)).toMatch(/^Tam Đường, ngày\s+tháng\s+năm\s+$/);
  expect(placeAndDate('Tam Đường', null, '2023-08-05')).toMatch(/^Tam Đường, ngày\s+tháng\s+năm 2023$/);
});
