import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { book } from '$lib/book.svelte';
import { watching } from '$lib/watching.svelte';
import type { Inbox, WatchedFolder } from '$lib/ipc/bindings';
import { bookState } from '../../test/fixtures';
import { answerWith, happens } from '../../test/program';
import { drop } from './drop.svelte';
import { inboxFile } from './fixtures';
import InboxScreen from './InboxScreen.svelte';

const edit = { before: 'Băng rôn | 12', after: 'Băng rôn | 15', indicators: ['Băng rôn'] };
const inbox: Inbox = {
  digest: 'abc',
  n_left_out: 0,
  files: [
    inboxFile({ id: 'a', edits: [edit], n_edits: 1 }),
    inboxFile({
      id: 'b',
      name: 'la.docx',
      fate: 'unknown_unit',
      reason: 'by_name',
      unit: null,
      unit_name: 'CĐCS Bình Lư',
      candidates: [{ unit: 5, name: 'CĐCS Bình Lư', parent_name: 'LĐLĐ huyện', likeness: 100 }],
    }),
    inboxFile({
      id: 'c',
      name: 'khac.docx',
      fate: 'key_changed',
      reason: 'other_key',
      unit: 6,
      unit_name: 'CĐCS Khun Há',
      fields: { known: 'AAAA' },
      fingerprint: 'BBBB',
    }),
    inboxFile({ id: 'd', name: 'cut.docx', fate: 'damaged', reason: 'broken', unit: null, unit_name: '', version: 0 }),
  ],
};

let calls: { command: string; args: unknown }[];
let folder: WatchedFolder | null;
const of = (command: string): unknown[] => calls.filter((call) => call.command === command).map((call) => call.args);

beforeEach(() => {
  folder = null;
  watching.folder = null;
  drop.forget();
  book.state = bookState();
  calls = answerWith({
    book_state: () => bookState(),
    preview_files: () => inbox,
    accept_files: () => ({ step: { step: 9, op: 'accept_files', subject: 'CĐCS Bản Bo', count: 3 } }),
    watched_folder: () => folder,
    see_watched_folder: () => null,
    choose_report_folder: () => '/thu',
    watch_folder: ({ path }) => (path === null ? null : { path, is_there: true, n_new: 3 }),
    unit_tree: () => ({ on: '2023-07-20', units: [] }) as never,
  });
});

async function dropped(): Promise<void> {
  render(InboxScreen);
  await waitFor(() => expect(of('watched_folder')).not.toEqual([]));
  happens('files-dropped', { paths: ['/thu'] });
  await screen.findByRole('grid');
}

it('files that are dropped are shown with their fates, and nothing is written before they are accepted', async () => {
  await dropped();
  expect(of('preview_files')).toEqual([{ paths: ['/thu'] }]);
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.getAttribute('aria-selected'))).toEqual(['true', 'false', 'false', 'false']);
  expect(rows[3]).toHaveTextContent('Tệp hỏng');
  expect(of('accept_files')).toEqual([]);
  const results = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(results.violations.map((violation) => violation.id)).toEqual([]);
});

it('what is decided is accepted in one step', async () => {
  const user = userEvent.setup();
  await dropped();
  await user.click(screen.getByRole('button', { name: /Nhận cả 1 tệp trùng tên/ }));
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await user.click(await screen.findByRole('checkbox', { name: 'Đã gọi điện xác nhận khóa' }));
  await user.click(screen.getByRole('button', { name: 'Nhận 3 báo cáo' }));
  const choice = {
    digest: 'abc',
    skipped: [],
    drafts: [],
    keys: [{ unit: 6, fingerprint: 'BBBB' }],
    unsigned: [],
    units: [{ file: 'b', unit: 5 }],
    accept_names: false,
  };
  await waitFor(() => expect(of('accept_files')).toEqual([{ paths: ['/thu'], choice }]));
  await waitFor(() => expect(of('preview_files').length).toBeGreaterThan(1));
});

it('a file says what was changed in it, space leaves it out, Escape goes back to the list', async () => {
  const user = userEvent.setup();
  await dropped();
  const grid = screen.getByRole('grid');
  grid.focus();
  await user.keyboard('{Enter}');
  const drawer = await screen.findByRole('complementary', { name: 'CĐCS Bản Bo' });
  expect(drawer).toHaveTextContent('Băng rôn | 15');
  grid.focus();
  await user.keyboard(' ');
  expect(screen.getByRole('button', { name: 'Không có báo cáo nào để nhận' })).toBeDisabled();
  within(drawer).getByRole('checkbox').focus();
  await user.keyboard('{Escape}');
  expect(grid).toHaveFocus();
  await user.keyboard('{Enter}');
  await screen.findByRole('complementary', { name: 'CĐCS Bản Bo' });
  expect(grid).toHaveFocus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
});

it('the sentence for the unit is shown and can be copied', async () => {
  const user = userEvent.setup();
  await dropped();
  await user.click(screen.getByText('Tệp hỏng'));
  const drawer = await screen.findByRole('complementary', { name: 'cut.docx' });
  expect(drawer).toHaveTextContent('Đề nghị đơn vị xuất lại từ chương trình và gửi lại cả tệp.');
  await user.click(within(drawer).getByRole('button', { name: 'Chép câu trả lời' }));
  expect(await navigator.clipboard.readText()).toContain('cut.docx');
});

it('a watched folder tells what is new in it and asks', async () => {
  const user = userEvent.setup();
  render(InboxScreen);
  await user.click(await screen.findByRole('button', { name: 'Theo dõi một thư mục…' }));
  expect(of('watch_folder')).toEqual([{ path: '/thu' }]);
  expect(await screen.findByText('Có 3 tệp mới trong thư mục nhận')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Xem tệp mới' }));
  expect(of('preview_files')).toEqual([{ paths: ['/thu'] }]);
  await waitFor(() => expect(of('see_watched_folder').length).toBe(1));
});
