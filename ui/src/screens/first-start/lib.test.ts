import { describe, expect, test } from 'vitest';
import type { OfferedPlan, PlanHead } from '$lib/ipc/bindings';
import { handedFile, milestone, planHead } from '../../test/fixtures';
import {
  chooseLevel,
  chosenPlan,
  choosePlan,
  emptyForm,
  FROM_FILE,
  isStepComplete,
  milestonesToAsk,
  offerFile,
  proposedPlan,
  setMilestone,
  stepOfRefusal,
  stillUnknown,
  toSetUp,
  type FirstStartForm,
} from './lib';

const congress = milestone({ certainty: 'unknown', on: null });
const plan = (more: Partial<PlanHead> = {}): PlanHead =>
  planHead({ milestones: [milestone({ code: 'ban-hanh', kind: 'issue' }), congress], ...more });

function filled(): FirstStartForm {
  const form = chooseLevel({ ...emptyForm(), plan: plan().code }, 'district');
  const unit = {
    ...form.unit.unit,
    name: 'Liên đoàn Lao động huyện Tam Đường',
    superior: 'LĐLĐ tỉnh',
    place: 'Tam Đường',
  };
  return { ...form, unit: { unit, members: '2.345' }, signer: { ...form.signer, name: 'Nguyễn Thị Hoa' } };
}

test('plan 383 is proposed wherever it stands in the list', () => {
  const other = plan({ code: '12-khac', document: 'Kế hoạch số 12/KH-LĐLĐ' });
  expect(proposedPlan([other, plan()])).toBe('383-lai-chau-2022');
  expect(proposedPlan([other])).toBe('12-khac');
  expect(proposedPlan([])).toBe('');
});

test('the first step is complete with level, unit and signer, and not before', () => {
  expect(isStepComplete(emptyForm(), 1)).toBe(false);
  expect(isStepComplete(chooseLevel(emptyForm(), 'district'), 1)).toBe(false);
  expect(isStepComplete(filled(), 1)).toBe(true);
  expect(isStepComplete({ ...filled(), signer: { ...filled().signer, name: ' ' } }, 1)).toBe(false);
});

describe('milestones', () => {
  const expected = { code: congress.code, certainty: 'expected' as const, on: '2023-10-03', until: null, reason: '' };
  test('are asked for except the day of issue', () => {
    expect(milestonesToAsk(plan()).map((view) => view.code)).toEqual(['dh-tinh']);
  });

  test('are sent only where another day was given', () => {
    expect(toSetUp(filled()).milestones).toEqual([]);
    const set = setMilestone(filled(), congress, expected);
    expect(toSetUp(set).milestones).toEqual([expected]);
    expect(stillUnknown(plan(), filled())).toHaveLength(1);
    expect(stillUnknown(plan(), set)).toHaveLength(0);
    expect(toSetUp(setMilestone(set, congress, null)).milestones).toEqual([]);
  });

  test('that are expected without a day hold the third step', () => {
    expect(isStepComplete(filled(), 3)).toBe(true);
    expect(isStepComplete(setMilestone(filled(), congress, { ...expected, on: null }), 3)).toBe(false);
  });

  test('of another plan are forgotten', () => {
    const set = setMilestone(filled(), congress, expected);
    expect(choosePlan(set, plan().code)).toBe(set);
    expect(choosePlan(set, 'khac').milestones).toEqual({});
  });
});

test('what is sent has no blanks at its ends, and the number of members', () => {
  const form = filled();
  const input = toSetUp({ ...form, signer: { ...form.signer, name: ' Nguyễn Thị Hoa ' } });
  expect(input.unit.members).toBe(2345);
  expect(input.signer).toMatchObject({
    name: 'Nguyễn Thị Hoa',
    authority: 'TM. BAN THƯỜNG VỤ',
    is_default: true,
    id: null,
  });
});

describe('a refusal leads back', () => {
  test.each([
    ['too long a place', { code: 'too_long' as const, fields: { field: 'place' } }, 1],
    ['too long a name of the unit', { code: 'too_long' as const, fields: { field: 'name', length: '301' } }, 1],
    [
      'too long a name of the signer',
      { code: 'too_long' as const, fields: { field: 'signer.name', length: '301' } },
      1,
    ],
    ['a plan that is gone', { code: 'not_found' as const, fields: { what: 'plan' } }, 2],
    ['a plan that is wrong', { code: 'bad_plan' as const, fields: { field: 'phase.starts' } }, 2],
    ['a missing day', { code: 'date_needed' as const, fields: {} }, 3],
    ['too long a reason', { code: 'too_long' as const, fields: { field: 'reason' } }, 3],
    ['a full disk', { code: 'disk_full' as const, fields: {} }, 4],
  ])('%s', (_, error, step) => {
    expect(stepOfRefusal(error)).toBe(step);
  });
});

describe('a plan file', () => {
  const { content } = handedFile();
  const file = ('plan' in content ? content.plan : undefined) as OfferedPlan;
  const later = { ...file, text: { ...file.text, text: 'code = "mau-song-may-2028" # sửa' } };

  test('is chosen at once, and is what is sent', () => {
    const form = offerFile(filled(), file);
    expect(chosenPlan(form, [plan()])).toBe(file.head);
    expect(toSetUp(form).plan).toBe(file.text);
    expect(isStepComplete(form, 2)).toBe(true);
  });

  test('stays in the list when another plan is chosen', () => {
    const form = choosePlan(offerFile(filled(), file), plan().code);
    expect(chosenPlan(form, [plan()])?.code).toBe(plan().code);
    expect(toSetUp(form).plan).toBe(plan().code);
    expect(toSetUp(choosePlan(form, FROM_FILE)).plan).toBe(file.text);
  });

  test('that is opened again keeps the days that were entered; another one does not', () => {
    const day = { code: 'le-tong-ket', certainty: 'fixed' as const, on: '2028-06-01', until: null, reason: '' };
    const form = { ...offerFile(filled(), file), milestones: { [day.code]: day } };
    expect(offerFile(form, { ...file }).milestones).toEqual({ [day.code]: day });
    expect(offerFile(form, later).milestones).toEqual({});
  });
});
