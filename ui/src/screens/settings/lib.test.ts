import { describe, expect, test } from 'vitest';
import type { MilestoneSetting, MovedItem } from '$lib/ipc/bindings';
import { milestone, phaseHead } from '../../test/fixtures';
import {
  cleanSetting,
  dueForm,
  dueRule,
  EMPTY_UNIT,
  groupDigits,
  isSameSetting,
  milestoneProblems,
  milestoneSetting,
  NEW_SIGNER,
  parseCount,
  refusedMilestoneField,
  sectionOf,
  signerProblems,
  sortMoved,
  UNIT_LEVELS,
  unitForm,
  unitFromForm,
  unitProblems,
  variantOf,
  withLevel,
  withLevelAuthority,
} from './lib';

const tamDuong = {
  name: 'Liên đoàn Lao động huyện Tam Đường',
  level: 'district' as const,
  superior: 'Liên đoàn Lao động tỉnh Lai Châu',
  place: 'Tam Đường',
  symbol: 'LĐLĐ',
  members: 24500,
};

describe('a level', () => {
  test('comes from the province down', () => {
    expect(UNIT_LEVELS[0]).toBe('province');
    expect(UNIT_LEVELS).toHaveLength(8);
  });

  test('proposes a name to be continued, and a symbol', () => {
    const unit = withLevel(EMPTY_UNIT, 'sector', null);
    expect(unit).toMatchObject({ name: 'Công đoàn ngành ', superior: 'Liên đoàn Lao động tỉnh ', symbol: 'CĐN' });
  });

  test('proposes anew what was only proposed, and leaves what was typed', () => {
    const first = withLevel(EMPTY_UNIT, 'sector', null);
    const typed = { ...first, name: 'Công đoàn ngành Y tế' };
    expect(withLevel(typed, 'grassroots', 'sector')).toMatchObject({
      name: 'Công đoàn ngành Y tế',
      superior: 'Liên đoàn Lao động huyện ',
      symbol: 'CĐCS',
    });
  });

  test('proposes how the unit signs, unless another form was typed', () => {
    const proposed = withLevelAuthority(NEW_SIGNER, 'grassroots', null);
    expect(proposed).toMatchObject({ authority: 'TM. BAN CHẤP HÀNH', title: 'CHỦ TỊCH' });
    expect(withLevelAuthority(proposed, 'district', 'grassroots')).toMatchObject({
      authority: 'TM. BAN THƯỜNG VỤ',
      title: 'PHÓ CHỦ TỊCH',
    });
    const typed = { ...proposed, title: 'QUYỀN CHỦ TỊCH' };
    expect(withLevelAuthority(typed, 'district', 'grassroots')).toEqual(typed);
  });
});

test('the form of signature with "KT." is offered last', () => {
  expect(variantOf({ authority: 'TM. BAN THƯỜNG VỤ', title: 'PHÓ CHỦ TỊCH' })).toBe(0);
  expect(variantOf({ authority: 'KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH' })).toBe(4);
  expect(variantOf({ authority: 'Q. CHỦ TỊCH', title: '' })).toBe(-1);
});

describe('a unit', () => {
  test('goes through the form unchanged', () => {
    expect(unitFromForm(unitForm(tamDuong))).toEqual(tamDuong);
    expect(unitProblems(unitForm(tamDuong))).toEqual({});
  });

  test.each([
    [{ name: '  ' }, 'name', 'required'],
    [{ name: 'Liên đoàn Lao động huyện ' }, 'name', 'continueName'],
    [{ superior: 'Liên đoàn Lao động tỉnh' }, 'superior', 'continueName'],
    [{ place: '' }, 'place', 'required'],
    [{ symbol: '' }, 'symbol', 'required'],
  ])('%j is wrong at %s: %s', (change, field, problem) => {
    expect(unitProblems(unitForm({ ...tamDuong, ...change }))).toEqual({ [field]: problem });
  });

  test('may have nothing above it', () => {
    expect(unitProblems(unitForm({ ...tamDuong, superior: '' }))).toEqual({});
  });

  test('says so when its members are no number', () => {
    expect(unitProblems({ unit: tamDuong, members: 'hai nghìn' })).toEqual({ members: 'badNumber' });
  });
});

