import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { BookState, HandedFile } from '$lib/ipc/bindings';
import { place } from '$lib/place.svelte';
import { handed } from '$lib/plan/handed.svelte';
import { bookState, handedFile, planHead, wrongFile } from '../test/fixtures';
import { answerWith, happens, type Answers } from '../test/program';
import App from './App.svelte';

const other = { is_same_plan: false, differs_in: [], n_activities_in_book: 40 };

/** Opens the window on a book that is set up, with a file that was handed over before the page was there. */
async function open(file: HandedFile | null, state: Partial<BookState> = {}, answers: Answers = {}) {
  const calls = answerWith({
    book_state: () => bookState(state),
    history: () => [],
    handed_file: () => file,
    ...answers,
  });
  await book.load();
  render(App);
  return calls;
}
const dialog = () => screen.findByRole('dialog', { name: 'Tệp kế hoạch' });

beforeEach(() => {
  handed.file = null;
  place.go({ screen: 'history' });
});

test('another plan: the book goes on with its own, and how to open one for the other', async () => {
  await open(handedFile({ comparison: other }), { folder: '/home/hoa/so' });
  expect(await dialog()).toHaveTextContent('Tháng Công nhân năm 2028');
  expect(screen.getByRole('status')).toHaveTextContent(
    'Sổ này đang thực hiện Tuyên truyền Đại hội Công đoàn các cấp (Kế hoạch số 383/KH‑LĐLĐ ngày 25/10/2022)',
  );
  expect(await dialog()).toHaveTextContent(
    'so-tuyen-giao --book "/home/hoa/so-mau-song-may-2028" "/media/usb/Kế hoạch Sông Mây.sotg"',
  );
  await userEvent.click(screen.getByText('Đóng'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the plan of the book itself', async () => {
  await open(handedFile({ head: planHead(), comparison: { ...other, is_same_plan: true } }));
  await dialog();
  expect(screen.getByRole('status')).toHaveTextContent('đang thực hiện đúng kế hoạch này');
});

test('another version of the plan of the book: which, and where they differ', async () => {
  const head = planHead({ document: 'Kế hoạch số 390/KH-LĐLĐ ngày 01/11/2022', n_activities: 41 });
  const comparison = { is_same_plan: true, differs_in: ['document', 'activities'] as const, n_activities_in_book: 40 };
  await open(handedFile({ head, comparison: { ...comparison, differs_in: [...comparison.differs_in] } }));
  expect(await dialog()).toHaveTextContent(/Bản trong sổ\s*Kế hoạch số 383\/KH‑LĐLĐ ngày 25\/10\/2022, 40 việc/);
  expect(await dialog()).toHaveTextContent(/Bản trong tệp\s*Kế hoạch số 390\/KH‑LĐLĐ ngày 01\/11\/2022, 41 việc/);
  expect(await dialog()).toHaveTextContent(/Khác ở\s*văn bản kế hoạch; các việc/);
});

test('a file with a mistake', async () => {
  await open(wrongFile());
  await dialog();
  expect(screen.getByRole('alert')).toHaveTextContent('sai ở dòng 12, mục “milestones[0].kind”');
  expect(await dialog()).toHaveTextContent('Sổ vẫn như cũ.');
});

test('in the sample book one goes back to the own book first, which is compared anew', async () => {
  const calls = await open(
    handedFile({ comparison: other }),
    { is_sample: true },
    {
      open_own: () => bookState(),
      read_plan_file: () => handedFile({ comparison: { ...other, is_same_plan: true } }),
    },
  );
  expect(await dialog()).toHaveTextContent('Anh/chị đang xem sổ mẫu.');
  await userEvent.click(screen.getAllByText('Về sổ của đơn vị').at(-1) as HTMLElement);
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('đúng kế hoạch này'));
  expect(calls).toContainEqual({ command: 'read_plan_file', args: { path: '/media/usb/Kế hoạch Sông Mây.sotg' } });
});

test('a plan file that is dropped on the window or handed to it later goes the same way', async () => {
  let later: HandedFile | null = null;
  const calls = await open(
    null,
    {},
    { handed_file: () => later, read_plan_file: () => handedFile({ comparison: other }) },
  );
  await waitFor(() => expect(calls.map(({ command }) => command)).toContain('handed_file'));
  happens('files-dropped', { paths: ['/tmp/ảnh.jpg'] });
  expect(screen.queryByRole('dialog')).toBeNull();
  happens('files-dropped', { paths: ['/tmp/ảnh.jpg', '/tmp/KH.SOTG', '/tmp/khác.sotg'] });
  await dialog();
  expect(calls).toContainEqual({ command: 'read_plan_file', args: { path: '/tmp/KH.SOTG' } });
  await userEvent.click(screen.getByText('Đóng'));
  later = wrongFile();
  happens('file-handed', null);
  await dialog();
  expect(screen.getByRole('alert')).toBeVisible();
});
