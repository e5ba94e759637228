import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import { handed } from '$lib/plan/handed.svelte';
import { bookState, handedFile, milestone, planHead, wrongFile } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import { entered } from './entered.svelte';
import FirstStartScreen from './FirstStartScreen.svelte';

const plan = planHead({
  milestones: [
    milestone({
      code: 'dh-vn',
      name: 'Đại hội XIII Công đoàn Việt Nam',
      short_name: 'ĐH Công đoàn VN',
      on: '2023-12-01',
    }),
    milestone({ certainty: 'unknown', on: null }),
  ],
});
const empty = bookState({ unit: null, campaign: null, signers: [], due_rule: null });

async function show(more: Answers = {}) {
  const calls = answerWith({ book_state: () => empty, list_plans: () => [plan], ...more });
  await book.load();
  const { unmount } = render(FirstStartScreen);
  return {
    unmount,
    of: (command: string) => calls.filter((call) => call.command === command).map((call) => call.args),
  };
}
const field = (name: RegExp) => screen.getByRole('textbox', { name });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

async function fillUnit(): Promise<void> {
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: /Cấp của đơn vị/ }),
    'Liên đoàn Lao động huyện, thành phố',
  );
  await userEvent.type(field(/Tên đơn vị/), 'Tam Đường');
  await userEvent.type(field(/Cấp trên/), 'Lai Châu');
  await userEvent.type(field(/Địa danh/), 'Tam Đường');
  await userEvent.type(field(/Họ và tên/), 'Nguyễn Thị Hoa');
}

beforeEach(() => {
  entered.reset();
  handed.file = null;
});

test('four steps lead from the level to the book, by keyboard', async () => {
  const { of } = await show({ set_up: () => ({ step: { step: 1, op: 'set_up', subject: '', count: 1 } }) });
  await fillUnit();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Kế hoạch cần thực hiện' })).toHaveFocus();
  expect(screen.getByRole('radio', { name: /Đại hội XIII/ })).toBeChecked();
  expect(screen.getByText(/Đổi mới - Dân chủ/)).toBeVisible();
  await press('Tiếp tục');
  expect(await screen.findByText('Chưa biết')).toBeVisible();
  await press('Tiếp tục');
  const summary = await screen.findByRole('table');
  expect(summary).toHaveTextContent('Liên đoàn Lao động huyện Tam Đường');
  expect(within(summary).getByRole('row', { name: /Mốc để sau/ })).toHaveTextContent('ĐH tỉnh');
  await press('Bắt đầu');
  await waitFor(() => expect(of('set_up')).toHaveLength(1));
  expect(of('set_up')[0]).toEqual({
    input: {
      unit: {
        name: 'Liên đoàn Lao động huyện Tam Đường',
        level: 'district',
        superior: 'Liên đoàn Lao động tỉnh Lai Châu',
        place: 'Tam Đường',
        symbol: 'LĐLĐ',
        members: null,
      },
      signer: {
        id: null,
        authority: 'TM. BAN THƯỜNG VỤ',
        title: 'PHÓ CHỦ TỊCH',
        name: 'Nguyễn Thị Hoa',
        is_default: true,
      },
      plan: '383-lai-chau-2022',
      milestones: [],
    },
  });
});

test('what is missing is said at the field, and only after one wanted to go on', async () => {
  await show();
  expect(screen.queryAllByRole('alert')).toEqual([]);
  await press('Tiếp tục');
  expect(screen.getByRole('combobox', { name: /Cấp của đơn vị/ })).toHaveFocus();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /Cấp của đơn vị/ }), 'Công đoàn ngành');
  expect(field(/Tên đơn vị/)).toHaveAccessibleDescription(/Ghi tiếp cho đủ tên/);
  expect(field(/Địa danh/)).toHaveAccessibleDescription(/Cần ghi mục này/);
});

test('nothing is lost on going back, nor by a look into the sample book', async () => {
  const { unmount } = await show({ open_sample: () => bookState({ is_sample: true }) });
  await fillUnit();
  await press('Tiếp tục');
  await press('Quay lại');
  expect(field(/Tên đơn vị/)).toHaveValue('Liên đoàn Lao động huyện Tam Đường');
  await press('Mở sổ mẫu để dùng thử');
  unmount();
  await show();
  expect(field(/Họ và tên/)).toHaveValue('Nguyễn Thị Hoa');
});

test('the head of a document is shown while the unit is typed', async () => {
  await show();
  await fillUnit();
  expect(screen.getByRole('figure')).toHaveTextContent('Liên đoàn Lao động huyện Tam Đường');
  expect(screen.getByRole('figure')).toHaveTextContent('/BC‑LĐLĐ');
});