test.each([
  ['', null],
  ['0', 0],
  ['1.250', 1250],
  ['1250', 1250],
  ['24.500', 24500],
  ['1.25', undefined],
  ['1,250', undefined],
  ['-3', undefined],
  ['99999999999', undefined],
])('"%s" counts as %s', (text, expected) => {
  expect(parseCount(text)).toBe(expected);
});

test('a number is grouped in the Vietnamese way', () => {
  expect([7, 1250, 1234567].map(groupDigits)).toEqual(['7', '1.250', '1.234.567']);
});

test('a signer needs a title and a name', () => {
  expect(signerProblems(NEW_SIGNER)).toEqual({ title: 'required', name: 'required' });
});

describe('a milestone', () => {
  const setting = (more: Partial<MilestoneSetting> = {}): MilestoneSetting => ({
    ...milestoneSetting(milestone()),
    ...more,
  });
  test.each([
    ['unknown needs no day', { certainty: 'unknown' as const, on: null }, {}],
    ['expected needs one', { certainty: 'expected' as const, on: null }, { on: 'dateNeeded' }],
    ['fixed needs one', { on: null }, { on: 'dateNeeded' }],
    ['must not end before it begins', { until: '2023-10-02' }, { until: 'outOfOrder' }],
    ['may take several days', { until: '2023-10-04' }, {}],
  ])('%s', (_, change, expected) => {
    expect(milestoneProblems(setting(change))).toEqual(expected);
  });

  test('keeps no day while it is unknown, and no last day that is the first', () => {
    expect(cleanSetting(setting({ certainty: 'unknown' }))).toMatchObject({ on: null, until: null });
    expect(cleanSetting(setting({ until: '2023-10-03' })).until).toBeNull();
    expect(isSameSetting(setting({ reason: ' ' }), setting())).toBe(true);
  });

  test.each([
    [{ code: 'date_needed' as const, fields: {} }, 'on'],
    [{ code: 'dates_out_of_order' as const, fields: {} }, 'until'],
    [{ code: 'out_of_range' as const, fields: { field: 'on' } }, 'on'],
    [{ code: 'disk_full' as const, fields: {} }, null],
  ])('a refusal %j belongs to %s', (error, field) => {
    expect(refusedMilestoneField(error)).toBe(field);
  });

  test('moves phases first and activities last', () => {
    const item = (kind: MovedItem['kind']): MovedItem => ({
      kind,
      code: kind,
      title: kind,
      old_starts_on: null,
      old_ends_on: null,
      new_starts_on: null,
      new_ends_on: null,
    });
    const kinds = sortMoved([item('activity'), item('milestone'), item('report'), item('phase')]).map(
      (one) => one.kind,
    );
    expect(kinds).toEqual(['phase', 'report', 'milestone', 'activity']);
  });
});

describe('the rule for due days', () => {
  const rule = { days_after_end: 5, is_proposed: true, fixed: [{ phase: 'dot1', due_on: '2023-08-10' }] };
  const phases = [phaseHead(), phaseHead({ code: 'dot2' })];
  test('is the word of the user once it is saved', () => {
    expect(dueRule(dueForm(rule, phases))).toEqual({ ...rule, is_proposed: false });
  });

  test.each([
    ['10', 10],
    [' 0 ', 0],
    ['-3', -3],
    ['365', 365],
    ['366', null],
    ['', null],
    ['năm', null],
    ['1,5', null],
  ])('"%s" days are %s', (days, expected) => {
    expect(dueRule({ ...dueForm(rule, phases), days })?.days_after_end ?? null).toBe(expected);
  });
});

test('the address names a section, and anything else is the first', () => {
  expect(sectionOf('due')).toBe('due');
  expect(sectionOf('gone')).toBe('unit');
  expect(sectionOf(null)).toBe('unit');
});
