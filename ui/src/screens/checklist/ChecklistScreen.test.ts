import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import axe from 'axe-core';
import { book } from '$lib/book.svelte';
import { parseRoute } from '$lib/route';
import { toasts } from '$lib/toasts.svelte';
import type { ChecklistItem, Commands, Op } from '$lib/ipc/bindings';
import { bookState, checklistItem, phaseHead } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import ChecklistScreen from './ChecklistScreen.svelte';

const LONG =
  'Đưa tin, bài về quá trình chuẩn bị, diễn biến và kết quả đại hội công đoàn cơ sở, công đoàn cấp trên trực tiếp cơ sở';

let items: ChecklistItem[];
const reset = (): ChecklistItem[] => [
  checklistItem({ code: 'a', title: LONG, due_on: '2023-07-10', days_late: 10, days_left: null }),
  checklistItem({ code: 'b', title: 'Treo băng rôn, khẩu hiệu', state: 'doing' }),
  checklistItem({ code: 'c', title: 'Phát động thi đua', group: 'thi-dua', state: 'done', done_on: '2023-05-12' }),
];
const step = (op: Op, subject: string, count = 1) => ({ step: { step: 7, op, subject, count } });

function program(more: Answers = {}) {
  return answerWith({
    book_state: () => bookState(),
    checklist: () => ({
      phase: phaseHead(),
      groups: [
        { code: 'co-dong', name: 'Cổ động trực quan' },
        { code: 'thi-dua', name: 'Phong trào thi đua' },
      ],
      items,
    }),
    milestones: () => [],
    set_progress: ({ codes, change }) => {
      items = items.map((item) => (codes.includes(item.code) ? { ...item, state: change.state } : item));
      return step('set_progress', codes.join(), codes.length);
    },
    ...more,
  });
}
type Progress = Commands['set_progress']['args'];
const marked = (calls: { command: string; args: unknown }[]): Progress[] =>
  calls.filter((call) => call.command === 'set_progress').map((call) => call.args as Progress);

async function open(hash = '#/checklist/dot1') {
  await book.load();
  render(ChecklistScreen, { route: parseRoute(hash) });
  await screen.findByRole('grid');
}
const box = (title: string) => screen.getByRole('checkbox', { name: `Đã xong: ${title}` });

beforeEach(() => {
  items = reset();
  toasts.list = [];
});

describe('the checklist', () => {
  it('ticks with the space bar, keeps the focus and offers to take it back', async () => {
    const calls = program();
    await open();
    const user = userEvent.setup();
    box(LONG).focus();
    await user.keyboard(' ');
    expect(marked(calls)).toEqual([{ codes: ['a'], change: { state: 'done', done_on: null, reason: '' } }]);
    await waitFor(() => expect(box(LONG)).toHaveAttribute('aria-checked', 'true'));
    expect(box(LONG)).toHaveFocus();
    expect(toasts.list[0]).toMatchObject({ kind: 'done', action: { label: 'Hoàn tác' } });
  });

  it('takes the tick away again when the core refuses', async () => {
    program({ set_progress: () => refuse('read_only', { path: 'so.sqlite' }) });
    await open();
    await userEvent.click(box(LONG));
    await waitFor(() => expect(toasts.list[0]?.kind).toBe('error'));
    expect(box(LONG)).toHaveAttribute('aria-checked', 'false');
  });

  it('says late in words, and which activity is only under way', async () => {
    program();
    await open();
    expect(box(LONG)).toHaveAccessibleDescription(/Quá hạn 10 ngày.*10\/07\/2023/);
    expect(box('Treo băng rôn, khẩu hiệu')).toHaveAttribute('aria-checked', 'mixed');
    expect(box('Phát động thi đua')).toHaveAccessibleDescription(/Đã xong.*12\/05\/2023/);
  });

  it('is one tab stop, with arrows, Home and End between the lines', async () => {
    program();
    await open();
    const user = userEvent.setup();
    expect(screen.getAllByRole('checkbox').filter((one) => one.tabIndex === 0)).toHaveLength(1);
    box(LONG).focus();
    await user.keyboard('{ArrowDown}');
    expect(box('Treo băng rôn, khẩu hiệu')).toHaveFocus();
    await user.keyboard('{End}');
    expect(box('Phát động thi đua')).toHaveFocus();
    await user.keyboard('{Home}');
    expect(box(LONG)).toHaveFocus();
  });

  it('marks several lines as not applicable, with the reason it asks for', async () => {
    const calls = program();
    await open();
    const user = userEvent.setup();
    box(LONG).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    const bar = screen.getByRole('toolbar', { name: '2 việc đã chọn' });
    await user.click(within(bar).getByRole('button', { name: 'Không áp dụng' }));
    const dialog = await screen.findByRole('dialog', { name: 'Không áp dụng' });
    await user.click(within(dialog).getByRole('button', { name: 'Đánh dấu không áp dụng' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Cần ghi lý do.');
    expect(marked(calls)).toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: /Lý do/ }), 'Đơn vị không có trụ sở riêng{Enter}');
    await waitFor(() => expect(marked(calls)).toHaveLength(1));
    expect(marked(calls)[0]).toEqual({
      codes: ['a', 'b'],
      change: { state: 'not_applicable', done_on: null, reason: 'Đơn vị không có trụ sở riêng' },
    });
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
  });

  it('selects with X and with Ctrl+A, and lets go with Esc', async () => {
    program();
    await open();
    const user = userEvent.setup();
    box(LONG).focus();
    await user.keyboard('x');
    expect(screen.getByRole('toolbar', { name: '1 việc đã chọn' })).toBeVisible();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByRole('toolbar', { name: '3 việc đã chọn' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('finds without accents and shows the late ones of the address', async () => {
    program();
    await open('#/checklist/dot1?filter=late');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await userEvent.type(screen.getByRole('searchbox'), 'bang ron');
    expect(await screen.findByText('Không có việc nào quá hạn.')).toBeVisible();
  });

  it('has no fault that axe finds, with lines selected too', async () => {
    program();
    await open();
    box(LONG).focus();
    await userEvent.keyboard('x');
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});
