import { describe, expect, it } from 'vitest';
import { unitNode as node, unitTree } from '../../test/units';
import {
  changeDraft,
  changeOf,
  isBlank,
  kindBelow,
  lines,
  missing,
  readMembers,
  refusedField,
  search,
  tellDescent,
  treeKey,
  unitChoices,
  withBelow,
  type ChangeKind,
} from './lib';

/** 1 (2 (3) 4) 5 */
const units = unitTree().units;
const names = (open: number[], query = ''): string[] =>
  lines(units, new Set(open), search(units, query)).map(({ node, at, of }) => `${node.id}:${at}/${of}`);

describe('the tree', () => {
  it.each([
    ['nothing open', [], ['1:1/2', '5:2/2']],
    ['the first open', [1], ['1:1/2', '2:1/2', '4:2/2', '5:2/2']],
    ['all open', [1, 2], ['1:1/2', '2:1/2', '3:1/1', '4:2/2', '5:2/2']],
    ['what is open below a closed one', [2], ['1:1/2', '5:2/2']],
  ])('shows what stands below open units: %s', (_, open, wanted) => {
    expect(names(open)).toEqual(wanted);
  });

  it.each([
    ['mam non', ['1:1/1', '2:1/1', '3:1/1']],
    ['non mầm', ['1:1/1', '2:1/1', '3:1/1']],
    ['td-09', ['1:1/1', '4:1/1']],
    ['nganh y', ['5:1/1']],
    ['không có', []],
  ])('shows what a search finds with all above it, without marks, by name and code: %s', (query, wanted) => {
    expect(names([], query)).toEqual(wanted);
    const found = search(units, query);
    expect(found?.n).toBe(wanted.length === 0 ? 0 : 1);
  });

  const shown = lines(units, new Set([1]), null);
  it.each([
    ['ArrowDown', 0, { to: 1 }],
    ['ArrowDown', 3, { to: 3 }],
    ['ArrowUp', 0, { to: 0 }],
    ['Home', 2, { to: 0 }],
    ['End', 0, { to: 3 }],
    ['PageDown', 0, { to: 3 }],
    ['ArrowRight', 0, { to: 1 }],
    ['ArrowRight', 1, { open: 2 }],
    ['ArrowRight', 2, null],
    ['ArrowLeft', 0, { close: 1 }],
    ['ArrowLeft', 2, { to: 0 }],
    ['ArrowLeft', 3, null],
    ['Enter', 2, { choose: 4 }],
    [' ', 2, { choose: 4 }],
    ['x', 0, null],
  ])('obeys %s at line %i', (key, at, wanted) => {
    expect(treeKey(key, shown, at, 10)).toEqual(wanted);
  });

  it('knows a unit with all below it, and where a choice stands', () => {
    expect([...withBelow(units, 1)]).toEqual([1, 2, 3, 4]);
    expect(unitChoices(units)[2]).toEqual({
      value: '3',
      label: 'CĐCS Trường Mầm non Bum Tở',
      hint: 'Công đoàn xã Bum Tở',
    });
  });
});

describe('facts', () => {
  it.each([
    ['', null],
    [' 1.250 ', 1250],
    ['45', 45],
    ['1,5', undefined],
    ['12.50', undefined],
    ['-3', undefined],
    ['hai mươi', undefined],
    ['9999999999', undefined],
  ])('reads “%s” members', (typed, wanted) => {
    expect(readMembers(typed)).toBe(wanted);
  });
  it('leaves out a contact in which nothing was entered', () => {
    expect(isBlank({ title: ' ', phone: '', email: '' })).toBe(true);
    expect(isBlank({ title: '', phone: '0213', email: '' })).toBe(false);
  });
});

describe('a change of the structure', () => {
  const draft = (kind: ChangeKind) => changeDraft({ name: 'CĐCS cũ', kind: 'cdcs' }, kind);

  it.each([
    ['rename', {}, ['on']],
    ['rename', { name: ' ', on: '2023-07-01' }, ['name']],
    ['move', { on: '2023-07-01' }, ['parent']],
    ['move', { on: '2023-07-01', parent: null }, []],
    ['close', {}, ['on']],
    ['merge', {}, ['into', 'on']],
    ['split', {}, ['parts', 'on']],
    ['split', { on: '2023-07-01', parts: [{ name: 'CĐCS mới', kind: 'cdcs' }] }, []],
  ] as [ChangeKind, object, string[]][])('%s with %o still needs %o', (kind, more, wanted) => {
    expect(missing(kind, { ...draft(kind), ...more })).toEqual(wanted);
  });

  it('merges the unit with the others that were chosen, and puts parts where the unit stands', () => {
    expect(changeOf('merge', 3, 2, { ...draft('merge'), into: 5, others: [4] })).toEqual({
      change: 'merge',
      units: [3, 4],
      into: 5,
    });
    const parts = [{ name: 'CĐCS mới', kind: 'cdcs' }];
    expect(changeOf('split', 3, 2, { ...draft('split'), parts, ends: true, on: '2023-07-01' })).toMatchObject({
      change: 'split',
      unit: 3,
      ends: true,
      parts: [{ parent: 2, name: 'CĐCS mới', kind: 'cdcs', starts_on: '2023-07-01' }],
    });
  });

  it.each([
    ['rename', 'name_taken', {}, 'name'],
    ['move', 'below_itself', {}, 'parent'],
    ['merge', 'name_taken', {}, 'into'],
    ['split', 'name_taken', {}, 'parts'],
    ['close', 'later_change', {}, 'on'],
    ['close', 'units_below', {}, null],
    ['merge', 'too_long', { field: 'document' }, 'document'],
  ] as const)('shows what is refused of %s (%s) beside its field', (kind, code, fields, wanted) => {
    expect(refusedField(kind, { code, fields })).toBe(wanted);
  });

  it.each([
    [{ from: 3, manner: 'merged' }, 'mergedInto'],
    [{ to: 3, manner: 'merged' }, 'mergedFrom'],
    [{ from: 3, manner: 'split' }, 'splitInto'],
    [{ to: 3, manner: 'split' }, 'splitFrom'],
  ] as const)('tells the lineage from the side of the unit: %o', (more, wanted) => {
    const step = { from: 8, from_name: 'A', to: 8, to_name: 'B', on: '2023-07-01', document: '', ...more };
    expect(tellDescent(3, step)).toMatchObject({ way: wanted, other: 8 });
  });

  it('proposes the kind that the brothers have', () => {
    const tree = { ...unitTree(), units: [...units, node(6, 'CĐCS khác', { parent: 5, kind: 'truong' })] };
    expect(kindBelow(tree, 5)).toBe('truong');
    expect(kindBelow(tree, 6)).toBe('cdcs');
  });
});
