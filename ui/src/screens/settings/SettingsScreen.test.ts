import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { BookState, Op } from '$lib/ipc/bindings';
import { bookState, dataFolder, formList, formProfile, milestone } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import type { SectionName } from './lib';
import SettingsScreen from './SettingsScreen.svelte';

const did = (op: Op) => () => ({ step: { step: 1, op, subject: '', count: 1 } });

async function show(section: SectionName, answers: Answers = {}, state: Partial<BookState> = {}) {
  const calls = answerWith({ book_state: () => bookState(state), ...answers });
  await book.load();
  render(SettingsScreen, { route: { screen: 'settings', part: section, filter: null, activity: null } });
  return { of: (command: string) => calls.filter((call) => call.command === command).map((call) => call.args) };
}

test('every section can be reached, and the present one is marked', async () => {
  await show('due');
  const links = within(screen.getByRole('navigation')).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '#/settings/unit',
    '#/settings/signers',
    '#/settings/milestones',
    '#/settings/due',
    '#/settings/form',
    '#/settings/templates',
    '#/settings/look',
    '#/settings/book',
    '#/settings/about',
  ]);
  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Hạn nộp báo cáo');
});

test('the unit is saved as typed, and what the core refuses is said at the field', async () => {
  let answer: NonNullable<Answers['set_unit']> = () =>
    refuse('too_long', { field: 'name', limit: '300', length: '301' });
  const { of } = await show('unit', { set_unit: (args) => answer(args) });
  const name = screen.getByRole('textbox', { name: /Tên đơn vị/ });
  await userEvent.clear(name);
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(name).toHaveAccessibleDescription(/Cần ghi mục này/);
  expect(of('set_unit')).toEqual([]);
  await userEvent.type(name, 'Liên đoàn Lao động huyện Tân Uyên');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(name).toHaveAccessibleDescription(/301/));
  answer = did('set_unit');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(of('set_unit')).toHaveLength(2));
  expect(of('set_unit')[1]).toMatchObject({ unit: { name: 'Liên đoàn Lao động huyện Tân Uyên', members: 2345 } });
});

test('the head of a document follows the unit while it is typed', async () => {
  await show('unit');
  const place = screen.getByRole('textbox', { name: /Địa danh/ });
  await userEvent.clear(place);
  await userEvent.type(place, 'Than Uyên');
  expect(screen.getByRole('figure')).toHaveTextContent('Than Uyên, ngày');
});

test('a new signer begins with the form of signature of the level', async () => {
  const { of } = await show('signers', { set_signer: did('set_signer') });
  await userEvent.click(screen.getByRole('button', { name: 'Thêm người ký' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('textbox', { name: /Chức vụ/ })).toHaveValue('PHÓ CHỦ TỊCH');
  await userEvent.selectOptions(within(dialog).getByRole('combobox'), 'TM. BAN CHẤP HÀNH / CHỦ TỊCH');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Họ và tên/ }), 'Lò Văn Minh');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(of('set_signer')).toEqual([
    { signer: { id: null, authority: 'TM. BAN CHẤP HÀNH', title: 'CHỦ TỊCH', name: 'Lò Văn Minh', is_default: false } },
  ]);
});

test('the last signer stays, and the reason is said', async () => {
  const { toasts } = await import('$lib/toasts.svelte');
  const { of } = await show('signers', { remove_signer: () => refuse('last_signer') });
  await userEvent.click(screen.getByRole('button', { name: 'Xóa Nguyễn Thị Hoa' }));
  await waitFor(() => expect(toasts.list.at(-1)?.text).toContain('ít nhất một người ký'));
  expect(of('remove_signer')).toEqual([{ id: 1 }]);
});

