import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { DataFolder } from '$lib/ipc/bindings';
import { toasts } from '$lib/toasts.svelte';
import { bookState, dataFolder, movePreview } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import DataFolderSection from './DataFolderSection.svelte';

async function show(folder: Partial<DataFolder> = {}, answers: Answers = {}) {
  const calls = answerWith({ book_state: () => bookState(), data_folder: () => dataFolder(folder), ...answers });
  await book.load();
  render(DataFolderSection);
  await screen.findByText(folder.path ?? dataFolder().path);
  return { of: (command: string) => calls.filter((call) => call.command === command).map((call) => call.args) };
}
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

test('the folder, its size and the free space are shown, and the file manager shows it', async () => {
  const { of } = await show({}, { open_data_folder: () => null });
  expect(screen.getByText(/24,5 MB/)).toHaveTextContent('Thư mục thường dùng của máy này. Sổ và tệp minh chứng chiếm');
  expect(screen.queryByRole('note')).toBeNull();
  await userEvent.click(button('Mở thư mục'));
  expect(of('open_data_folder')).toHaveLength(1);
});

test('before the data are moved it is said what will happen, and afterwards where they are', async () => {
  let finish: (folder: DataFolder) => void = () => undefined;
  const { of } = await show(
    {},
    {
      choose_data_folder: () => 'D:\\Công đoàn',
      preview_move: () => movePreview(),
      move_data_folder: () => new Promise<DataFolder>((resolve) => (finish = resolve)),
    },
  );
  await userEvent.click(button('Chuyển đi nơi khác…'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Chuyển nơi lưu dữ liệu' }));
  expect(await dialog.findByText('D:\\Công đoàn\\so-tuyen-giao')).toBeVisible();
  expect(dialog.getByText('1.204 tệp, 24,5 MB')).toBeVisible();
  expect(dialog.getByText(/Bản cũ được cất ở nơi cũ, không bị xóa/)).toBeVisible();
  expect(of('move_data_folder')).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Chuyển dữ liệu' }));
  expect(await dialog.findByRole('progressbar', { name: 'Đang chuẩn bị…' })).toHaveValue(0);
  expect(dialog.getByRole('button', { name: 'Chuyển dữ liệu' })).toBeDisabled();
  expect(of('preview_move')).toEqual([{ path: 'D:\\Công đoàn' }]);
  expect(of('move_data_folder')).toEqual([{ path: 'D:\\Công đoàn', insists: false }]);
  finish(dataFolder({ path: 'D:\\Công đoàn\\so-tuyen-giao', kind: 'moved' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(toasts.list.at(-1)?.text).toContain('D:\\Công đoàn\\so-tuyen-giao');
});

test('a place that another program keeps must be insisted on', async () => {
  const { of } = await show(
    {},
    {
      choose_data_folder: () => 'C:\\Users\\An\\OneDrive',
      preview_move: () => movePreview({ keeper: 'one_drive' }),
      move_data_folder: () => refuse('busy'),
    },
  );
  await userEvent.click(button('Chuyển đi nơi khác…'));
  expect(await screen.findByText(/do OneDrive đồng bộ/)).toBeVisible();
  expect(button('Chuyển dữ liệu')).toBeDisabled();
  await userEvent.click(screen.getByRole('checkbox', { name: /vẫn muốn/ }));
  await userEvent.click(button('Chuyển dữ liệu'));
  expect(of('move_data_folder')).toMatchObject([{ insists: true }]);
});

test('a refusal is said in the dialog, and thinking better of it does nothing', async () => {
  const { of } = await show(
    {},
    {
      choose_data_folder: () => 'E:\\',
      preview_move: () => refuse('no_space', { path: 'E:\\', needed_mb: '1204', free_mb: '300' }),
    },
  );
  await userEvent.click(button('Chuyển đi nơi khác…'));
  expect(await screen.findByText(/cần 1204 MB, còn trống 300 MB/)).toBeVisible();
  expect(button('Chuyển dữ liệu')).toBeDisabled();
  await userEvent.click(button('Hủy'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(of('move_data_folder')).toEqual([]);
});

test('nothing is asked when no folder was chosen', async () => {
  const { of } = await show({}, { choose_data_folder: () => null });
  await userEvent.click(button('Chuyển đi nơi khác…'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(of('preview_move')).toEqual([]);
});

test('a folder that OneDrive keeps is warned about, with the reason and a safe place', async () => {
  const safe = 'C:\\Users\\An\\AppData\\Local\\so-tuyen-giao';
  const { of } = await show(
    { path: 'C:\\Users\\An\\OneDrive\\Sổ', kind: 'moved', keeper: 'one_drive', safe_place: safe },
    { preview_move: () => movePreview({ to: safe }) },
  );
  expect(screen.getByRole('note')).toHaveTextContent(/OneDrive.*bản cũ có thể đè lên bản mới/);
  await userEvent.click(button('Chuyển về máy này…'));
  await screen.findByRole('dialog');
  expect(of('preview_move')).toEqual([{ path: safe }]);
});

test('portable data are shown and cannot be moved', async () => {
  await show({ path: 'E:\\so-tuyen-giao-data', kind: 'portable' });
  expect(screen.getByText(/sao chép cả thư mục chương trình/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Chuyển đi nơi khác…' })).toBeNull();
});

test('what a move has left behind is named, and can be looked at', async () => {
  const left = 'C:\\Users\\An\\AppData\\Local\\so-tuyen-giao\\da-chuyen-2023-07-20';
  const { of } = await show({ left_behind: left }, { open_left_behind: () => null });
  expect(screen.getByText(left)).toBeVisible();
  await userEvent.click(button('Mở thư mục bản cũ'));
  expect(of('open_left_behind')).toHaveLength(1);
});