test('a day can be entered for what is unknown, and left for later again', async () => {
  await show();
  await fillUnit();
  await press('Tiếp tục');
  await press('Tiếp tục');
  await press('Ghi ngày: ĐH tỉnh');
  const day = screen.getByRole('textbox', { name: /Ngày \(hoặc/ });
  await waitFor(() => expect(day).toHaveFocus());
  await press('Tiếp tục');
  expect(day).toHaveAccessibleDescription(/cần có ngày/);
  await userEvent.type(day, '3/10/2023{Enter}');
  expect(await screen.findByRole('row', { name: /Mốc đã ghi ngày/ })).toHaveTextContent('ĐH tỉnh: 03/10/2023');
  await press('Quay lại');
  await press('Để sau');
  await press('Tiếp tục');
  expect(await screen.findByRole('row', { name: /Mốc để sau/ })).toHaveTextContent('ĐH tỉnh');
});

test('a refusal of the core leads back to the field it speaks of', async () => {
  await show({ set_up: () => refuse('too_long', { field: 'place', limit: '100', length: '120' }) });
  await fillUnit();
  await press('Tiếp tục');
  await press('Tiếp tục');
  await press('Tiếp tục');
  await press('Bắt đầu');
  expect(await screen.findByRole('heading', { level: 2, name: 'Đơn vị của anh/chị' })).toBeVisible();
  expect(field(/Địa danh/)).toHaveAccessibleDescription(/120 ký tự/);
});

test('a plan file that was handed over is chosen at once, and its text is what the book is set up with', async () => {
  handed.file = handedFile();
  const { of } = await show({ set_up: () => ({ step: { step: 1, op: 'set_up', subject: '', count: 1 } }) });
  expect(await screen.findByRole('status')).toHaveTextContent('Đã chọn kế hoạch trong tệp “Kế hoạch Sông Mây.sotg”');
  await fillUnit();
  await press('Tiếp tục');
  const chosen = screen.getByRole('radio', { name: /Từ tệp “Kế hoạch Sông Mây.sotg”.*Tháng Công nhân/ });
  expect(chosen).toBeChecked();
  expect(chosen).toHaveAccessibleName(
    /00\/KH.LĐLĐ ngày 10\/01\/2028.*Giai đoạn 2 Cao điểm 27\/04\/2028 – ….*2 đợt, 3 việc/,
  );
  expect(screen.getByRole('radio', { name: /Đại hội XIII/ })).not.toBeChecked();
  await press('Tiếp tục');
  expect(screen.getByRole('button', { name: 'Ghi ngày: Tổng kết' })).toBeVisible();
  await press('Tiếp tục');
  expect(await screen.findByRole('row', { name: /^Kế hoạch/ })).toHaveTextContent('Từ tệp “Kế hoạch Sông Mây.sotg”');
  await press('Bắt đầu');
  await waitFor(() => expect(of('set_up')).toHaveLength(1));
  expect(of('set_up')[0]).toMatchObject({
    input: { plan: { file_name: 'Kế hoạch Sông Mây.sotg', text: 'code = "mau-song-may-2028"' } },
  });
});

test('a plan file can be opened in the second step, and thought better of', async () => {
  await show({ choose_plan_file: () => handedFile() });
  await fillUnit();
  await press('Tiếp tục');
  await press('Mở tệp kế hoạch…');
  expect(await screen.findByRole('radio', { name: /Từ tệp/ })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: /Đại hội XIII/ }));
  await press('Tiếp tục');
  expect(screen.getByRole('button', { name: /ĐH Công đoàn VN/ })).toBeVisible();
});

test('whoever is past the plan when a file comes is taken back to it', async () => {
  await show();
  await fillUnit();
  await press('Tiếp tục');
  await press('Tiếp tục');
  handed.file = handedFile();
  expect(await screen.findByRole('heading', { level: 2, name: 'Kế hoạch cần thực hiện' })).toBeVisible();
  expect(screen.getByRole('radio', { name: /Từ tệp/ })).toBeChecked();
});

test('a file with the code of a plan of the program says which one is followed', async () => {
  handed.file = handedFile({ head: planHead() });
  await show();
  await press('Xem kế hoạch');
  expect(screen.getByRole('radio', { name: /Từ tệp.*Sổ sẽ theo nội dung trong tệp/ })).toBeChecked();
});

test('a file with a mistake names line and field, and leaves everything as it was', async () => {
  handed.file = wrongFile();
  await show();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Không dùng được tệp “Kế hoạch Sông Mây.sotg”.');
  expect(alert).toHaveTextContent('dòng 12, mục “milestones[0].kind”: không có trong danh sách cho phép (party).');
  await fillUnit();
  await press('Tiếp tục');
  expect(screen.getByRole('radio', { name: /Đại hội XIII/ })).toBeChecked();
  expect(screen.queryByRole('radio', { name: /Từ tệp/ })).toBeNull();
  await press('Đóng');
  expect(screen.queryByRole('alert')).toBeNull();
});
