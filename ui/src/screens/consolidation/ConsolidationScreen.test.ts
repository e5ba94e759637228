import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import axe from 'axe-core';
import { book } from '$lib/book.svelte';
import { place } from '$lib/place.svelte';
import { parseRoute } from '$lib/route';
import type { Consolidation, ConsolidationUnit, FrozenHead } from '$lib/ipc/bindings';
import { figure, figureRow, noFigure } from '../../test/figures';
import { bookState } from '../../test/fixtures';
import { answerWith } from '../../test/program';
import { editorOf } from '../reports/editor/view';
import ConsolidationScreen from './ConsolidationScreen.svelte';

const coverage = { reported: 2, expected: 5, late: 1, corrected: 1 };
const row = figureRow({ own: figure(7), below: figure(11), coverage, period: figure(18) });
const unit = (more: Partial<ConsolidationUnit>): ConsolidationUnit => ({
  unit: 1,
  parent: null,
  name: 'LĐLĐ huyện A',
  level: 'district',
  depth: 0,
  is_expected: true,
  state: 'received',
  is_late: false,
  version: 1,
  file: 1,
  counts: true,
  own: figure(5),
  stated: null,
  files: noFigure,
  total: figure(5),
  coverage,
  differs: false,
  n_evidence: 0,
  ...more,
});
const units = [
  unit({ stated: figure(6), files: figure(4), differs: true, n_evidence: 2 }),
  unit({ unit: 2, name: 'CĐCS B', depth: 1, file: 2, counts: false, own: figure(4), version: 2, is_late: true }),
  unit({ unit: 3, name: 'CĐCS C', depth: 1, file: null, version: 0, state: 'missing', counts: false, own: noFigure }),
];
const frozenHead: FrozenHead = {
  frozen_at: '2023-08-20T02:30:00.000Z',
  frozen_on: '2023-08-20',
  who: 'an.nguyen',
  note: '',
  sha256: 'ab',
  n_units: 2,
};

let frozen: FrozenHead | null;
let calls: { command: string; args: unknown }[];

const of = (command: string): unknown[] => calls.filter((call) => call.command === command).map((call) => call.args);

beforeEach(() => {
  frozen = null;
  book.state = bookState();
  const made = (phase: string): Consolidation => ({
    phase,
    on: '2023-07-31',
    groups: [{ code: 'co-dong', name: 'Cổ động trực quan', rows: [{ row, n_differences: 1 }] }],
    coverage,
    n_without_figures: 1,
    left_out: [{ unit: 9, name: 'CĐCS Cũ', reason: 'returned' }],
    frozen,
  });
  calls = answerWith({
    book_state: () => bookState(),
    consolidation: ({ phase }) => made(phase),
    consolidation_units: ({ phase }) => ({ phase, row, units }),
    consolidation_changes: () => ({
      frozen: frozenHead,
      units: [
        { unit: 2, name: 'CĐCS B', change: 'corrected' },
        { unit: 4, name: 'CĐCS D', change: 'came' },
      ],
      figures: [
        {
          indicator: 'TQ03',
          split: '',
          label: 'Băng rôn',
          unit: 'cái',
          is_cumulative: false,
          left: figure(11),
          right: figure(14),
          difference: '+3',
        },
      ],
    }),
    unit_evidence: () => ({
      file: 1,
      file_name: 'Bao-cao-Dot-1.docx',
      received_on: '2023-08-01',
      entered_for: '',
      evidence: [{ activity: 'Treo băng rôn', title: 'Ảnh băng rôn', sha256: 'ab', size: 10 }],
    }),
    freeze_consolidation: () => {
      frozen = frozenHead;
      return { step: { step: 1, op: 'freeze_consolidation', subject: 'Đợt 1', count: 2 } };
    },
    narrative_sections: () => [
      { code: 'kho-khan', number: 'IV', title: 'Khó khăn', n_own: 2, n_composed: 1, n_picked: 0 },
      { code: 'kien-nghi', number: 'V', title: 'Kiến nghị', n_own: 0, n_composed: 0, n_picked: 0 },
    ],
    narratives: ({ section }) => ({
      section,
      n_silent: 3,
      groups:
        section === 'kho-khan'
          ? [
              {
                is_own: true,
                texts: [1, 2].map((file) => ({
                  unit: file,
                  name: `CĐCS số ${file}`,
                  file,
                  text: {
                    content: [
                      {
                        type: 'paragraph' as const,
                        content: [
                          { type: 'text' as const, text: 'Kinh phí ' },
                          { type: 'text' as const, text: 'ít', marks: [{ type: 'strong' as const }] },
                          { type: 'text' as const, text: '.' },
                        ],
                      },
                      ...(file === 2
                        ? [
                            {
                              type: 'dash_item' as const,
                              content: [{ type: 'text' as const, text: 'Đường xa.' }],
                            },
                          ]
                        : []),
                    ],
                  },
                  is_picked: file === 2,
                })),
              },
            ]
          : [],
    }),
    pick_narrative: () => ({ step: { step: 2, op: 'pick_narrative', subject: 'Đợt 1', count: 1 } }),
  });
});

