import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import { parseRoute } from '$lib/route';
import { toasts } from '$lib/toasts.svelte';
import { bookState } from '../../test/fixtures';
import { register, registerRow, reminderRow } from '../../test/office';
import { answerWith, refuse, type Answers } from '../../test/program';
import RegisterScreen from './RegisterScreen.svelte';

const step = (op: 'set_received' | 'add_reminders' | 'set_late_by' | 'set_level_due', count: number) => ({
  step: { step: 5, op, subject: 'Đợt 1', count },
});
function program(more: Answers = {}) {
  return answerWith({
    book_state: () => bookState({ n_units: 4 }),
    register: () => register(),
    set_received: ({ units }) => step('set_received', units.length),
    reminders: () => ({ phase: 'dot1', rows: [reminderRow(2, 'CĐCS Mầm non'), reminderRow(3, 'CĐCS Đồn')] }),
    add_reminders: ({ units }) => step('add_reminders', units.length),
    list_level_dues: () => [
      { phase: 'dot1', activity: '', level: 'grassroots', due_on: '2023-07-25' },
      { phase: 'dot2', activity: 'III.1-1', level: 'grassroots', due_on: '2023-09-01' },
    ],
    list_duties: () => [
      { activity: '', title: 'Đợt 1', levels: ['district', 'grassroots'], due_on: '2023-08-10' },
      { activity: 'III.1-1', title: 'Xây dựng kế hoạch', levels: ['grassroots'], due_on: '2022-11-30' },
    ],
    set_level_due: () => step('set_level_due', 1),
    set_late_by: () => step('set_late_by', 1),
    save_reminder_mails: () => '/home/hoa/thu',
    save_reminder_letter: () => '/home/hoa/cong-van.docx',
    ...more,
  });
}
async function open(hash = '#/register/dot1') {
  await book.load();
  // A heading of a screen is no banner of the page: it lies in its main part, as in the frame.
  document.body.innerHTML = '<main></main>';
  const target = document.querySelector('main') ?? document.body;
  render(RegisterScreen, { target, props: { route: parseRoute(hash) } });
  return screen.findByRole('grid');
}
const argsOf = (calls: { command: string; args: unknown }[], command: string) =>
  calls.find((call) => call.command === command)?.args;

// A page of many cells takes its time in jsdom.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  toasts.list = [];
  location.hash = '';
});

