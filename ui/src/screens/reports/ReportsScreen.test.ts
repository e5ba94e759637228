import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { TemplateChoice, ReportRow } from '$lib/ipc/bindings';
import { bookState, formList, reportRow } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import { fromPlain, plain } from './editor/text';
import { editor, typeAtEnd, written } from './editor/typing';
import { reportCheck, reportDraft, reportPages, reportVersions, signer } from './fixtures';
import ReportsScreen from './ReportsScreen.svelte';

let rows: ReportRow[] = [];
let draft = reportDraft();
const done = () => ({ step: { step: 1, op: 'set_report_state' as const, subject: 'Đợt 1', count: 1 } });
const route = { screen: 'reports' as const, part: 'dot1', filter: null, activity: null };

async function show(more: Answers = {}) {
  const calls = answerWith({
    list_forms: () => formList(),
    book_state: () => bookState({ signers: [signer(), signer({ id: 2, name: 'Lò Văn Minh', is_default: false })] }),
    list_reports: () => rows,
    report_draft: () => draft,
    set_report_section: ({ section, text }) => {
      draft = {
        ...draft,
        sections: draft.sections.map((one) => (one.code === section ? { ...one, kept: text } : one)),
      };
      return done();
    },
    set_report_head: ({ head }) => {
      draft = { ...draft, head };
      return done();
    },
    report_check: () => reportCheck(),
    report_versions: () => reportVersions(),
    report_pages: () => reportPages(),
    ...more,
  });
  await book.load();
  render(ReportsScreen, { route });
  await screen.findByRole('navigation', { name: 'Các mục của báo cáo' });
  return { calls, of: (command: string) => calls.filter((call) => call.command === command).map((call) => call.args) };
}
const pane = (name: RegExp) => within(screen.getByRole('navigation')).getByRole('button', { name });

beforeEach(() => {
  rows = [
    reportRow({ days_left: null, days_late: 5 }),
    reportRow({ phase: 'dot2', phase_name: 'Đợt 2', due_on: null }),
  ];
  draft = reportDraft();
});

test('a late report says so in words, and a proposed day is marked', async () => {
  await show();
  const card = screen.getByRole('button', { name: /^Đợt 1/ });
  expect(card).toHaveTextContent('Trễ 5 ngày');
  expect(card).toHaveTextContent('05/08/2023');
  expect(card).toHaveTextContent('đề xuất');
  expect(screen.getByRole('button', { name: /^Đợt 2/ })).toHaveTextContent('chưa biết ngày kết thúc đợt');
});

test('a text is saved when its field is left, and the preview has followed before', async () => {
  const { of } = await show();
  await userEvent.click(pane(/I\. ĐẶC ĐIỂM/));
  typeAtEnd(editor(/ĐẶC ĐIỂM/), '\nKhó khăn: địa bàn rộng.');
  await waitFor(() => expect(JSON.stringify(of('report_pages').at(-1))).toContain('Khó khăn: địa bàn rộng.'));
  expect(of('report_pages').at(-1)).toMatchObject({ phase: 'dot1', typed: { sections: [{ code: 'i' }] } });
  expect(of('set_report_section')).toEqual([]);
  (document.activeElement as HTMLElement).blur();
  await waitFor(() => expect(of('set_report_section')).toHaveLength(1));
  expect(of('set_report_section')[0]).toMatchObject({ phase: 'dot1', section: 'i' });
  expect(await screen.findByText('Đã lưu')).toBeVisible();
});

test('another section opens only when the text before it was saved', async () => {
  await show({ set_report_section: () => refuse('disk_full') });
  await userEvent.click(pane(/I\. ĐẶC ĐIỂM/));
  typeAtEnd(editor(/ĐẶC ĐIỂM/), ' Thêm.');
  await userEvent.click(pane(/1\. Nội dung/));
  expect(await screen.findByRole('alert')).toHaveTextContent('Ổ đĩa đã đầy');
  expect(written(editor(/ĐẶC ĐIỂM/))).toBe(`${plain(reportDraft().sections[0]?.composed ?? fromPlain(''))} Thêm.`);
});

