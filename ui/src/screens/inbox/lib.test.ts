import { expect, test } from 'vitest';
import type { FateReason, FileFate } from '$lib/ipc/bindings';
import { en } from '$lib/words/en';
import { vi } from '$lib/words/vi';
import { inboxFile } from './fixtures';
import { choiceOf, countGroups, filterFiles, groupOf, isTaken, ofName, undecided } from './lib';

test('files stand under what is to be done with them', () => {
  const cases: [FileFate, FateReason, string][] = [
    ['new', 'none', 'take'],
    ['newer', 'replaces', 'take'],
    ['older', 'later_kept', 'take'],
    ['draft', 'not_sent', 'decide'],
    ['key_changed', 'other_key', 'decide'],
    ['unknown_unit', 'by_name', 'decide'],
    ['unknown_unit', 'own_report', 'refused'],
    ['same', 'same_in_drop', 'known'],
    ['damaged', 'broken', 'refused'],
    ['forged', 'signature', 'refused'],
  ];
  for (const [fate, reason, group] of cases) expect(groupOf(inboxFile({ fate, reason })), fate).toBe(group);
});

test('what needs a decision is taken once it is decided, and what is left out is not', () => {
  const draft = inboxFile({ id: 'a', fate: 'draft' });
  const changed = inboxFile({ id: 'b', fate: 'key_changed', unit: 7, fingerprint: 'AB' });
  const unsigned = inboxFile({ id: 'e', fate: 'key_changed', reason: 'unsigned', fingerprint: '', is_signed: false });
  const other = { ...unsigned, id: 'f' };
  const unknown = inboxFile({ id: 'c', fate: 'unknown_unit', unit: null });
  const fresh = inboxFile({ id: 'd', fate: 'new' });
  const files = [draft, changed, unsigned, other, unknown, fresh];
  expect(files.map((file) => isTaken(file, undecided()))).toEqual([false, false, false, false, false, true]);
  const decided = {
    skipped: new Set(['d']),
    drafts: new Set(['a']),
    confirmed: new Set(['b', 'e']),
    units: new Map([['c', 9]]),
  };
  expect(files.map((file) => isTaken(file, decided))).toEqual([true, true, true, false, true, false]);
  expect(choiceOf(files, 'xyz', decided)).toEqual({
    digest: 'xyz',
    skipped: ['d'],
    drafts: ['a'],
    keys: [{ unit: 7, fingerprint: 'AB' }],
    unsigned: ['e'],
    units: [{ file: 'c', unit: 9 }],
    accept_names: false,
  });
});

test('a name of exactly one unit can be confirmed for all files at once', () => {
  const candidates = [{ unit: 4, name: 'CĐCS A', parent_name: '', likeness: 100 }];
  expect(ofName(inboxFile({ fate: 'unknown_unit', reason: 'by_name', candidates }))).toBe(4);
  expect(ofName(inboxFile({ fate: 'unknown_unit', reason: 'no_such_unit', candidates }))).toBeNull();
});

test('files are counted by group and found without marks', () => {
  const files = [
    inboxFile({ id: 'a', unit_name: 'CĐCS Bản Bo' }),
    inboxFile({ id: 'b', fate: 'damaged', unit_name: '', name: 'cụt.docx' }),
  ];
  expect(countGroups(files)).toEqual({ all: 2, take: 1, decide: 0, known: 0, refused: 1 });
  expect(filterFiles(files, 'all', 'ban bo').map((file) => file.id)).toEqual(['a']);
  expect(filterFiles(files, 'refused', '').map((file) => file.id)).toEqual(['b']);
  expect(filterFiles(files, 'take', 'cut')).toEqual([]);
});

test('what is not taken brings a sentence to send back, in both languages', () => {
  const locked = inboxFile({ fate: 'damaged', reason: 'locked', name: 'a.docx' });
  expect(vi.inbox.reply(locked)).toBe(
    'Tệp “a.docx” chưa nhận được. Tệp có mật khẩu. Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.',
  );
  expect(en.inbox.reply(locked)).toContain('take the password off');
  expect(vi.inbox.reply(inboxFile({ fate: 'new' }))).toBe('');
  const key = inboxFile({
    fate: 'key_changed',
    reason: 'other_key',
    fields: { known: 'AA' },
    fingerprint: 'BB',
    is_signed: true,
  });
  expect(vi.inbox.reason(key)).toBe('Khóa đang tin: AA. Khóa trong tệp: BB.');
  const unsigned = inboxFile({ fate: 'key_changed', reason: 'unsigned', name: 'b.xlsx', is_signed: false });
  expect(vi.inbox.reply(unsigned)).toContain('không có chữ ký');
  expect(vi.inbox.reply(unsigned)).not.toContain('mã khóa');
  expect(en.inbox.reply(unsigned)).not.toContain('fingerprint');
});
