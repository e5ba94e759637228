import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { SealedPreview } from '$lib/ipc/bindings';
import { place } from '$lib/place.svelte';
import { handed } from '$lib/plan/handed.svelte';
import { bookState, returnFile } from '../test/fixtures';
import { answerWith } from '../test/program';
import App from './App.svelte';

async function open(preview: Partial<SealedPreview>) {
  const calls = answerWith({
    book_state: () => bookState(),
    history: () => [],
    handed_file: () => returnFile(preview),
    take_sealed: () => ({ step: { step: 9, op: 'take_return' as const, subject: 'Đợt 1', count: 1 } }),
  });
  await book.load();
  render(App);
  await screen.findByRole('dialog');
  return () => calls.filter((call) => call.command === 'take_sealed').map((call) => call.args);
}

beforeEach(() => {
  handed.file = null;
  place.go({ screen: 'history' });
});

test('a report that came back leads to its place once it is taken', async () => {
  const mark = { place: { figure: { indicator: 'LT01', split: '' } }, label: 'Loa', note: 'Đếm lại.' };
  const taken = await open({ marks: [mark] });
  expect(screen.getByText('Đếm lại.', { exact: false })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Sửa và gửi lại' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(taken()).toEqual([{ text: '{"format":1,"kind":"return"}', confirmed: true }]);
  await waitFor(() => expect(place.route).toMatchObject({ screen: 'reports', part: 'dot1' }));
});

test('a key that the book does not know is confirmed first', async () => {
  const taken = await open({ is_known_key: false });
  const take = screen.getByRole('button', { name: 'Sửa và gửi lại' });
  expect(take).toBeDisabled();
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.click(take);
  await waitFor(() => expect(taken()).toHaveLength(1));
});
