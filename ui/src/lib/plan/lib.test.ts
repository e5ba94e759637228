import { expect, test } from 'vitest';
import { startOnOwnBook } from './lib';

test.each([
  [
    '/home/hoa/dữ liệu/so',
    '/tmp/Kế hoạch.sotg',
    'so-tuyen-giao --book "/home/hoa/dữ liệu/so-mau-2028" "/tmp/Kế hoạch.sotg"',
  ],
  [
    'E:\\so-tuyen-giao-data\\so',
    'E:\\KH.sotg',
    'so-tuyen-giao --book "E:\\so-tuyen-giao-data\\so-mau-2028" "E:\\KH.sotg"',
  ],
])('another plan gets a book beside %s', (folder, file, wanted) => {
  expect(startOnOwnBook(folder, 'mau-2028', file)).toBe(wanted);
});
