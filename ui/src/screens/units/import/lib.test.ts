import { describe, expect, it } from 'vitest';
import { importLine, importPreview } from '../../../test/units';
import {
  checkLines,
  columnLetter,
  counts,
  examples,
  fileName,
  isList,
  keepsDecisions,
  narrow,
  rememberDoubts,
  withColumn,
} from './lib';

const candidate = { unit: 4, name: 'CĐCS Đồn', parent_name: '', likeness: 80 };

describe('a list of units', () => {
  it.each([
    ['/a/Danh sách.XLSX', true],
    ['C:\\a\\b.ods', true],
    ['b.csv', true],
    ['b.docx', false],
    ['xls', false],
  ])('is or is not %s', (path, wanted) => {
    expect(isList(path)).toBe(wanted);
  });
  it('has a name, whatever the system', () => {
    expect(fileName('C:\\Danh sách\\a.xlsx')).toBe('a.xlsx');
    expect(fileName('/home/hoa/a.xlsx')).toBe('a.xlsx');
  });
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
  ])('calls column %i %s', (at, wanted) => {
    expect(columnLetter(at)).toBe(wanted);
  });

  it('has each meaning in one column, but for what is not read', () => {
    expect(withColumn(['ignored', 'name', 'members'], 0, 'name')).toEqual(['name', 'ignored', 'members']);
    expect(withColumn(['ignored', 'name', 'members'], 2, 'ignored')).toEqual(['ignored', 'name', 'ignored']);
  });

  it('loses decisions where the lines become others', () => {
    expect(keepsDecisions({ kind: 'cdcs' })).toBe(true);
    expect(keepsDecisions({ columns: ['name'] })).toBe(false);
    expect(keepsDecisions({ sheet: 'B' })).toBe(false);
    expect(keepsDecisions({ convert: 'vni' })).toBe(false);
  });

  it('keeps the candidates of a line that was decided', () => {
    const before = importPreview([importLine(4, 'CĐCS Đồn BP', { fate: 'doubtful', candidates: [candidate] })]);
    const doubts = rememberDoubts(new Map(), before);
    const after = importPreview([importLine(4, 'CĐCS Đồn BP', { fate: 'unchanged', unit: 4 })]);
    const lines = checkLines(after, rememberDoubts(doubts, after));
    expect(lines[0]?.candidates).toEqual([candidate]);
    expect(counts(lines)).toMatchObject({ all: 1, doubtful: 1, unchanged: 1, new: 0, problems: 0 });
    expect(narrow(lines, 'doubtful', 'don')).toHaveLength(1);
    expect(narrow(lines, 'doubtful', 'mầm')).toHaveLength(0);
  });

  it('shows how a column is read, each text once', () => {
    const lines = ['A', 'A', 'B', 'C', 'D'].map((name, at) => importLine(at + 2, name));
    expect(examples(importPreview(lines), 'name')).toEqual(['A', 'B', 'C']);
    expect(examples(importPreview(lines), 'phone')).toEqual([]);
    expect(examples(importPreview(lines), 'members')).toEqual(['25']);
  });
});
