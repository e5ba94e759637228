import { describe, expect, test } from 'vitest';
import type { ReportState } from '$lib/ipc/bindings';
import { reportRow } from '../../test/fixtures';
import { reportDraft, reportSection, signer } from './fixtures';
import {
  chosenSigner,
  figureCounts,
  hasGap,
  headForm,
  headFromForm,
  isSameHead,
  sectionChange,
  sectionPath,
  sectionsWithGaps,
  sectionTitle,
  signerChoices,
  standing,
} from './lib';
import { isEditable, reportToOpen } from './shown';
import { fromPlain } from './editor/text';

test.each<[ReportState, boolean]>([
  ['draft', true],
  ['returned', true],
  ['sent', false],
  ['received', false],
  ['accepted', false],
])('a report that is %s can be written: %s', (state, expected) => {
  expect(isEditable(state)).toBe(expected);
});

describe('where a report stands', () => {
  test.each([
    [{ days_left: null, due_on: null }, 'unknown', 'plain'],
    [{ days_left: 0 }, 'left', 'soon'],
    [{ days_left: 14 }, 'left', 'soon'],
    [{ days_left: 15 }, 'left', 'plain'],
    [{ days_left: null, days_late: 3 }, 'late', 'late'],
    [{ state: 'sent' as const, days_left: null, days_late: 3 }, 'sent_late', 'plain'],
    [{ state: 'sent' as const, days_left: null, days_late: null }, 'sent_in_time', 'good'],
    [{ state: 'returned' as const, days_left: null, days_late: 2 }, 'late', 'late'],
  ])('%j is %s, shown as %s', (row, kind, tone) => {
    expect(standing(reportRow(row))).toMatchObject({ kind, tone });
  });
});

test('the report that is due next opens first, and a sent one only when nothing else is due', () => {
  const first = reportRow({ phase: 'dot1', state: 'sent', due_on: '2023-08-05' });
  const second = reportRow({ phase: 'dot2', due_on: null });
  const third = reportRow({ phase: 'dot3', due_on: '2024-02-05' });
  expect(reportToOpen([first, second, third])).toBe('dot3');
  expect(reportToOpen([first, second])).toBe('dot1');
  expect(reportToOpen([])).toBeNull();
});

test('a section without a number is called by its title alone', () => {
  expect(sectionTitle(reportSection({ number: '2.1', title: 'Báo, đài' }))).toBe('2.1. Báo, đài');
  expect(sectionTitle(reportSection({ number: '', title: 'Mở đầu' }))).toBe('Mở đầu');
});

describe('what typing in a section means', () => {
  const composed = reportSection({ composed: 'Chương trình viết.', kept: null });
  const kept = reportSection({ composed: 'Chương trình viết.', kept: 'Tôi viết.' });
  test.each([
    ['the same text', composed, 'Chương trình viết.', { kind: 'nothing' }],
    ['a line end more', composed, 'Chương trình viết. \n', { kind: 'nothing' }],
    ['another text', composed, 'Tôi viết.', { kind: 'set', text: fromPlain('Tôi viết.') }],
    ['the kept text', kept, 'Tôi viết.', { kind: 'nothing' }],
    ['the composed text again', kept, 'Chương trình viết.', { kind: 'set', text: null }],
    ['nothing at all', composed, '', { kind: 'set', text: fromPlain('') }],
  ])('%s', (_, section, typed, expected) => {
    expect(sectionChange(section, fromPlain(typed))).toEqual(expected);
  });
});

test('a head goes through the form unchanged, and blank lines are no recipients', () => {
  const { head } = reportDraft();
  expect(headFromForm(headForm(head))).toEqual(head);
  const typed = { ...headForm(head), recipients: ' Như kính gửi \n\n  Lưu: VT ' };
  expect(headFromForm(typed).recipients).toEqual(['Như kính gửi', 'Lưu: VT']);
});

test.each([
  ['number', { number: '12' }],
  ['day', { dated_on: '2023-08-05' }],
  ['addressees', { addressees: ['Khác'] }],
  ['recipients', { recipients: [] }],
  ['signer', { signer: signer({ name: 'Lò Văn Minh' }) }],
])('a head with another %s is another head', (_, change) => {
  const { head } = reportDraft();
  expect(isSameHead(head, { ...head })).toBe(true);
  expect(isSameHead(head, { ...head, ...change })).toBe(false);
});

test('a signer who has left is still offered as the one that the report names', () => {
  const known = [signer({ id: 2, name: 'Lò Văn Minh' })];
  const choices = signerChoices(known, signer({ id: 9 }));
  expect(choices.map((choice) => [choice.signer.name, choice.isAsWritten])).toEqual([
    ['Nguyễn Thị Hoa', true],
    ['Lò Văn Minh', false],
  ]);
  expect(chosenSigner(choices, signer({ id: 9 }))).toBe('written');
  expect(signerChoices(known, known[0] ?? signer())).toHaveLength(1);
});

test('the annex counts what was said, not what is zero', () => {
  expect(figureCounts(reportDraft())).toEqual([{ code: 'mieng', name: 'Tuyên truyền miệng', n_reported: 1, n_all: 2 }]);
});

test.each([
  ['Đơn vị hiện có … công đoàn cơ sở.', true],
  ['Đơn vị hiện có ... công đoàn cơ sở.', true],
  ['…', true],
  ['- Treo băng rôn, cờ, phướn… tại trụ sở.', false],
  ['Đơn vị có 96 công đoàn cơ sở.', false],
])('a place to fill in is seen in %j: %s', (composed, expected) => {
  expect(hasGap(reportSection({ composed }))).toBe(expected);
  expect(hasGap(reportSection({ composed: 'Cũ … cũ', kept: composed })), 'the text that is printed counts').toBe(
    expected,
  );
});

test('only sections with text are named as having places to fill in', () => {
  const draft = reportDraft({
    sections: [
      reportSection({ composed: 'Có … người' }),
      reportSection({ code: 'iii', has_text: false, composed: ' … ' }),
    ],
  });
  expect(sectionsWithGaps(draft).map((section) => section.code)).toEqual(['i']);
});

test('a section is named with the part it stands in', () => {
  const inner = reportSection({ code: 'iii-2-1', number: '2.1', level: 3 });
  const draft = reportDraft({
    sections: [
      reportSection(),
      reportSection({ code: 'iii', number: 'III' }),
      inner,
      reportSection({ code: 'iv', number: 'IV' }),
    ],
  });
  expect(sectionPath(draft, inner)).toBe('III.2.1');
  expect(draft.sections.map((section) => sectionPath(draft, section))).toEqual(['I', 'III', 'III.2.1', 'IV']);
});