test('an outdated text stands beside what the program would write now, which can be taken', async () => {
  const { of } = await show();
  await userEvent.click(pane(/1\. Nội dung/));
  expect(written(editor(/Nội dung/))).toBe('Bản của tôi.');
  expect(screen.getByRole('region', { name: /chỗ đã khác/ })).toHaveTextContent('Bản mới của chương trình.');
  await userEvent.click(screen.getByRole('button', { name: 'Dùng toàn bộ bản chương trình soạn' }));
  await waitFor(() => expect(written(editor(/Nội dung/))).toBe('Bản mới của chương trình.'));
  expect(of('set_report_section')).toEqual([{ phase: 'dot1', section: 'iii-1', text: null }]);
});

test('one change is taken over by itself', async () => {
  const { of } = await show({ decide_text_change: done });
  await userEvent.click(pane(/1\. Nội dung/));
  await userEvent.click(screen.getByRole('button', { name: 'Dùng câu này' }));
  await waitFor(() => expect(of('decide_text_change')).toHaveLength(1));
  expect(of('decide_text_change')[0]).toMatchObject({
    section: 'iii-1',
    change: draft.sections[2]?.changes[0],
    takes: true,
  });
});

test('the head takes another signer and a day as it is typed here', async () => {
  const { of } = await show();
  await userEvent.click(pane(/Thể thức/));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Người ký' }), [
    screen.getByRole('option', { name: /Lò Văn Minh/ }),
  ]);
  await waitFor(() => expect(of('set_report_head')).toHaveLength(1));
  await userEvent.type(screen.getByRole('textbox', { name: 'Ngày văn bản' }), '5/8/2023{Enter}');
  await waitFor(() => expect(of('set_report_head')).toHaveLength(2));
  expect(of('set_report_head')[1]).toMatchObject({
    head: { dated_on: '2023-08-05', signer: { name: 'Lò Văn Minh' }, recipients: ['Như kính gửi', 'Lưu: VT, TgNc'] },
  });
  await waitFor(() =>
    expect(of('report_pages').at(-1)).toMatchObject({ typed: { head: { dated_on: '2023-08-05' }, sections: [] } }),
  );
});

test('the Word document is named with its place, and the text being typed is in it', async () => {
  const path = 'C:\\Users\\Hoa\\Documents\\Bao-cao-dot-1.docx';
  const { calls } = await show({ save_report: () => path, show_in_folder: () => null });
  await userEvent.click(pane(/I\. ĐẶC ĐIỂM/));
  typeAtEnd(editor(/ĐẶC ĐIỂM/), ' Thêm.');
  await userEvent.click(screen.getByRole('button', { name: 'Xuất Word' }));
  expect(await screen.findByText(path)).toBeVisible();
  const order = calls
    .map((call) => call.command)
    .filter((name) => name === 'set_report_section' || name === 'save_report');
  expect(order).toEqual(['set_report_section', 'save_report']);
  await userEvent.click(screen.getByRole('button', { name: 'Mở thư mục' }));
  expect(calls.at(-1)).toEqual({ command: 'show_in_folder', args: { path } });
});

test('a PDF is saved under its own name, and printing opens one', async () => {
  const path = '/home/hoa/bao-cao.pdf';
  const { of } = await show({ save_report_pdf: () => path, print_report: () => null });
  await userEvent.click(screen.getByRole('button', { name: 'Xuất PDF' }));
  expect(await screen.findByText(path)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'In' }));
  await waitFor(() => expect(of('print_report')).toEqual([{ phase: 'dot1' }]));
});

