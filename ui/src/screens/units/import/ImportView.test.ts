import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import type { ImportChoices, ImportLine } from '$lib/ipc/bindings';
import { parseRoute } from '$lib/route';
import { toasts } from '$lib/toasts.svelte';
import { bookState } from '../../../test/fixtures';
import { answerWith, happens, refuse, type Answers } from '../../../test/program';
import { importLine, importPreview, unitTree } from '../../../test/units';
import UnitsScreen from '../UnitsScreen.svelte';

const PATH = 'D:\\Danh sách\\danh-sach.xlsx';
const candidate = { unit: 4, name: 'CĐCS Đồn Biên phòng', parent_name: 'LĐLĐ huyện Mường Tè', likeness: 82 };
const doubtful = importLine(4, 'CĐCS Đồn BP', { fate: 'doubtful', candidates: [candidate] });
const others: ImportLine[] = [
  importLine(2, 'CĐCS Trạm Y tế'),
  importLine(3, 'Công đoàn ngành Y tế', {
    fate: 'changed',
    unit: 5,
    differences: [{ field: 'members', old: '25', new: '31' }],
  }),
  importLine(5, 'CĐCS Khun Há', {
    fate: 'refused',
    problems: [{ field: 'parent', problem: 'unknown_parent', value: 'Huyện Mẫu' }],
  }),
];
/** As the core decides: a doubtful line becomes the known unit, or a new one. */
function preview({ decisions }: ImportChoices) {
  const decided = decisions.find(([row]) => row === 4);
  const line = importLine(4, 'CĐCS Đồn BP', { fate: decided?.[1] === null ? 'new' : 'unchanged' });
  return importPreview([...others, decided ? line : doubtful]);
}
function program(more: Answers = {}) {
  return answerWith({
    book_state: () => bookState({ n_units: 5 }),
    unit_tree: () => unitTree(),
    preview_units: ({ choices }) => preview(choices),
    import_units: () => ({ step: { step: 9, op: 'import_units', subject: 'danh-sach.xlsx', count: 2 } }),
    ...more,
  });
}
type Calls = { command: string; args: unknown }[];
const choicesOf = (calls: Calls, command = 'preview_units') =>
  (calls.filter((call) => call.command === command).at(-1)?.args as { choices: ImportChoices } | undefined)?.choices;

/** A list is dropped on the screen. */
async function drop(path = PATH) {
  await book.load();
  render(UnitsScreen, { route: parseRoute('#/units') });
  await screen.findByRole('tree');
  happens('files-dropped', { paths: [path] });
  await screen.findByRole('region', { name: 'Nhập danh sách đơn vị' });
}
const go = (name: string) => userEvent.click(screen.getByRole('button', { name }));

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => {
  toasts.list = [];
});

describe('taking in a list', () => {
  it('decides doubtful lines before it takes the list in, as it was previewed', async () => {
    const calls = program();
    await drop();
    expect(await screen.findByText('Còn 1 dòng nghi trùng cần chọn')).toBeVisible();
    await go('3. Kiểm tra khác biệt');
    const accept = screen.getByRole('button', { name: 'Nhận vào sổ' });
    expect(accept).toBeDisabled();
    const choice = screen.getByRole('radiogroup', { name: '“CĐCS Đồn BP” là đơn vị nào?' });
    await userEvent.click(within(choice).getByRole('radio', { name: /Đồn Biên phòng/ }));
    await waitFor(() => expect(accept).toBeEnabled());
    expect(choicesOf(calls)?.decisions).toEqual([[4, 4]]);
    // What was decided can still be changed.
    await userEvent.click(screen.getByRole('radio', { name: 'Là đơn vị mới' }));
    await waitFor(() => expect(screen.getByText('Sẽ thêm 2 đơn vị, cập nhật 1 đơn vị')).toBeVisible());
    await userEvent.click(accept);
    await screen.findByRole('tree');
    expect(choicesOf(calls, 'import_units')).toMatchObject({ sha256: 'a1', decisions: [[4, null]] });
    expect(toasts.list[0]).toMatchObject({ kind: 'done', action: { label: 'Hoàn tác' } });
  });

  it('shows differences and problems in words, and narrows to them', async () => {
    program();
    await drop();
    await go('3. Kiểm tra khác biệt');
    await userEvent.click(screen.getByRole('button', { name: /^Thay đổi/ }));
    expect(screen.getByText('Số đoàn viên: 25 → 31')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Không nhận/ }));
    expect(screen.getByText('Không tìm thấy đơn vị cấp trên: “Huyện Mẫu”')).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('gives a column another meaning; the names must stand somewhere', async () => {
    const calls = program();
    await drop();
    await go('2. Các cột');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Cột “TT” là' }), 'code');
    await waitFor(() => expect(choicesOf(calls)?.columns).toEqual(['code', 'name', 'members']));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Cột “Tên đơn vị” là' }), 'ignored');
    expect(screen.getByRole('alert')).toHaveTextContent('Phải có một cột là tên đơn vị.');
    expect(choicesOf(calls)?.columns).toEqual(['code', 'name', 'members']);
  });

  it('offers to convert old letters with examples', async () => {
    const legacy = { legacy: 'tcvn3' as const, legacy_examples: [['C§CS B¶n', 'CĐCS Bản']] as [string, string][] };
    const calls = program({ preview_units: () => importPreview(others, legacy) });
    await drop();
    expect(await screen.findByText('CĐCS Bản')).toBeVisible();
    await go('Chuyển mã');
    await waitFor(() => expect(choicesOf(calls)?.convert).toBe('tcvn3'));
    await go('Giữ nguyên như trong tệp');
    await waitFor(() => expect(choicesOf(calls)?.convert).toBeNull());
  });

  it('asks for the column of names where none was recognised', async () => {
    const calls = program({
      preview_units: ({ choices }) =>
        choices.columns ? preview(choices) : refuse('list_unreadable', { file: 'danh-sach.xlsx', problem: 'no_names' }),
    });
    await drop();
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Cột tên đơn vị/ }), '1');
    await waitFor(() => expect(choicesOf(calls)?.columns).toEqual(['ignored', 'name']));
    expect(await screen.findByText('Còn 1 dòng nghi trùng cần chọn')).toBeVisible();
  });

  it('says what is refused, and stays', async () => {
    program({
      preview_units: () => importPreview(others),
      import_units: () => refuse('list_changed', { file: 'danh-sach.xlsx' }),
    });
    await drop();
    await go('3. Kiểm tra khác biệt');
    await go('Nhận vào sổ');
    expect(await screen.findByRole('alert')).toHaveTextContent('đã thay đổi sau khi xem trước');
  });

  it('keeps only the lines in view of ten thousand in the page', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => importLine(at + 2, `CĐCS số ${at + 1}`));
    program({ preview_units: () => importPreview(lines) });
    await drop();
    await go('3. Kiểm tra khác biệt');
    expect(screen.getAllByRole('listitem').length).toBeLessThan(60);
    expect(screen.getByRole('button', { name: /^Tất cả/ })).toHaveTextContent('10.000');
  });

  it('takes no other file, and has no violation of accessibility', async () => {
    program();
    await drop();
    happens('files-dropped', { paths: ['/home/hoa/anh.png'] });
    await go('3. Kiểm tra khác biệt');
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});
