import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '$lib/date';
import type { StageSpan, TimelinePhase } from '$lib/ipc/bindings';
import { phaseHead } from '../../test/fixtures';
import { phaseStrips, stageBlocks } from './phases';

const phase = (from: string, to: string, stages: StageSpan[] = []): TimelinePhase => ({
  head: phaseHead(),
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
    const [first, second] = phaseStrips([phase('2023-08-01', '2023-11-29'), phase('2023-09-01', '2024-01-31')]);
    expect(first?.end).toBe(second?.start);
    expect(toIso(first?.end ?? 0)).toBe('2023-10-16');
  });
});

describe('the stages', () => {
  const blocks = (stages: StageSpan[]) =>
    stageBlocks({
      phase: phase('2023-08-01', '2023-11-30', stages),
      start: toDay('2023-08-01'),
      end: toDay('2023-12-01'),
      isOpen: true,
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
});
