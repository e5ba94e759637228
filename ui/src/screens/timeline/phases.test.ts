import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '$lib/date';
import type { StageSpan, TimelinePhase } from '$lib/ipc/bindings';
import { phaseHead } from '../../test/fixtures';
import { phaseStrips, stageBlocks } from './phases';

const phase = (
  from: string,
  to: string,
  stages: StageSpan[] = [],
  known: { starts_on?: string | null; ends_on?: string | null } = {},
): TimelinePhase => ({
  head: phaseHead(known),
  drawn_from: from,
  drawn_to: to,
  stages,
});
const stage = (name: string, starts_on: string | null, ends_on: string | null): StageSpan => ({
  code: name,
  name,
  starts_on,
  ends_on,
});

describe('the strips of the phases', () => {
  it('follow each other where their days are known', () => {
    const strips = phaseStrips([phase('2023-01-01', '2023-07-31'), phase('2023-08-01', '2023-10-31')]);
    expect(strips.map(({ start, end }) => [toIso(start), toIso(end)])).toEqual([
      ['2023-01-01', '2023-08-01'],
      ['2023-08-01', '2023-11-01'],
    ]);
  });

  it('share what two of them may both take', () => {
    const [first, second] = phaseStrips([
      phase('2023-08-01', '2023-11-29', [], { ends_on: null }),
      phase('2023-09-01', '2024-01-31', [], { starts_on: null }),
    ]);
    expect(first?.end).toBe(second?.start);
    expect(toIso(first?.end ?? 0)).toBe('2023-10-16');
  });

  it.each([
    ['start of the second', { ends_on: null }, { starts_on: '2023-10-02' }, '2023-10-02'],
    ['end of the first', { ends_on: '2023-12-30' }, { starts_on: null }, '2023-12-31'],
  ])('end where the known %s says', (_, first, second, border) => {
    const strips = phaseStrips([
      phase('2023-08-01', '2023-12-30', [], first),
      phase('2023-10-02', '2024-01-02', [], second),
    ]);
    expect([strips[0]?.end, strips[1]?.start].map((day) => toIso(day ?? 0))).toEqual([border, border]);
  });
});

describe('phases of which the days are known and overlap', () => {
  it('stand in two rows, so that neither lies over the other', () => {
    const strips = phaseStrips([
      phase('2023-01-01', '2023-07-31'),
      phase('2023-08-01', '2023-11-02'),
      phase('2023-10-02', '2024-01-02'),
    ]);
    expect(strips.map(({ row }) => row)).toEqual([0, 0, 1]);
    expect(toIso(strips[1]?.end ?? 0)).toBe('2023-11-03');
  });

  it('stay in one row where the day between them is not known', () => {
    const strips = phaseStrips([
      phase('2023-08-01', '2023-12-30', [], { ends_on: null }),
      phase('2023-10-02', '2024-01-02', [], { starts_on: '2023-10-02' }),
    ]);
    expect(strips.map(({ row }) => row)).toEqual([0, 0]);
  });
});

describe('the stages', () => {
  const blocks = (stages: StageSpan[]) =>
    stageBlocks({
      phase: phase('2023-08-01', '2023-11-30', stages),
      start: toDay('2023-08-01'),
      end: toDay('2023-12-01'),
      isOpen: true,
      row: 0,
    }).map((block) => [
      block.stages.map(({ name }) => name).join('+'),
      toIso(block.start),
      toIso(block.end),
      block.isOpen,
    ]);

  it('stand on their own days', () => {
    const stages = [stage('Trước', '2023-08-01', '2023-10-02'), stage('Trong', '2023-10-03', '2023-10-04')];
    expect(blocks(stages)).toEqual([
      ['Trước', '2023-08-01', '2023-10-03', false],
      ['Trong', '2023-10-03', '2023-10-05', false],
    ]);
  });

  it('are one block where nobody knows the days between them', () => {
    const stages = [stage('Trước', '2023-08-01', null), stage('Trong', null, null), stage('Sau', null, null)];
    expect(blocks(stages)).toEqual([['Trước+Trong+Sau', '2023-08-01', '2023-12-01', true]]);
  });

  it('reach to the next one that has days', () => {
    const stages = [stage('Trước', null, '2023-10-02'), stage('Trong', '2023-10-03', '2023-10-04')];
    expect(blocks(stages)[0]).toEqual(['Trước', '2023-08-01', '2023-10-03', true]);
  });

  it('are clipped to the strip of their phase, and left out where nothing of them remains', () => {
    const stages = [
      stage('Trước', '2023-08-01', '2023-12-20'),
      stage('Trong', '2023-12-21', '2023-12-22'),
      stage('Sau', '2023-12-23', '2023-12-30'),
    ];
    expect(blocks(stages)).toEqual([['Trước', '2023-08-01', '2023-12-01', false]]);
  });
});
