import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { TemplateCheck, TemplateFinding, WordTemplate } from '$lib/ipc/bindings';
import { bookState } from '../../test/fixtures';
import { answerWith, type Answers } from '../../test/program';
import TemplatesSection from './TemplatesSection.svelte';

const kept: WordTemplate = {
  id: 7,
  name: 'Mẫu huyện',
  sha256: 'ab',
  size: 12_345,
  added_at: '2023-07-20T00:00:00Z',
  is_missing: false,
};
const finding = (more: Partial<TemplateFinding>): TemplateFinding => ({
  fault: 'unknown_field',
  is_warning: false,
  place: { part: 'body', paragraph: 5, text: 'Số: {{ xyz }}' },
  found: 'xyz',
  hint: '',
  ...more,
});

async function show(check: TemplateCheck, answers: Answers = {}) {
  const calls = answerWith({
    book_state: () => bookState(),
    list_templates: () => [kept],
    choose_template: () => 'C:\\Mẫu\\Mẫu mới.docx',
    check_template: () => check,
    add_template: () => ({ step: { step: 1, op: 'add_template', subject: 'Mẫu mới', count: 1 } }),
    remove_template: () => ({ step: { step: 2, op: 'remove_template', subject: 'Mẫu huyện', count: 1 } }),
    save_template_sample: () => '/tmp/Mẫu báo cáo.docx',
    ...answers,
  });
  await book.load();
  render(TemplatesSection);
  await screen.findByText('Mẫu huyện');
  return { of: (command: string) => calls.filter((call) => call.command === command).map((call) => call.args) };
}

test('what is wrong with a template is listed with its place, and it cannot be kept', async () => {
  const findings = [
    finding({ hint: 'so' }),
    finding({ fault: 'never_closed', place: { part: 'header', paragraph: 2, text: 'x' }, found: '{%p if so %}' }),
  ];
  await show({ findings, fields: ['ngay'] });
  await userEvent.click(screen.getByRole('button', { name: 'Thêm mẫu…' }));
  expect(await screen.findByText(/Mẫu chưa dùng được/)).toBeVisible();
  expect(screen.getByText(/Không có trường “xyz”/)).toHaveTextContent('Có phải là “so”?');
  expect(screen.getByText('Đoạn thứ 5: “Số: {{ xyz }}”')).toBeVisible();
  expect(screen.getByText('Đầu trang, đoạn thứ 2: “x”')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Giữ mẫu này' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Thôi' }));
  expect(screen.queryByText(/Mẫu chưa dùng được/)).toBeNull();
});

test('a usable template is kept under the name of its file or another, in spite of a note', async () => {
  const note = finding({ fault: 'no_day', is_warning: true, place: null, found: 'ngay' });
  const { of } = await show({ findings: [note], fields: ['so', 'muc'] });
  await userEvent.click(screen.getByRole('button', { name: 'Thêm mẫu…' }));
  const name = await screen.findByRole('textbox', { name: /Tên mẫu/ });
  expect(name).toHaveValue('Mẫu mới');
  expect(screen.getByText(/Mẫu không có ngày của báo cáo/)).toBeVisible();
  await userEvent.type(name, ' 2023');
  await userEvent.click(screen.getByRole('button', { name: 'Giữ mẫu này' }));
  await waitFor(() => expect(of('add_template')).toHaveLength(1));
  expect(of('add_template')[0]).toEqual({ path: 'C:\\Mẫu\\Mẫu mới.docx', name: 'Mẫu mới 2023' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Giữ mẫu này' })).toBeNull());
});

test('a template is removed, and one to edit is written', async () => {
  const { of } = await show({ findings: [], fields: [] });
  await userEvent.click(screen.getByRole('button', { name: 'Bỏ mẫu Mẫu huyện' }));
  await waitFor(() => expect(of('remove_template')).toEqual([{ id: 7 }]));
  await userEvent.click(screen.getByRole('button', { name: 'Tải mẫu để sửa…' }));
  expect(await screen.findByText('/tmp/Mẫu báo cáo.docx')).toBeVisible();
});

test('who thinks better of choosing a file sees no result', async () => {
  const { of } = await show({ findings: [], fields: [] }, { choose_template: () => null });
  await userEvent.click(screen.getByRole('button', { name: 'Thêm mẫu…' }));
  await waitFor(() => expect(of('choose_template')).toHaveLength(1));
  expect(of('check_template')).toEqual([]);
});
