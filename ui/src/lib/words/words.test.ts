import { describe, expect, it } from 'vitest';
import type { ErrorCode, Op, StepLabel } from '../ipc/bindings';
import { en } from './en';
import { vi } from './vi';

const label = (more: Partial<StepLabel> = {}): StepLabel => ({
  step: 1,
  op: 'set_progress',
  subject: 'Treo băng rôn',
  count: 1,
  ...more,
});

/** Every text of a catalogue by its path; a function is called with plain arguments. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}.${key}`));
  }
  return [];
}

describe('the catalogue', () => {
  it('says what was done, with its subject', () => {
    expect(vi.ops.done(label(), vi.ops.progress.done)).toBe('Đã đánh dấu xong: Treo băng rôn');
    expect(vi.ops.done(label({ op: 'set_up', subject: '' }))).toBe('Đã lập sổ');
    expect(vi.ops.done(label({ count: 5 }), vi.ops.progress.done)).toBe('Đã đánh dấu xong: 5 mục');
  });

  it.each(Object.keys(vi.errors) as ErrorCode[])('has a sentence for %s, with fields and without', (code) => {
    for (const words of [vi, en]) {
      for (const fields of [
        {},
        { path: 'so.sqlite', text: 'x', field: 'name', from: '0', to: '9', date: '2023-07-20' },
      ]) {
        expect(words.errors[code](fields)).toMatch(/^\S.*\.$/);
        expect(words.errors[code](fields)).not.toContain('undefined');
      }
    }
  });

  it.each([
    ['not_a_plan', { kind: 'document' }, /Word, Excel, PDF/],
    ['not_a_plan', { kind: 'too_large', limit_mb: '1' }, /lớn quá 1 MB/],
    ['not_a_plan', { kind: 'encoding' }, /UTF-8/],
    ['not_a_plan', { kind: 'binary' }, /không phải là tệp kế hoạch/],
    ['too_new', { what: 'plan' }, /^Tệp kế hoạch này theo dạng mới/],
    ['too_new', { path: 'so.db' }, /^Sổ này/],
    ['not_found', { what: 'plan_file', id: 'E:\\KH.sotg' }, /USB đã rút ra/],
    ['bad_plan', { plan: 'a.sotg', line: '7', problem: 'missing', field: 'code' }, /dòng 7, mục “code”: còn thiếu\.$/],
    ['bad_plan', { plan: 'a.sotg', line: '7', problem: 'syntax', value: 'x' }, /dòng 7: viết sai quy tắc.* \(x\)\.$/],
  ] as const)('says of a plan file that is %s with %o what to do', (code, fields, wanted) => {
    expect(vi.errors[code](fields)).toMatch(wanted);
    expect(en.errors[code](fields)).not.toContain('…');
  });

  it('is in composed letters (NFC) and without an empty text', () => {
    for (const [path, text] of [...textsOf(vi), ...textsOf(en)]) {
      expect(text, path).toBe(text.normalize('NFC'));
      if (!path.endsWith('.kinds.do')) expect(text.trim(), path).not.toBe('');
    }
  });

  it('names every change in both languages', () => {
    const ops: Op[] = ['set_progress', 'set_milestone', 'remove_activity', 'set_report_state'];
    for (const op of ops) expect(vi.ops.name(label({ op }))).not.toBe(en.ops.name(label({ op })));
  });
});