test('the pages stand beside the text, what is being written is marked on them, and known ones are not drawn again', async () => {
  const { of } = await show();
  const region = screen.getByRole('region', { name: 'Trang in' });
  expect(await within(region).findAllByRole('img')).toHaveLength(3);
  await userEvent.click(pane(/I\. ĐẶC ĐIỂM/));
  await waitFor(() => expect(region.querySelectorAll('.marked')).toHaveLength(2));
  typeAtEnd(editor(/ĐẶC ĐIỂM/), ' Thêm.');
  await waitFor(() => expect(of('report_pages').at(-1)).toMatchObject({ known: ['page-1', 'page-2', 'page-3'] }));
});

test('pages that cannot be set are said, and those before stay', async () => {
  let answer = (): ReturnType<typeof reportPages> => reportPages();
  await show({ report_pages: () => answer() });
  const region = screen.getByRole('region', { name: 'Trang in' });
  expect(await within(region).findAllByRole('img')).toHaveLength(3);
  answer = () => refuse('io', { path: 'pages' });
  await userEvent.click(pane(/I\. ĐẶC ĐIỂM/));
  typeAtEnd(editor(/ĐẶC ĐIỂM/), ' Thêm.');
  expect(await within(region).findByRole('alert')).toHaveTextContent('Chưa dàn được trang in.');
  expect(within(region).getAllByRole('img')).toHaveLength(3);
});

test('a dialog that was cancelled says nothing', async () => {
  await show({ save_report: () => null });
  await userEvent.click(screen.getByRole('button', { name: 'Xuất Word' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Xuất Word' })).toBeEnabled());
  expect(screen.queryByText('Đã xuất báo cáo:')).toBeNull();
});

test('a report is marked as sent with its day, and a refusal stands at the day', async () => {
  let answer: () => ReturnType<typeof done> = () => refuse('date_in_future', { date: '21/07/2023' });
  const { of } = await show({ set_report_state: () => answer() });
  await userEvent.click(screen.getByRole('button', { name: 'Đánh dấu đã gửi' }));
  const form = screen.getByRole('form', { name: 'Đánh dấu đã gửi' });
  expect(within(form).getByRole('textbox', { name: /Ngày gửi/ })).toHaveFocus();
  await userEvent.click(within(form).getByRole('button', { name: 'Ghi lại' }));
  expect(await within(form).findByRole('alert')).toHaveTextContent('21/07/2023');
  answer = done;
  await userEvent.click(within(form).getByRole('button', { name: 'Ghi lại' }));
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  expect(of('set_report_state').at(-1)).toEqual({ phase: 'dot1', state: 'sent', on: '2023-07-20' });
});

test('a sent report is not written in, until it is opened with a reason', async () => {
  draft = reportDraft({ row: reportRow({ state: 'sent', sent_on: '2023-08-01' }) });
  const { of } = await show({
    correct_report: ({ reason }) => {
      if (reason === '') refuse('required', { field: 'reason' });
      draft = reportDraft();
      return done();
    },
  });
  await userEvent.click(pane(/I\. ĐẶC ĐIỂM/));
  expect(screen.getByRole('textbox', { name: /ĐẶC ĐIỂM/ })).toHaveAttribute('aria-readonly', 'true');
  await userEvent.click(screen.getByRole('button', { name: 'Sửa báo cáo đã gửi' }));
  await userEvent.keyboard('{Enter}');
  const reason = screen.getByRole('textbox', { name: /Lý do sửa/ });
  await waitFor(() => expect(reason).toHaveAttribute('aria-invalid', 'true'));
  await userEvent.type(reason, 'Thiếu số liệu{Enter}');
  expect(of('correct_report')).toEqual([
    { phase: 'dot1', reason: '' },
    { phase: 'dot1', reason: 'Thiếu số liệu' },
  ]);
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: /ĐẶC ĐIỂM/ })).toHaveAttribute('aria-readonly', 'false'),
  );
});

test('the annex tells the kinds of empty apart', async () => {
  await show();
  await userEvent.click(pane(/Phụ lục/));
  const table = screen.getByRole('table');
  expect(within(table).getByRole('row', { name: /Số buổi/ })).toHaveTextContent('1.024');
  expect(within(table).getByRole('row', { name: /Số lượt/ })).toHaveTextContent('Chưa báo cáo');
});