test('a milestone shows what moves with it before it is changed', async () => {
  const unknown = milestone({ certainty: 'unknown', on: null, not_before: '2023-08-01', not_after: '2023-11-30' });
  const { of } = await show('milestones', {
    milestones: () => [unknown, milestone({ code: 'dot2-bat-dau', name: 'Bắt đầu Đợt 2', is_proposed: true })],
    preview_milestone: () => [
      {
        kind: 'phase',
        code: 'dot2',
        title: 'Đợt 2',
        old_starts_on: '2023-08-01',
        old_ends_on: null,
        new_starts_on: '2023-08-01',
        new_ends_on: '2023-11-04',
      },
    ],
    set_milestone: did('set_milestone'),
  });
  expect(await screen.findByText('trong khoảng 01/08/2023 đến 30/11/2023')).toBeVisible();
  expect(screen.getByText('đề xuất')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Đổi mốc Đại hội XIII Công đoàn tỉnh Lai Châu' }));
  await userEvent.click(screen.getByRole('radio', { name: /Dự kiến/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Xem những gì sẽ đổi' }));
  expect(screen.getByText('Mốc dự kiến hoặc chính xác cần có ngày')).toBeVisible();
  expect(of('preview_milestone')).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /Ngày \(hoặc/ }), '3/10/2023');
  await userEvent.click(screen.getByRole('button', { name: 'Xem những gì sẽ đổi' }));
  expect(await screen.findByText('01/08/2023 – 04/11/2023')).toBeVisible();
  expect(of('set_milestone')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Đồng ý đổi' }));
  await waitFor(() => expect(of('set_milestone')).toHaveLength(1));
  expect(of('set_milestone')[0]).toEqual({
    setting: { code: 'dh-tinh', certainty: 'expected', on: '2023-10-03', until: null, reason: '' },
  });
});

test('a setting that was changed after the preview is shown again before it is done', async () => {
  const { of } = await show('milestones', { milestones: () => [milestone()], preview_milestone: () => [] });
  await userEvent.click(await screen.findByRole('button', { name: /Đổi mốc/ }));
  const day = screen.getByRole('textbox', { name: /Ngày \(hoặc/ });
  await userEvent.clear(day);
  await userEvent.type(day, '05/10/2023');
  await userEvent.click(screen.getByRole('button', { name: 'Xem những gì sẽ đổi' }));
  expect(await screen.findByRole('button', { name: 'Đồng ý đổi' })).toBeEnabled();
  await userEvent.click(screen.getByRole('radio', { name: /Dự kiến/ }));
  expect(screen.getByRole('button', { name: 'Xem những gì sẽ đổi' })).toBeEnabled();
  expect(of('preview_milestone')).toHaveLength(1);
});

test('a proposed rule for due days is confirmed as it is, or with a day of its own for a phase', async () => {
  const { of } = await show('due', { set_due_rule: did('set_due_rule') });
  expect(screen.getByText('chương trình đề xuất')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Xác nhận' }));
  await waitFor(() => expect(of('set_due_rule')).toHaveLength(1));
  expect(of('set_due_rule')[0]).toEqual({ rule: { days_after_end: 5, is_proposed: false, fixed: [] } });
  await userEvent.type(screen.getByRole('textbox', { name: 'Hạn riêng của Đợt 1' }), '10/8/2023{Enter}');
  await waitFor(() => expect(of('set_due_rule')).toHaveLength(2));
  expect(of('set_due_rule')[1]).toMatchObject({ rule: { fixed: [{ phase: 'dot1', due_on: '2023-08-10' }] } });
});

test('a due day that is none is not saved', async () => {
  const { of } = await show('due', {}, { due_rule: { days_after_end: 5, is_proposed: false, fixed: [] } });
  const days = screen.getByRole('textbox', { name: /Số ngày/ });
  await userEvent.clear(days);
  await userEvent.type(days, 'năm{Enter}');
  expect(days).toHaveAccessibleDescription(/-365 đến 365/);
  expect(of('set_due_rule')).toEqual([]);
});

test('language, colours and size of the text take effect at once', async () => {
  const { of } = await show('look', { set_preferences: () => null });
  await userEvent.click(screen.getByRole('radio', { name: '125%' }));
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe('125%'));
  await userEvent.click(screen.getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('heading', { name: 'Appearance' })).toBeVisible();
  expect(of('set_preferences')).toEqual([
    { preferences: { language: 'vi', theme: 'light', text_size: 125 } },
    { preferences: { language: 'en', theme: 'light', text_size: 125 } },
  ]);
});

test('the folder opens in the file manager, and the sample book is one click away and back', async () => {
  const folder = `/home/hoa/${'thư mục dài '.repeat(20)}`;
  const { of } = await show(
    'book',
    {
      data_folder: () => dataFolder(),
      show_in_folder: () => null,
      open_sample: () => bookState({ is_sample: true }),
      open_own: () => bookState(),
    },
    { folder },
  );
  await userEvent.click(screen.getByRole('button', { name: 'Mở thư mục của sổ' }));
  expect(of('show_in_folder')).toEqual([{ path: folder }]);
  await userEvent.click(screen.getByRole('button', { name: 'Mở sổ mẫu' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Trở về sổ của tôi' }));
  expect(await screen.findByRole('button', { name: 'Mở sổ mẫu' })).toBeVisible();
});

test('the program says that it uses no network', async () => {
  await show('about', {}, { version: '0.2.7' });
  expect(screen.getByText('0.2.7')).toBeVisible();
  expect(screen.getByText(/không gửi và không tải gì qua mạng/)).toBeVisible();
});

test('the version is there to read out, and the log to send, when help is needed', async () => {
  const { of } = await show('about', { show_log: () => null }, { version: '0.2.7' });
  expect(screen.getByText('Phiên bản').nextElementSibling).toHaveTextContent('0.2.7');
  await userEvent.click(screen.getByRole('button', { name: 'Mở thư mục nhật ký' }));
  expect(of('show_log')).toEqual([{}]);
});

test('the forms say when they hold, and one of the office’s own is made from a copy within the limits', async () => {
  const { of } = await show('form', { list_forms: () => formList(), set_form: did('set_form') });
  const rows = await screen.findAllByRole('listitem');
  expect(rows[0]).toHaveTextContent(/đang áp dụng.*Từ ngày 14\/05\/2024.*Chưa rõ.*số dòng của phần ký/);
  expect(screen.queryByRole('button', { name: /^Sửa/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /Lập mẫu riêng từ: Thể thức từ ngày 14/ }));
  const dialog = screen.getByRole('dialog');
  // What the decree leaves no choice of is not asked.
  expect(within(dialog).queryByRole('textbox', { name: /Số, ký hiệu/ })).toBeNull();
  const left = within(dialog).getByRole('textbox', { name: 'Lề trái' });
  expect(left).toHaveAccessibleDescription('từ 30 đến 35 mm');
  await userEvent.clear(left);
  await userEvent.type(left, '25');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  expect(left).toHaveAccessibleDescription(/Ghi số nguyên từ 30 đến 35/);
  expect(of('set_form')).toEqual([]);
  await userEvent.clear(left);
  await userEvent.type(left, '30');
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /Thụt đầu dòng/ }), '1 cm');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(of('set_form')).toMatchObject([
    { form: { code: 'rieng', margins: { left: 30, top: 25 }, text: { indent: '1cm' }, unclear: [] } },
  ]);
});

test('a form of the office’s own is changed and removed, and what the core refuses is said at its field', async () => {
  const own = { profile: formProfile({ code: 'rieng', name: 'Mẫu của huyện' }), is_own: true, holds: true };
  const { of } = await show('form', {
    list_forms: () => formList({ forms: [own] }),
    set_form: () => refuse('bad_form', { field: 'filed', problem: 'unknown_value', value: 'VT', form: 'rieng' }),
    remove_form: did('remove_form'),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Sửa Mẫu của huyện' }));
  const filed = screen.getByRole('textbox', { name: /Dòng cuối/ });
  await userEvent.type(filed, 'VT');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(filed).toHaveAccessibleDescription(/Mẫu thể thức “rieng” sai/));
  await userEvent.click(screen.getByRole('button', { name: 'Thôi' }));
  await userEvent.click(screen.getByRole('button', { name: 'Xóa Mẫu của huyện' }));
  expect(of('remove_form')).toEqual([{ code: 'rieng' }]);
});
