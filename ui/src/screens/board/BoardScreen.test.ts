import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import { place } from '$lib/place.svelte';
import { parseRoute } from '$lib/route';
import { toasts } from '$lib/toasts.svelte';
import type { Board } from '$lib/ipc/bindings';
import { bookState } from '../../test/fixtures';
import { board, boardRow, registerRow, unitDetail } from '../../test/office';
import { answerWith, type Answers } from '../../test/program';
import BoardScreen from './BoardScreen.svelte';

function program(more: Answers = {}) {
  return answerWith({
    book_state: () => bookState({ n_units: 4 }),
    board,
    unit_detail: () => unitDetail(),
    unit_reports: () => [{ phase: { code: 'dot1', name: 'Đợt 1' }, row: registerRow(2, 'CĐCS') }],
    expected_of: () => [
      {
        activity: 'd1-11',
        phase: 'dot1',
        title: 'Treo băng rôn',
        due_on: '2023-07-21',
        exception: null,
        state: 'done',
      },
    ],
    unit_history: () => [],
    set_exception: () => ({ step: { step: 8, op: 'set_exception', subject: 'CĐCS', count: 1 } }),
    ...more,
  });
}
async function open(hash = '#/board') {
  await book.load();
  const shown = render(BoardScreen, { route: parseRoute(hash) });
  await screen.findByRole('treegrid');
  return shown;
}
const names = () =>
  within(screen.getByRole('treegrid'))
    .getAllByRole('rowheader')
    .map((one) => one.textContent.trim());

// A page of many cells takes its time in jsdom.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  toasts.list = [];
  location.hash = '';
});

describe('the board', () => {
  it('folds with the arrow to the left and opens the unit with Enter', async () => {
    program();
    await open();
    const user = userEvent.setup();
    const grid = screen.getByRole('treegrid');
    grid.focus();
    expect(screen.getAllByRole('row')).toHaveLength(3 + 4);
    await user.keyboard('{ArrowLeft}');
    expect(screen.getAllByRole('row')).toHaveLength(3 + 2);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(grid.getAttribute('aria-activedescendant')).toMatch(/-2$/);
    await user.keyboard('{Enter}');
    expect(place.route).toMatchObject({ screen: 'overview', part: '2' });
  });

  it('says the numbers behind a cell, and nothing of a phase that has not begun', async () => {
    program();
    await open();
    const row = screen.getByRole('row', { name: /Bum Tở/ });
    expect(within(row).getByTitle('Đợt 1: 2/10 việc đã xong (20 %)')).toHaveTextContent('20');
    expect(within(row).getByTitle('Đợt 2: chưa bắt đầu').textContent).toBe('');
    expect(within(row).getByRole('gridcell', { name: 'Đợt 2: chưa bắt đầu' })).toBeVisible();
    expect(within(row).getByText('Trễ 4 ngày')).toBeVisible();
    const node = screen.getByRole('row', { name: /Mường Tè/ });
    expect(within(node).getByTitle(/đã có 2\/3 báo cáo; đúng hạn 1, trễ 1, chưa có 1 \(quá hạn 1\)/)).toBeVisible();
  });

  it('keeps only the rows in view of a thousand in the page', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => boardRow(at + 1, `CĐCS số ${at + 1}`));
    program({ board: (): Board => ({ ...board(), rows: many }) });
    await open();
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    screen.getByRole('treegrid').focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(names()).toContain('CĐCS số 1000'));
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('finds without accents and sorts by a heading', async () => {
    program();
    await open();
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox'), 'mam non');
    expect(
      names()
        .slice(1)
        .map((name) => name.replace(/\d+$/, '').trim()),
    ).toEqual(['LĐLĐ huyện Mường Tè', 'CĐCS Trường Mầm non Bum Tở']);
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByRole('button', { name: 'Xếp theo Chung' }));
    expect(screen.getByRole('button', { name: 'Xếp theo Chung' }).parentElement).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    expect(names()[1]).toContain('Viên chức');
  });

  it('prints all lines, not only those in view', async () => {
    const many = Array.from({ length: 80 }, (_, at) => boardRow(at + 1, `CĐCS số ${at + 1}`));
    program({ board: (): Board => ({ ...board(), rows: many }) });
    const { container } = await open();
    window.print = vi.fn();
    await userEvent.click(screen.getByRole('button', { name: 'In' }));
    await waitFor(() => expect(window.print).toHaveBeenCalled());
    expect(container.querySelectorAll('.sheet tbody tr')).toHaveLength(81);
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(container.querySelector('.sheet')).toBeNull());
  });

  it('lets a unit off with a reason', async () => {
    const calls = program();
    await open('#/board/2');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Đặt ngoại lệ: Treo băng rôn' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: 'Không phải thực hiện' }));
    await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Hãy ghi lý do.');
    await user.type(within(dialog).getByRole('textbox', { name: /Lý do/ }), 'Không có trụ sở');
    await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
    await waitFor(() =>
      expect(calls.find((call) => call.command === 'set_exception')?.args).toEqual({
        exception: {
          unit: 2,
          phase: 'dot1',
          activity: 'd1-11',
          due_on: null,
          reason: 'Không có trụ sở',
          allowed_by: '',
          document: '',
        },
      }),
    );
  });

  it('has no fault that axe finds, with the unit open too', async () => {
    program();
    await open('#/board/2');
    await screen.findByRole('button', { name: 'Đặt ngoại lệ: Treo băng rôn' });
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
  });
});
