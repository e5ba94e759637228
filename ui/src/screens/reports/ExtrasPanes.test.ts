import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import type { PhotoChoice, PhotoView } from '$lib/ipc/bindings';
import { bookState } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import AnnexesPane from './AnnexesPane.svelte';
import { reportDraft } from './fixtures';
import PhotosPane from './PhotosPane.svelte';

const photo = (evidence: number, more: Partial<PhotoView> = {}): PhotoView => ({
  evidence,
  title: `anh-${evidence}.jpg`,
  activity: 'Treo băng rôn tại trụ sở',
  caption: `Chú thích ${evidence}`,
  is_chosen: true,
  is_large: false,
  is_missing: false,
  ...more,
});
let photos: PhotoView[] = [];
const done = () => ({ step: { step: 1, op: 'set_report_photos' as const, subject: 'Đợt 1', count: 1 } });

beforeEach(() => {
  // jsdom shows nothing: everything is in view.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
      observe = (): void => this.tell([{ isIntersecting: true }]);
      disconnect = (): void => undefined;
    },
  );
  photos = [photo(3), photo(1), photo(2, { is_chosen: false })];
});

async function show(pane: typeof PhotosPane | typeof AnnexesPane, more: Answers = {}, isReadOnly = false) {
  const calls = answerWith({
    book_state: () => bookState(),
    report_photos: () => photos,
    photo_address: () => 'data:image/jpeg;base64,',
    set_report_photos: done,
    set_report_annexes: done,
    report_chart: () => ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ...more,
  });
  await book.load();
  render(pane, { draft: reportDraft(), isReadOnly });
  const sent = () => calls.filter((call) => call.command === 'set_report_photos').map((call) => call.args);
  const last = () => (sent().at(-1) as { photos: PhotoChoice[] } | undefined)?.photos;
  return { calls, ids: () => last()?.map((one) => one.evidence), last };
}

test('a photo is ticked, and its picture is shown', async () => {
  const { ids } = await show(PhotosPane);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'anh-2.jpg' }));
  await waitFor(() => expect(ids()).toEqual([3, 1, 2]));
  expect(screen.getByText(/Đã chọn 2\/3 ảnh/)).toBeVisible();
  expect(await screen.findByRole('img', { name: 'Ảnh anh-3.jpg' })).toBeInTheDocument();
});

test('photos are put in order by the keyboard alone', async () => {
  const { ids } = await show(PhotosPane);
  (await screen.findByRole('checkbox', { name: '2. anh-1.jpg' })).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(ids()).toEqual([1, 3]));
  expect(screen.getByRole('button', { name: 'Đưa ảnh anh-3.jpg lên trước' })).toBeDisabled();
});

test('a caption is saved when the field is left', async () => {
  const { last } = await show(PhotosPane);
  const field = await screen.findByRole('textbox', { name: 'Chú thích ảnh anh-1.jpg' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Hội nghị quán triệt');
  await userEvent.tab();
  await waitFor(() => expect(last()?.map((one) => one.caption)).toEqual(['Chú thích 3', 'Hội nghị quán triệt']));
});

test('a caption that was just typed goes along when its photo is moved at once', async () => {
  const { calls, ids, last } = await show(PhotosPane);
  const field = await screen.findByRole('textbox', { name: 'Chú thích ảnh anh-1.jpg' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Hội nghị quán triệt{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(ids()).toEqual([1, 3]));
  expect(last()?.[0]?.caption).toBe('Hội nghị quán triệt');
  expect(field).toHaveFocus();
  expect(calls.filter((call) => call.command === 'set_report_photos')).toHaveLength(1);
});

test('what is changed while a change is on its way is made of that change', async () => {
  const waiting: (() => void)[] = [];
  const { calls, last } = await show(PhotosPane, {
    set_report_photos: () => new Promise((resolve) => waiting.push(() => resolve(done()))),
  });
  const field = await screen.findByRole('textbox', { name: 'Chú thích ảnh anh-1.jpg' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Hội nghị');
  await userEvent.click(screen.getByRole('checkbox', { name: 'anh-2.jpg' }));
  expect(calls.filter((call) => call.command === 'set_report_photos')).toHaveLength(1);
  waiting[0]?.();
  await waitFor(() => expect(last()?.map((one) => one.caption)).toEqual(['Chú thích 3', 'Hội nghị', 'Chú thích 2']));
});

test('a photo that the program refuses is not ticked', async () => {
  const refused = () =>
    refuse('picture_too_large', { path: 'anh-2.jpg', width: '50000', height: '50000', limit: '50' });
  await show(PhotosPane, { set_report_photos: refused });
  const box = await screen.findByRole('checkbox', { name: 'anh-2.jpg' });
  await userEvent.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
});

test('a report that was sent shows its photos and changes none', async () => {
  await show(PhotosPane, {}, true);
  expect(await screen.findByRole('checkbox', { name: 'anh-2.jpg' })).toBeDisabled();
  expect(screen.getByRole('textbox', { name: 'Chú thích ảnh anh-1.jpg' })).toHaveAttribute('readonly');
});

test('annexes are chosen by ticks, and say how much is in them', async () => {
  const { calls } = await show(AnnexesPane);
  expect(screen.getByText('2 đường dẫn')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Biểu đồ: Tiến độ (Đợt 1)' }));
  await waitFor(() => {
    const sent = calls.filter((call) => call.command === 'set_report_annexes').at(-1)?.args;
    expect(sent).toMatchObject({ included: ['figures', 'links', 'chart:progress', 'photos'] });
  });
});
