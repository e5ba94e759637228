import { describe, expect, it } from 'vitest';
import { figureRow } from '../../test/figures';
import { figurePlaces, figureText, keyOf, marksOf, matching, notesByKey, typedFigure } from './places';

const row = figureRow({ indicator: 'LT01', split: '', label: 'Buổi phát thanh', unit: 'buổi', is_editable: true });
const table = {
  phase: 'dot1',
  n_reported: 0,
  n_indicators: 1,
  groups: [
    {
      code: 'a',
      name: 'A',
      rows: [
        row,
        figureRow({ indicator: 'MX01', split: '', label: 'Mạng xã hội', unit: 'tin', is_editable: false }),
        figureRow({ indicator: 'MX01', split: 'zalo', label: 'Zalo', unit: 'tin', is_editable: true }),
      ],
    },
  ],
};

describe('places of a report', () => {
  it('are the figures that can be typed, splits named after their indicator', () => {
    expect(figurePlaces(table).map((place) => place.label)).toEqual([
      'Buổi phát thanh (buổi)',
      'Mạng xã hội - Zalo (tin)',
    ]);
  });
  it('become marks where something was noted', () => {
    const places = figurePlaces(table);
    const notes = { [places[1]?.key ?? '']: ' cao quá ', [places[0]?.key ?? '']: '  ' };
    const marks = marksOf(places, notes);
    expect(marks).toEqual([{ place: { figure: { indicator: 'MX01', split: 'zalo' } }, note: 'cao quá' }]);
    const shown = notesByKey(marks.map((mark) => ({ ...mark, label: '' })));
    expect(shown.get(keyOf({ figure: { indicator: 'MX01', split: 'zalo' } }))).toBe('cao quá');
  });
  it('that have a note stay in sight while one looks for others', () => {
    const places = figurePlaces(table);
    expect(matching(places, 'zalo', {}).map((place) => place.label)).toEqual(['Mạng xã hội - Zalo (tin)']);
    expect(matching(places, 'zalo', { [places[0]?.key ?? '']: 'x' })).toHaveLength(2);
  });
});

describe('a figure that is typed for a unit', () => {
  it.each([
    ['', null],
    ['1.234', 'number'],
    ['Không có', 'nothing'],
    ['-', 'nothing'],
    ['KAD', 'not_applicable'],
    ['nhiều', undefined],
  ])('%s is %s', (typed, state) => {
    const figure = typedFigure(row, typed);
    expect(figure ? figure.state : figure).toBe(state);
    if (figure) expect(typedFigure(row, figureText(figure))).toEqual(figure);
  });
});
