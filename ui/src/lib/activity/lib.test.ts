import { describe, expect, it } from 'vitest';
import { figure, figureGroups, figureRow } from '../../test/figures';
import { checklistItem, phaseHead } from '../../test/fixtures';
import { figureKey, formatSize, figureRows, otherFigures, ownDraft, readOwnDraft, type OwnDraft } from './lib';
import type { ActivityDetail } from '$lib/ipc/bindings';

const draft: OwnDraft = {
  attachedTo: 'd1-11',
  title: ' Tọa đàm với công nhân khu nhà trọ ',
  explanation: '',
  forms: [],
  starts: '2023-07-01',
  due: '2023-07-28',
};
const checklist = {
  phase: phaseHead(),
  groups: [],
  items: [checklistItem(), checklistItem({ code: 'own-1', is_own: true })],
};
const detail = (more: Partial<ActivityDetail> = {}): ActivityDetail => ({
  item: checklistItem(),
  explanation: '',
  place: '',
  who: '',
  contents: [],
  note: '',
  evidence: [],
  figures: [],
  attached_to: null,
  history: [],
  ...more,
});

describe('an activity of our own', () => {
  it('is taken as it was filled in, its title trimmed', () => {
    expect(readOwnDraft(draft)).toEqual({
      activity: {
        attached_to: 'd1-11',
        title: 'Tọa đàm với công nhân khu nhà trọ',
        explanation: '',
        forms: [],
        starts_on: '2023-07-01',
        due_on: '2023-07-28',
      },
      problems: [],
    });
  });
  it.each([
    [
      { attachedTo: null, title: '  ', starts: null, due: null },
      ['needAttached', 'needTitle', 'needStarts', 'needDue'],
    ],
    [{ due: '2023-06-30' }, ['outOfOrder']],
    [{ due: null }, ['needDue']],
  ] as const)('with %o is refused for all of its faults at once', (part, problems) => {
    expect(readOwnDraft({ ...draft, ...part })).toEqual({ activity: null, problems });
  });
  it('may begin and end on one day', () => {
    expect(readOwnDraft({ ...draft, due: '2023-07-01' }).problems).toEqual([]);
  });
  it('begins with the days of the plan’s activity it is attached to', () => {
    expect(ownDraft(checklist, 'd1-11')).toMatchObject({
      attachedTo: 'd1-11',
      starts: '2023-05-20',
      due: '2023-07-21',
    });
  });
  it('is not attached to another one of our own', () => {
    expect(ownDraft(checklist, 'own-1').attachedTo).toBeNull();
  });
  it('is changed from what it is', () => {
    const own = detail({
      item: checklistItem({ title: 'Tọa đàm', forms: ['truyen-mieng'] }),
      explanation: 'Ở xã Bản Bo',
    });
    expect(ownDraft(checklist, 'd1-11', own)).toMatchObject({
      title: 'Tọa đàm',
      explanation: 'Ở xã Bản Bo',
      forms: ['truyen-mieng'],
    });
  });
});

describe('figures of an activity', () => {
  const table = { phase: 'dot1', groups: figureGroups(), n_reported: 2, n_indicators: 4 };
  it('can be added from all that can be typed and are not there yet, with their splits', () => {
    const others = otherFigures(table, [figureRow()]);
    expect(others.map((lines) => lines.map(figureKey))).toEqual([['BC01/', 'BC01/trung-uong', 'BC01/tinh'], ['TM02/']]);
  });
  it('begin empty: what the phase reports is not what the activity brought', () => {
    const added = figureRow({ indicator: 'TM02', entered: figure(24500, '24.500') });
    expect(figureRows(detail(), [added]).map((row) => row.entered.state)).toEqual(['not_reported']);
  });
  it('stand once, as the core knows them, after they were entered', () => {
    const known = figureRow({ entered: figure(7) });
    expect(figureRows(detail({ figures: [known] }), [figureRow()])).toEqual([known]);
  });
});

describe('the size of a file', () => {
  it.each([
    [0, '0 B'],
    [1023, '1.023 B'],
    [1536, '1,5 KB'],
    [845_678, '826 KB'],
    [2_345_678, '2,2 MB'],
    [104_857_600, '100 MB'],
  ])('of %i bytes is %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });
});
