import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import axe from 'axe-core';
import { book } from '$lib/book.svelte';
import { toasts } from '$lib/toasts.svelte';
import type { ActivityDetail, Op } from '$lib/ipc/bindings';
import { figureGroups, figureRow } from '../../test/figures';
import { bookState, checklistItem, milestone, phaseHead } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import ActivityDrawer from './ActivityDrawer.svelte';

const base: ActivityDetail = {
  item: checklistItem({ is_proposed: true }),
  explanation: 'Treo băng rôn, khẩu hiệu, cờ phướn tại trụ sở cơ quan, đơn vị và nơi tổ chức đại hội.',
  place: 'Mục IV.3, gạch đầu dòng thứ nhất',
  who: 'Công đoàn các cấp trong tỉnh',
  contents: ['II.2'],
  note: 'Đã thống nhất với Trung tâm Văn hóa huyện.',
  evidence: [
    {
      id: 4,
      kind: 'file',
      title: 'anh-bang-ron-tru-so.jpg',
      url: '',
      size: 2_345_678,
      sha256: 'ab',
      added_at: '2023-07-19T09:30:00Z',
      is_missing: false,
    },
    { id: 5, kind: 'file', title: 'bien-ban.pdf', url: '', size: 10, sha256: 'cd', added_at: '', is_missing: true },
  ],
  figures: [figureRow()],
  attached_to: null,
  history: [
    {
      label: { step: 3, op: 'set_note', subject: 'Treo băng rôn', count: 1 },
      kind: 'do',
      at: '2023-07-19T09:30:00Z',
      who: 'nguyen.thi.hoa',
      is_undone: false,
    },
  ],
};
let detail: ActivityDetail;
const step = (op: Op) => ({ step: { step: 9, op, subject: '', count: 1 } });
const NOTHING = { step: null };

function program(more: Answers = {}) {
  return answerWith({
    book_state: () => bookState(),
    activity: () => detail,
    milestones: () => [milestone({ certainty: 'unknown', on: null })],
    set_note: ({ note }) => {
      detail = { ...detail, note: note.trim() };
      return step('set_note');
    },
    set_progress: ({ change }) => {
      detail = { ...detail, item: { ...detail.item, state: change.state, done_on: change.done_on ?? '2023-07-20' } };
      return step('set_progress');
    },
    ...more,
  });
}
async function open(onclose: () => void = () => undefined) {
  await book.load();
  const shown = render(ActivityDrawer, { code: detail.item.code, onclose });
  await screen.findByRole('textbox', { name: 'Ghi chú' });
  return shown;
}
const sent = (calls: { command: string; args: unknown }[], command: string): unknown[] =>
  calls.filter((call) => call.command === command).map((call) => call.args);

beforeEach(() => {
  detail = structuredClone(base);
  toasts.list = [];
});