const show = (hash = '#/consolidation/dot1') => {
  place.route = parseRoute(hash);
  return render(ConsolidationScreen, { route: parseRoute(hash) });
};

it('leads from a figure to its units and their evidence in two clicks', async () => {
  const user = userEvent.setup();
  const { container } = show();
  const line = await screen.findByRole('button', { name: 'Xem các đơn vị: Băng rôn' });
  expect(line.closest('tr')).toHaveTextContent('2/5; 1 trễ; 1 đã sửa 1 nơi lệch');
  line.focus();
  await user.keyboard('{Enter}');
  const drawer = await screen.findByRole('complementary', { name: 'Các đơn vị: Băng rôn' });
  const first = await within(drawer).findByRole('button', { name: /LĐLĐ huyện A/ });
  expect(first).toHaveTextContent('báo cáo đơn vị dưới: 6; tệp của các đơn vị ấy cộng lại: 4');
  expect(within(drawer).getByRole('button', { name: /CĐCS B/ })).toHaveTextContent(
    'bản 2 · trễ · đã tính trong báo cáo của cấp trên',
  );
  expect(within(drawer).queryByText(/CĐCS C/)).toBeNull();
  await user.click(first);
  expect(await within(drawer).findByText(/Ảnh băng rôn/)).toBeVisible();
  expect((await axe.run(container)).violations).toEqual([]);
  await user.click(within(drawer).getByRole('button', { name: 'Chưa có 1' }));
  expect(within(drawer).getByRole('button', { name: /CĐCS C/ })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(line).toHaveFocus());
});

it('freezes after it has said what that means', async () => {
  const user = userEvent.setup();
  show();
  await screen.findByText(/Chưa chốt số liệu/);
  expect(screen.getByText(/Báo cáo đã nhận: 2\/5 đơn vị; 1 trễ; 1 đã sửa/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Chốt số liệu' }));
  const dialog = screen.getByRole('dialog', { name: /Chốt số liệu Đợt 1/ });
  await user.type(within(dialog).getByRole('textbox', { name: 'Ghi chú' }), 'Kỳ 1');
  await user.click(within(dialog).getByRole('button', { name: 'Chốt số liệu' }));
  expect(of('freeze_consolidation')).toEqual([{ phase: 'dot1', note: 'Kỳ 1' }]);
  expect(await screen.findByText(/1 đơn vị mới có báo cáo; 1 đơn vị đã sửa; 1 số liệu khác đi\./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Xem thay đổi' }));
  const changes = screen.getByRole('dialog', { name: 'Thay đổi từ khi chốt' });
  expect(changes).toHaveTextContent('CĐCS B: đã gửi bản sửa');
  expect(changes).toHaveTextContent('11 → 14');
});

it('takes a text of a unit, edited, with its bold letters into the report', async () => {
  const user = userEvent.setup();
  const { container } = show('#/consolidation/dot1?filter=texts');
  await user.click(await screen.findByRole('button', { name: 'Đưa vào báo cáo: nội dung của CĐCS số 1' }));
  const field = await screen.findByRole('textbox', { name: 'Nội dung lấy từ CĐCS số 1' });
  expect(field).toHaveFocus();
  expect(field.querySelector('strong')).toHaveTextContent('ít');
  const isItem = (_: string, one: Element | null): boolean =>
    one?.tagName === 'P' && one.textContent?.trim() === '- Đường xa.';
  expect(screen.getByText(isItem)).toBeInTheDocument();
  const view = editorOf(field);
  if (!view) throw new Error('no editor');
  view.dispatch(view.state.tr.insertText('còn ', 'Kinh phí '.length + 1));
  expect((await axe.run(container)).violations).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Đưa vào' }));
  const strong = { type: 'text', text: 'ít', marks: [{ type: 'strong' }] };
  const inside = [{ type: 'text', text: 'Kinh phí còn ' }, strong, { type: 'text', text: '.' }];
  const text = { content: [{ type: 'paragraph', content: inside }] };
  expect(of('pick_narrative')).toEqual([{ phase: 'dot1', section: 'kho-khan', file: 1, text }]);
  expect(screen.getByText('Đã lấy')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /V\. Kiến nghị/ }));
  expect(await screen.findByText('Chưa có đơn vị nào viết mục này.')).toBeVisible();
  expect(screen.getByText('3 đơn vị không viết gì ở mục này.')).toBeVisible();
});