test('the arrow keys go through the outline, past headings that only hold others', async () => {
  await show();
  pane(/I\. ĐẶC ĐIỂM/).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(pane(/1\. Nội dung/)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(pane(/Mở đầu/)).toHaveFocus();
});

test('what became of a sent report is recorded without another day of sending', async () => {
  draft = reportDraft({ row: reportRow({ state: 'sent', sent_on: '2023-08-01' }) });
  const { of } = await show({ set_report_state: done });
  await userEvent.click(screen.getByRole('button', { name: 'Ghi tình trạng' }));
  const form = screen.getByRole('form', { name: 'Ghi tình trạng' });
  await userEvent.selectOptions(within(form).getByRole('combobox'), 'Được chấp nhận');
  await userEvent.click(within(form).getByRole('button', { name: 'Ghi lại' }));
  await waitFor(() => expect(of('set_report_state')).toEqual([{ phase: 'dot1', state: 'accepted', on: null }]));
});

test('an outdated text can be kept against what the program would write now', async () => {
  const { of } = await show();
  await userEvent.click(pane(/1\. Nội dung/));
  await userEvent.click(screen.getByRole('button', { name: 'Giữ bản của tôi' }));
  await waitFor(() => expect(of('set_report_section')).toHaveLength(1));
  expect(of('set_report_section')[0]).toEqual({ phase: 'dot1', section: 'iii-1', text: fromPlain('Bản của tôi.') });
});

test('the official form follows the day of the report until another one is chosen', async () => {
  const { of } = await show({
    set_report_form: ({ code }) => {
      const chosen = code === null ? null : { code, name: 'Thể thức từ ngày 14/5/2024', is_chosen: true };
      draft = { ...draft, form: chosen ?? reportDraft().form };
      return done();
    },
  });
  await userEvent.click(pane(/Thể thức/));
  const choice = screen.getByRole('combobox', { name: /Mẫu thể thức/ });
  expect(choice).toHaveDisplayValue('Theo ngày của văn bản: Thể thức từ ngày 19/8/2011 đến ngày 13/5/2024');
  await userEvent.selectOptions(choice, 'Thể thức từ ngày 14/5/2024');
  expect(of('set_report_form')).toEqual([{ phase: 'dot1', code: 'qd-933-2024' }]);
  await waitFor(() => expect(choice).toHaveDisplayValue('Thể thức từ ngày 14/5/2024'));
  await userEvent.selectOptions(choice, 'Theo ngày của văn bản');
  expect(of('set_report_form').at(-1)).toEqual({ phase: 'dot1', code: null });
});

test('figures and activities go to Excel, and the form of the report is chosen', async () => {
  const template = { id: 7, name: 'Mẫu huyện', sha256: '', size: 1, added_at: '', is_missing: false };
  let forms: TemplateChoice = { chosen: null, templates: [template] };
  const { of } = await show({
    template_choice: () => forms,
    set_report_template: ({ template: chosen }) => {
      forms = { ...forms, chosen };
      return { step: { step: 1, op: 'set_report_template', subject: 'Đợt 1', count: 1 } };
    },
    save_report_tables: () => '/tmp/so-lieu.xlsx',
  });
  const choice = await screen.findByRole('combobox', { name: 'Mẫu in' });
  expect(choice).toHaveDisplayValue('Mẫu của chương trình');
  await userEvent.selectOptions(choice, 'Mẫu huyện');
  await waitFor(() => expect(of('set_report_template')).toEqual([{ phase: 'dot1', template: 7 }]));
  await waitFor(() => expect(choice).toHaveDisplayValue('Mẫu huyện'));
  await userEvent.click(screen.getByRole('button', { name: 'Xuất Excel' }));
  expect(await screen.findByText('/tmp/so-lieu.xlsx')).toBeVisible();
  expect(of('save_report_tables')).toEqual([{ phase: 'dot1' }]);
});