describe('the drawer of an activity', () => {
  it('takes the focus, closes with Esc and gives the focus back', async () => {
    program();
    const opener = document.body.appendChild(document.createElement('button'));
    opener.focus();
    const onclose = vi.fn();
    const { unmount } = await open(onclose);
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(onclose).toHaveBeenCalledOnce();
    unmount();
    await waitFor(() => expect(opener).toHaveFocus());
    opener.remove();
  });

  it('marks days that the program proposes', async () => {
    program();
    await open();
    expect(screen.getByText('20/05/2023 – 21/07/2023')).toBeVisible();
    expect(screen.getByText('đề xuất')).toBeVisible();
  });

  it('says what an activity without days waits for', async () => {
    detail.item = checklistItem({ starts_on: null, due_on: null, days_left: null });
    const campaign = bookState().campaign;
    const phases = [phaseHead({ waits_for: 'dh-tinh' })];
    program({ book_state: () => bookState({ campaign: campaign && { ...campaign, phases } }) });
    await open();
    expect(await screen.findByText('Chưa có ngày – chờ Đại hội XIII Công đoàn tỉnh Lai Châu')).toBeVisible();
  });

  it('saves the note when it is left, as it was typed, and goes on showing it', async () => {
    const calls = program();
    await open();
    const user = userEvent.setup();
    const note = screen.getByRole('textbox', { name: 'Ghi chú' });
    await user.clear(note);
    await user.type(note, 'Treo 12 băng rôn ');
    expect(sent(calls, 'set_note')).toEqual([]);
    await user.tab();
    expect(sent(calls, 'set_note')).toEqual([{ code: 'd1-11', note: 'Treo 12 băng rôn ' }]);
    expect(await screen.findByText('Đã lưu')).toBeVisible();
    expect(toasts.list).toEqual([]);
  });

  it('saves the note when the drawer closes in the middle of a word', async () => {
    const calls = program();
    const { unmount } = await open();
    const note = screen.getByRole('textbox', { name: 'Ghi chú' });
    note.focus();
    await userEvent.type(note, ' và');
    unmount();
    await waitFor(() => expect(sent(calls, 'set_note')).toEqual([{ code: 'd1-11', note: `${base.note} và` }]));
  });

  it('keeps a note that could not be saved, also after it was closed', async () => {
    program({ set_note: () => refuse('read_only', { path: 'so.sqlite' }) });
    const { unmount } = await open();
    const note = screen.getByRole('textbox', { name: 'Ghi chú' });
    await userEvent.type(note, ' Chưa lưu');
    await userEvent.tab();
    expect(await screen.findByRole('alert')).toHaveTextContent('Không ghi được vào');
    unmount();
    await open();
    expect(screen.getByRole('textbox', { name: 'Ghi chú' })).toHaveValue(`${base.note} Chưa lưu`);
  });

  it('lets the day on which it was done be changed', async () => {
    detail.item = checklistItem({ state: 'done', done_on: '2023-07-20' });
    const calls = program();
    await open();
    const day = screen.getByRole('textbox', { name: 'Xong ngày' });
    await userEvent.clear(day);
    await userEvent.type(day, '5/7/2023{Enter}');
    expect(sent(calls, 'set_progress')).toEqual([
      { codes: ['d1-11'], change: { state: 'done', done_on: '2023-07-05', reason: '' } },
    ]);
  });

  it('shows the refusal of a day that has not come under the day', async () => {
    detail.item = checklistItem({ state: 'done', done_on: '2023-07-20' });
    program({ set_progress: () => refuse('date_in_future', { date: '2023-08-05' }) });
    await open();
    const day = screen.getByRole('textbox', { name: 'Xong ngày' });
    await userEvent.clear(day);
    await userEvent.type(day, '5/8/2023{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Ngày 05/08/2023 chưa đến');
  });

  it('lists evidence with its size, and marks a file that is gone', async () => {
    const calls = program({ remove_evidence: () => step('remove_evidence') });
    await open();
    expect(screen.getByText('2,2 MB')).toBeVisible();
    expect(screen.getByText('Không còn tệp')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ minh chứng bien-ban.pdf' }));
    expect(sent(calls, 'remove_evidence')).toEqual([{ id: 5 }]);
    await waitFor(() => expect(toasts.list[0]?.action?.label).toBe('Hoàn tác'));
  });

  it('adds files that are let go over the window to the activity that is open', async () => {
    const calls = program({ add_files: () => step('add_files') });
    const heard: ((event: { payload: { paths: string[] } }) => void)[] = [];
    const internals = (window as unknown as { __TAURI_INTERNALS__: object }).__TAURI_INTERNALS__;
    Object.assign(internals, { transformCallback: (callback: (typeof heard)[number]) => heard.push(callback) });
    await open();
    heard.at(-1)?.({ payload: { paths: ['/home/hoa/anh 1.jpg', '/home/hoa/anh 2.jpg'] } });
    await waitFor(() =>
      expect(sent(calls, 'add_files')).toEqual([
        { code: 'd1-11', paths: ['/home/hoa/anh 1.jpg', '/home/hoa/anh 2.jpg'] },
      ]),
    );
  });

  it('says under the address why a link was refused, and leaves the form open', async () => {
    program({ add_link: ({ url }) => refuse('bad_address', { text: url }) });
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Thêm liên kết' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Địa chỉ/ }), 'bài báo{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('“bài báo” không phải là địa chỉ trang web');
    expect(screen.getByRole('textbox', { name: /Địa chỉ/ })).toHaveValue('bài báo');
  });

  it('adds another figure by name and sends it with the activity', async () => {
    const calls = program({
      figure_table: () => ({ phase: 'dot1', groups: figureGroups(), n_reported: 2, n_indicators: 4 }),
      set_figure: () => NOTHING,
    });
    await open();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Thêm số liệu khác' }));
    await user.type(await screen.findByRole('combobox', { name: 'Thêm số liệu khác' }), 'luot nguoi{Enter}');
    const field = await screen.findByRole('textbox', { name: /^Lượt người dự hội nghị/ });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('350{Enter}');
    expect(sent(calls, 'set_figure')).toMatchObject([
      { input: { phase: 'dot1', activity: 'd1-11', indicator: 'TM02', state: 'number', text: '350' } },
    ]);
  });

  it('lets only an activity of our own be removed, after asking', async () => {
    program();
    const { unmount } = await open();
    expect(screen.queryByRole('button', { name: 'Xóa việc' })).toBeNull();
    unmount();
    detail.item = checklistItem({ is_own: true });
    const onclose = vi.fn();
    const calls = program({ remove_activity: () => step('remove_activity') });
    await open(onclose);
    await userEvent.click(screen.getByRole('button', { name: 'Xóa việc' }));
    const dialog = screen.getByRole('dialog', { name: 'Xóa việc của đơn vị?' });
    expect(sent(calls, 'remove_activity')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Xóa việc' }));
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  });

  it('has no fault that axe finds', async () => {
    program();
    await open();
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
    const { violations } = await axe.run(document.body, { rules });
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});
