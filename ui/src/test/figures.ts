// Small invented figures for tests.
import type { FigureCell, FigureGroup, FigureRow } from '$lib/ipc/bindings';

export const noFigure: FigureCell = { state: 'not_reported', value: null, text: '', is_estimate: false };

export const figure = (value: number, text = String(value)): FigureCell => ({
  state: 'number',
  value,
  text,
  is_estimate: false,
});

export const figureRow = (more: Partial<FigureRow> = {}): FigureRow => ({
  indicator: 'TQ03',
  split: '',
  label: 'Băng rôn',
  unit: 'cái',
  decimals: 0,
  is_editable: true,
  entered: noFigure,
  from_activities: noFigure,
  own: noFigure,
  below: noFigure,
  coverage: null,
  period: noFigure,
  cumulative: noFigure,
  target: '',
  source: 'KH 383, mục IV.3',
  ...more,
});

/** Two groups: an indicator with two splits, and two plain ones of which one is reported. */
export const figureGroups = (): FigureGroup[] => [
  {
    code: 'bao-dai',
    name: 'Báo, đài',
    rows: [
      figureRow({
        indicator: 'BC01',
        label: 'Tin trên báo, đài',
        unit: 'tin',
        is_editable: false,
        entered: figure(12),
        period: figure(12),
      }),
      figureRow({ indicator: 'BC01', split: 'trung-uong', label: 'Trung ương', unit: 'tin' }),
      figureRow({
        indicator: 'BC01',
        split: 'tinh',
        label: 'Tỉnh',
        unit: 'tin',
        entered: figure(12),
        period: figure(12),
      }),
    ],
  },
  {
    code: 'co-dong',
    name: 'Cổ động trực quan',
    rows: [
      figureRow(),
      figureRow({
        indicator: 'TM02',
        label: 'Lượt người dự hội nghị, buổi tuyên truyền miệng của công đoàn cơ sở',
        unit: 'lượt',
        entered: figure(24500, '24.500'),
        period: figure(24500, '24.500'),
      }),
    ],
  },
];
