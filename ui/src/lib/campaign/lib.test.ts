import { expect, test } from 'vitest';
import { campaignChange, offeredUnit } from '../../test/fixtures';
import { findUnits, foldOffered, sides } from './lib';

const units = [
  offeredUnit({ uid: 'a', name: 'CĐCS Trường Tiểu học Bình Lư', superior: 'LĐLĐ huyện Tam Đường' }),
  offeredUnit({ uid: 'b', name: 'CĐCS Trường Tiểu học Bình Lư', superior: 'LĐLĐ huyện Sìn Hồ' }),
  offeredUnit({ uid: 'c', name: 'LĐLĐ huyện Tam Đường', superior: 'LĐLĐ tỉnh', n_below: 1 }),
];
const folded = units.map(foldOffered);

test.each([
  ['nothing typed: offices first', '', ['c', 'a', 'b']],
  ['without marks', 'tieu hoc binh lu', ['a', 'b']],
  ['with the unit above it', 'bình lư sìn hồ', ['b']],
  ['the words in any order', 'đường tam', ['c', 'a']],
  ['nobody', 'mường tè', []],
])('a unit is found by its name: %s', (_, query, wanted) => {
  expect(findUnits(units, folded, query).map((unit) => unit.uid)).toEqual(wanted);
});

test.each([
  ['days', campaignChange(), { before: '10/08/2023', after: '20/08/2023' }],
  ['a day where there was none', campaignChange({ before_on: null }), { before: 'chưa có', after: '20/08/2023' }],
  [
    'names',
    campaignChange({ before: 'Cũ', after: 'Mới', before_on: null, after_on: null }),
    { before: 'Cũ', after: 'Mới' },
  ],
])('what stands before and after: %s', (_, change, wanted) => {
  expect(sides(change, 'chưa có')).toEqual(wanted);
});
