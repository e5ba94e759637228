import { describe, expect, it } from 'vitest';
import { Letters } from './letters';

// Nothing is drawn here: every letter is 5 pixels wide, and one hundredth more.
const letters = new Letters(500, 10);

describe('a title in its bar', () => {
  it.each([
    ['Treo cờ', 36, 'Treo cờ'],
    ['Treo cờ', 35, 'Treo…'],
    ['Treo băng rôn', 45, 'Treo…'],
    ['Treo băng rôn', 51, 'Treo băng…'],
    ['Treo băng rôn', 6, '…'],
    ['Treo băng rôn', 0, '…'],
    ['', 0, ''],
  ])('“%s” within %d px: “%s”', (text, room, expected) => expect(letters.cut(text, room)).toBe(expected));

  it('is never wider than its room once the mark fits', () => {
    const text = 'Tổ chức hội thi tìm hiểu về Công đoàn';
    for (let room = 6; room < 200; room += 1)
      expect(letters.widthOf(letters.cut(text, room))).toBeLessThanOrEqual(room);
  });
});
