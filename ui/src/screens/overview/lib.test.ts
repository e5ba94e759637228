import { describe, expect, it } from 'vitest';
import { milestone, phaseHead } from '../../test/fixtures';
import { barShares, congressMoment, endOfWeek, phaseMoment } from './lib';

const today = '2023-07-20';

describe('the phase in view', () => {
  it.each([
    ['runs, with its days left', phaseHead({ starts_on: '2022-10-25' }), 11, { kind: 'running', days: 11 }],
    ['runs without a known end', phaseHead({ starts_on: '2023-07-01' }), null, { kind: 'running', days: null }],
    ['ends today', phaseHead({ starts_on: '2022-10-25' }), 0, { kind: 'running', days: 0 }],
    ['is still to come', phaseHead({ starts_on: '2023-08-01' }), 40, { kind: 'coming', days: 12 }],
    ['is over', phaseHead({ starts_on: '2022-10-25' }), -3, { kind: 'over', days: 3 }],
    ['has no day at all', phaseHead({ starts_on: null }), null, { kind: 'unknown' }],
  ])('%s', (_, phase, daysLeft, moment) => {
    expect(phaseMoment(phase, today, daysLeft)).toEqual(moment);
  });
});

describe('the next congress', () => {
  it.each([
    ['without a day', milestone({ certainty: 'unknown', on: null }), { kind: 'unknown' }],
    ['that is expected', milestone({ certainty: 'expected', on: '2023-10-03' }), { kind: 'coming', days: 75 }],
    ['on its second day', milestone({ on: '2023-07-19', until: '2023-07-21' }), { kind: 'running', days: 1 }],
    ['of yesterday', milestone({ on: '2023-07-19' }), { kind: 'over', days: 1 }],
  ])('%s', (_, congress, moment) => {
    expect(congressMoment(congress, today)).toEqual(moment);
  });
});

describe('the bar of a phase', () => {
  it('shares out what applies', () => {
    const { counts } = phaseHead({ counts: { applicable: 20, done: 10, doing: 5, late: 2 } });
    expect(barShares(counts)).toEqual({ done: 50, doing: 25, late: 10 });
  });
  it('is empty where nothing applies', () => {
    expect(barShares(phaseHead({ counts: { applicable: 0 } }).counts)).toEqual({ done: 0, doing: 0, late: 0 });
  });
});

it.each([
  ['a Thursday', '2023-07-20', '2023-07-23'],
  ['a Sunday', '2023-07-23', '2023-07-23'],
  ['a Monday', '2023-07-24', '2023-07-30'],
])('the week of %s ends on Sunday', (_, from, sunday) => {
  expect(endOfWeek(from)).toBe(sunday);
});
