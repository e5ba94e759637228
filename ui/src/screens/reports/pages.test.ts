import { describe, expect, test } from 'vitest';
import { fromPlain } from './editor/text';
import { reportDraft } from './fixtures';
import { documentNumber, pagesOf, paragraphs, placeAndDate, previewBlocks, dashedLines, type Measured } from './pages';

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

test('a line is a paragraph, and one that begins with a dash and a blank is an item', () => {
  expect(paragraphs('Một.\r\n\n - Hai\n-5 độ')).toEqual([
    { isItem: false, text: 'Một.' },
    { isItem: true, text: 'Hai' },
    { isItem: false, text: '-5 độ' },
  ]);
});

describe('the blocks of a report', () => {
  test('run from the head to the signature, and the last paragraph closes the body', () => {
    const blocks = previewBlocks(reportDraft(), null);
    expect(blocks.map((block) => block.kind)).toEqual([
      'head',
      'addressees',
      'paragraph',
      'heading',
      'paragraph',
      'item',
      'heading',
      'heading',
      'paragraph',
      'foot',
    ]);
    expect(blocks.at(-2)?.text).toBe('Bản của tôi./.');
    expect(new Set(blocks.map((block) => block.key)).size).toBe(blocks.length);
  });

  test('follow what is being typed', () => {
    const blocks = previewBlocks(reportDraft(), { section: 'i', text: fromPlain('Đang gõ\n- một\n- hai') });
    expect(blocks.filter((block) => block.section === 'i').map((block) => block.text)).toEqual([
      'I. ĐẶC ĐIỂM TÌNH HÌNH',
      'Đang gõ',
      'một',
      'hai',
    ]);
  });
});

test('a list has a dash, a semicolon, and a full stop at the last, whatever was typed', () => {
  expect(dashedLines(['Như trên;', '– Lưu: VT.', ' '])).toEqual(['- Như trên;', '- Lưu: VT.']);
  expect(dashedLines([])).toEqual([]);
});

describe('pages', () => {
  const column = (...blocks: [height: number, staysWithNext?: boolean][]): Measured[] => {
    let top = 0;
    return blocks.map(([height, staysWithNext = false]) => {
      top += height;
      return { top: top - height, bottom: top, staysWithNext };
    });
  };
  test.each([
    ['nothing is one empty page', column(), [[]]],
    ['what fits stays together', column([40], [60]), [[0, 1]]],
    ['what does not fit goes over', column([40], [60], [1]), [[0, 1], [2]]],
    ['a heading goes with what follows it', column([50], [40, true], [40]), [[0], [1, 2]]],
    ['two headings go together', column([50], [20, true], [20, true], [40]), [[0], [1, 2, 3]]],
    ['a block taller than a page has one for itself', column([10], [150], [10]), [[0], [1], [2]]],
    ['headings alone do not loop', column([60, true], [60, true]), [[0], [1]]],
  ])('%s', (_, blocks, expected) => {
    expect(pagesOf(blocks, 100)).toEqual(expected);
  });
});