describe('the register', () => {
  it('shows numerator and denominator of each part', async () => {
    program();
    await open();
    const rates = screen.getByLabelText('Số báo cáo của đợt');
    const said = within(rates)
      .getAllByRole('definition')
      .map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    expect(said).toEqual(['3', '1/3 33,3 %', '0/3 0 %', '2/3 66,7 % trong đó quá hạn 2']);
  });

  it('says how complete and how punctual every unit with others below it is', async () => {
    program({ register: () => register() });
    await book.load();
    render(RegisterScreen, { props: { route: parseRoute('#/register/dot1?filter=summary') } });
    const table = await screen.findByRole('table');
    const lines = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()));
    expect(lines).toEqual([
      ['Đơn vị', 'Đã có', 'Đúng hạn', 'Trễ', 'Chưa có', 'Quá hạn', ''],
      ['LĐLĐ huyện Mường Tè', '1/3 33,3 %', '1/3 33,3 %', '0', '2', '2', ''],
      ['Đơn vị trực tiếp, không có cấp dưới', '0/0', '0/0', '0', '0', '0', ''],
    ]);
    expect((await axe.run(table)).violations).toEqual([]);
  });

  it('records many reports at once, selected by the keys', async () => {
    const calls = program();
    const grid = await open();
    const user = userEvent.setup();
    grid.focus();
    await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByRole('toolbar', { name: '2 đơn vị đã chọn' })).toBeVisible();
    await user.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: 'Ghi nhận báo cáo của 2 đơn vị' });
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Hình thức gửi' }), 'paper');
    await user.click(within(dialog).getByRole('button', { name: 'Ghi nhận' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(argsOf(calls, 'set_received')).toEqual({
      phase: 'dot1',
      units: [2, 3],
      receipt: {
        state: 'received',
        signed_on: null,
        sent_on: null,
        received_on: '2023-07-20',
        channel: 'paper',
        has_content: true,
        note: '',
      },
    });
    expect(toasts.list[0]).toMatchObject({ kind: 'done', action: { label: 'Hoàn tác' } });
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(grid).toHaveFocus();
  });

  it('selects with space and with Ctrl+A what is shown, and lets go with Esc', async () => {
    program();
    const grid = await open('#/register/dot1?filter=overdue');
    const user = userEvent.setup();
    grid.focus();
    await user.keyboard(' ');
    expect(screen.getByRole('toolbar', { name: '1 đơn vị đã chọn' })).toBeVisible();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByRole('toolbar', { name: '2 đơn vị đã chọn' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('shows what the core refuses in the dialog and keeps it open', async () => {
    program({ set_received: () => refuse('date_in_future', { date: '21/07/2023' }) });
    const grid = await open();
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Ghi nhận' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('21/07/2023');
    expect(screen.getByRole('dialog', { name: /Bum Tở/ })).toBeVisible();
  });

  it('keeps only the rows in view of a thousand in the page', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => registerRow(at + 1, `CĐCS số ${at + 1}`));
    program({ register: () => register(rows) });
    const grid = await open();
    grid.focus();
    await userEvent.keyboard('{End}');
    expect(await screen.findByText('CĐCS số 1000')).toBeVisible();
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('changes the day that decides', async () => {
    const calls = program();
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Hạn và cách tính' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Ngày ký' }));
    await waitFor(() => expect(argsOf(calls, 'set_late_by')).toEqual({ rule: 'signed' }));
  });

  it('gives a level its day, for the report or for one activity', async () => {
    const calls = program();
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Hạn và cách tính' }));
    const dialog = screen.getByRole('dialog');
    const duty = await within(dialog).findByRole('combobox', { name: 'Hạn của báo cáo hoặc việc nào trong Đợt 1' });
    expect(
      within(duty)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['Báo cáo Đợt 1 (có hạn riêng)', 'Xây dựng kế hoạch']);
    expect(within(dialog).getByText(/Hạn chung: 10\/08\/2023/)).toBeVisible();
    expect(within(dialog).getByRole('textbox', { name: 'Hạn của Công đoàn cơ sở' })).toHaveValue('25/07/2023');
    expect(within(dialog).getAllByRole('textbox')).toHaveLength(2);
    await userEvent.selectOptions(duty, 'Xây dựng kế hoạch');
    expect(within(dialog).getByText(/Hạn chung: 30\/11\/2022/)).toBeVisible();
    const day = within(dialog).getByRole('textbox', { name: 'Hạn của Công đoàn cơ sở' });
    expect(within(dialog).getAllByRole('textbox')).toEqual([day]);
    expect(day).toHaveValue('');
    await userEvent.type(day, '15/12/2022{Enter}');
    await waitFor(() =>
      expect(argsOf(calls, 'set_level_due')).toEqual({
        due: { phase: 'dot1', activity: 'III.1-1', level: 'grassroots', due_on: '2022-12-15' },
      }),
    );
    const { violations } = await axe.run(dialog, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
  });

  it('writes e-mails to those that were chosen and records it only when asked to', async () => {
    const calls = program();
    await open();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Đôn đốc…' }));
    const dialog = screen.getByRole('dialog', { name: 'Đôn đốc báo cáo Đợt 1' });
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Chọn CĐCS Mầm non' }));
    await user.click(within(dialog).getByRole('button', { name: 'Thư điện tử (.eml)…' }));
    expect(await within(dialog).findByText('Đã ghi thư vào thư mục: /home/hoa/thu')).toBeVisible();
    expect(argsOf(calls, 'save_reminder_mails')).toEqual({ phase: 'dot1', units: [3] });
    expect(argsOf(calls, 'add_reminders')).toBeUndefined();
    await user.click(within(dialog).getByRole('button', { name: 'Ghi nhận đã đôn đốc' }));
    await waitFor(() =>
      expect(argsOf(calls, 'add_reminders')).toEqual({ phase: 'dot1', units: [3], channel: 'email', note: '' }),
    );
  });

  it('says when and how a unit was reminded last', async () => {
    const last = { n_reminders: 2, reminded_on: '2023-07-12' };
    const rows = [
      reminderRow(2, 'CĐCS Mầm non', { ...last, channel: 'telephone' }),
      reminderRow(3, 'CĐCS Đồn', { ...last, channel: 'letter', is_reminded: true }),
      reminderRow(4, 'CĐCS Trạm Y tế'),
    ];
    program({ reminders: () => ({ phase: 'dot1', rows }) });
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Đôn đốc…' }));
    const dialog = screen.getByRole('dialog', { name: 'Đôn đốc báo cáo Đợt 1' });
    expect(await within(dialog).findByText('2 lần, lần cuối 12/07 bằng điện thoại')).toBeVisible();
    expect(within(dialog).getByText('chưa đôn đốc')).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: /^Tất cả/ }));
    expect(within(dialog).getByText('đã đôn đốc 12/07 bằng công văn')).toBeVisible();
  });

  it('shows the messages to copy by hand where the system does not copy', async () => {
    program();
    await open();
    const user = userEvent.setup({ writeToClipboard: false });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await user.click(screen.getByRole('button', { name: 'Đôn đốc…' }));
    await screen.findByRole('checkbox', { name: 'Chọn CĐCS Mầm non' });
    await user.click(screen.getByRole('button', { name: 'Chép tin nhắn' }));
    expect(await screen.findByRole('textbox', { name: 'Nội dung tin nhắn' })).toHaveValue(
      'Kính gửi CĐCS Mầm non: đề nghị gửi báo cáo.\n\nKính gửi CĐCS Đồn: đề nghị gửi báo cáo.',
    );
  });

  it('asks for number and day of the letter', async () => {
    const calls = program();
    await open();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Đôn đốc…' }));
    await screen.findByRole('checkbox', { name: 'Chọn CĐCS Mầm non' });
    await user.click(screen.getByRole('button', { name: 'Công văn Word…' }));
    await user.type(screen.getByRole('textbox', { name: 'Số văn bản' }), '45');
    await user.click(screen.getByRole('button', { name: 'Lưu Word…' }));
    await waitFor(() =>
      expect(argsOf(calls, 'save_reminder_letter')).toEqual({
        phase: 'dot1',
        units: [2, 3],
        letter: { number: '45', dated_on: '2023-07-20', until: '2023-07-27' },
      }),
    );
    expect(await screen.findByText(/Đã lưu công văn: \/home\/hoa\/cong-van.docx/)).toBeVisible();
  });

  it('has no fault that axe finds, with units selected and with the reminders open', async () => {
    program();
    const grid = await open();
    grid.focus();
    await userEvent.keyboard(' ');
    const check = async (what: Element) => {
      const { violations } = await axe.run(what, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      });
      return violations.map((one) => `${one.id} ${one.nodes[0]?.html}`);
    };
    expect(await check(document.body)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Đôn đốc…' }));
    await screen.findByRole('checkbox', { name: 'Chọn CĐCS Mầm non' });
    expect(await check(screen.getByRole('dialog'))).toEqual([]);
  });
});
