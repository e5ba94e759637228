import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import { BackendError } from '$lib/ipc/backend';
import type { DataFolder } from '$lib/ipc/bindings';
import { bookState, dataFolder } from '../test/fixtures';
import { answerWith, refuse } from '../test/program';
import Failure from './Failure.svelte';
import KeptBanner from './KeptBanner.svelte';

async function show(folder: Partial<DataFolder>) {
  answerWith({ book_state: () => bookState(), data_folder: () => dataFolder(folder) });
  await book.load();
  return render(KeptBanner);
}

test('a folder that another program keeps is warned about on every screen, until it is put away', async () => {
  const { container } = await show({ keeper: 'dropbox', safe_place: 'C:\\x' });
  expect(await screen.findByRole('complementary')).toHaveTextContent(/do Dropbox đồng bộ\. Chương trình này chép sổ/);
  expect(screen.getByRole('button', { name: 'Chuyển về máy này…' })).toBeVisible();
  expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Để sau' }));
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('where the program cannot move the data, settings say what to do', async () => {
  await show({ keeper: 'network_share', kind: 'portable' });
  expect(await screen.findByRole('link', { name: 'Xem trong Cài đặt' })).toHaveAttribute('href', '#/settings/book');
});

test('a folder of this PC alone has no banner', async () => {
  const { container } = await show({});
  await Promise.resolve();
  expect(container).toHaveTextContent('');
});

test('a data folder that cannot be reached can be looked for elsewhere', async () => {
  const error = new BackendError('folder_unreachable', '', { path: 'E:\\Sổ' });
  let chosen = 'F:\\Ảnh';
  const calls = answerWith({
    book_state: () => bookState(),
    choose_data_folder: () => chosen,
    take_data_folder: ({ path }) => (path === 'F:\\Sổ' ? bookState() : refuse('not_found', { what: 'book', id: path })),
  });
  render(Failure, { error });
  expect(screen.getByRole('alert')).toHaveTextContent('E:\\Sổ');
  await userEvent.click(screen.getByRole('button', { name: 'Chọn thư mục khác…' }));
  expect(screen.getAllByRole('alert')).toHaveLength(2);
  chosen = 'F:\\Sổ';
  await userEvent.click(screen.getByRole('button', { name: 'Chọn thư mục khác…' }));
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  expect(calls.map((call) => call.command).filter((name) => name === 'take_data_folder')).toHaveLength(2);
});
