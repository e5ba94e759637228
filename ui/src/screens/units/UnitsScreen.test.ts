import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import type { ErrorCode, KindUse, UnitTree } from '$lib/ipc/bindings';
import { parseRoute } from '$lib/route';
import { toasts } from '$lib/toasts.svelte';
import { bookState } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import { unitDetail, unitFacts, unitNode, unitTree } from '../../test/units';
import UnitsScreen from './UnitsScreen.svelte';

const step = (op: 'edit_unit' | 'add_unit' | 'change_structure' | 'remove_unit' | 'set_unit_kind') => ({
  step: { step: 5, op, subject: 'CĐCS', count: 1 },
});
function program(more: Answers = {}, tree: UnitTree = unitTree()) {
  return answerWith({
    book_state: () => bookState({ n_units: tree.units.length }),
    unit_tree: () => tree,
    unit_detail: ({ unit }) => {
      const node = tree.units.find((one) => one.id === unit);
      return node ? unitDetail(node) : refuse('not_found', { what: 'unit', id: String(unit) });
    },
    ...more,
  });
}
async function open(hash = '#/units') {
  await book.load();
  render(UnitsScreen, { route: parseRoute(hash) });
}
const argsOf = (calls: { command: string; args: unknown }[], command: string) =>
  calls.filter((call) => call.command === command).at(-1)?.args;

/** The button that makes the change, reached and pressed by the keys. */
async function confirm() {
  screen.getByRole('button', { name: 'Ghi thay đổi' }).focus();
  await userEvent.keyboard('{Enter}');
}

// A page of many parts takes its time in jsdom on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  toasts.list = [];
  location.hash = '';
});

describe('the units', () => {
  it('offers to add or import where there are none', async () => {
    const calls = program({ choose_unit_list: () => null }, { ...unitTree(), units: [] });
    await open();
    expect(await screen.findByText('Sổ chưa có đơn vị cấp dưới')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Nhập từ Excel…' }));
    expect(calls.some((call) => call.command === 'choose_unit_list')).toBe(true);
    expect(screen.getByText('Sổ chưa có đơn vị cấp dưới')).toBeVisible();
  });

  it('goes through the tree with the keys and opens a unit', async () => {
    program();
    await open();
    const tree = await screen.findByRole('tree');
    const user = userEvent.setup();
    tree.focus();
    await user.keyboard('{Home}{ArrowRight}{ArrowLeft}{ArrowDown}');
    const active = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
    expect(active).toHaveAccessibleName('CĐCS Đồn Biên phòng');
    await user.keyboard('{Enter}');
    expect(location.hash).toBe('#/units/4');
  });

  it('finds without marks, and counts what it finds', async () => {
    program();
    await open();
    await screen.findByRole('tree');
    await userEvent.type(screen.getByRole('searchbox'), 'bum to mam');
    expect(screen.getByText('1/5 đơn vị')).toBeVisible();
    expect(screen.getAllByRole('treeitem')).toHaveLength(3);
  });

  it('keeps only the lines in view of a thousand in the page', async () => {
    const units = Array.from({ length: 1000 }, (_, at) => unitNode(at + 1, `CĐCS số ${at + 1}`));
    program({}, { ...unitTree(), units });
    await open();
    const tree = await screen.findByRole('tree');
    tree.focus();
    await userEvent.keyboard('{End}');
    expect(await screen.findByText('CĐCS số 1000')).toBeVisible();
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(60);
  });

  it('shows the structure of another day', async () => {
    const calls = program();
    await open();
    const day = await screen.findByRole('textbox', { name: 'Xem cơ cấu ngày' });
    await userEvent.clear(day);
    await userEvent.type(day, '01/01/2023{Enter}');
    await waitFor(() => expect(argsOf(calls, 'unit_tree')).toEqual({ on: '2023-01-01' }));
    await userEvent.click(screen.getByRole('button', { name: 'Về hôm nay' }));
    await waitFor(() => expect(argsOf(calls, 'unit_tree')).toEqual({ on: null }));
  });

  it('has no violation of accessibility', async () => {
    program();
    await open('#/units/3');
    await screen.findByRole('heading', { name: 'CĐCS Trường Mầm non Bum Tở' });
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});

describe('the page of a unit', () => {
  const removed = {
    activity: 'd1-11',
    phase: 'dot1',
    title: 'Lập trang Facebook',
    due_on: '2023-07-21',
    exception: null,
    state: null,
  };
  async function editMembers(typed: string) {
    await userEvent.click(await screen.findByRole('button', { name: 'Sửa thông tin và liên hệ' }));
    const members = screen.getByRole('textbox', { name: 'Số đoàn viên' });
    await userEvent.clear(members);
    await userEvent.type(members, typed);
    await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  }

  it('shows what a change of facts does to what is expected before it is made', async () => {
    const calls = program({
      preview_facts: () => ({ added: [], removed: [removed], redated: [] }),
      edit_unit: () => step('edit_unit'),
    });
    await open('#/units/3');
    await editMembers('12');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Bỏ 1 việc')).toBeVisible();
    expect(within(dialog).getByText(/Lập trang Facebook/)).toBeVisible();
    expect(argsOf(calls, 'edit_unit')).toBeUndefined();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Vẫn lưu' }));
    await waitFor(() =>
      expect(argsOf(calls, 'edit_unit')).toMatchObject({ unit: 3, facts: unitFacts({ members: 12 }) }),
    );
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Số đoàn viên' })).toBeNull());
  });

  it('saves at once what changes nothing of it, and shows a code that is taken beside its field', async () => {
    program({
      preview_facts: () => ({ added: [], removed: [], redated: [] }),
      edit_unit: () => refuse('code_taken', { code: 'X', unit: 'CĐCS khác' }),
    });
    await open('#/units/3');
    await editMembers('1.200');
    expect(await screen.findByRole('alert')).toHaveTextContent('Mã X đã dùng cho “CĐCS khác”');
    expect(screen.getByRole('textbox', { name: 'Mã đơn vị' })).toHaveAttribute('aria-invalid', 'true');
  });

  it('shows what another kind does to what is expected before the unit is renamed', async () => {
    const report = { ...removed, activity: '', title: 'Đợt 1' };
    const calls = program({
      preview_kind: () => ({ added: [], removed: [removed], redated: [report] }),
      change_structure: () => step('change_structure'),
    });
    await open('#/units/3');
    await userEvent.click(await screen.findByRole('button', { name: 'Đổi tên…' }));
    const form = screen.getByRole('dialog');
    await userEvent.selectOptions(within(form).getByRole('combobox', { name: /Loại/ }), 'xa');
    await userEvent.type(within(form).getByRole('textbox', { name: /Có hiệu lực/ }), '01/05/2023{Enter}');
    await userEvent.click(within(form).getByRole('button', { name: 'Ghi thay đổi' }));
    const told = await screen.findByRole('dialog', { name: 'Thay đổi này đổi cả việc phải làm' });
    expect(within(told).getByText('Bỏ 1 việc')).toBeVisible();
    expect(within(told).getByText('Đổi hạn 1 việc')).toBeVisible();
    expect(within(told).getByText(/Báo cáo Đợt 1/)).toHaveTextContent('hạn 21/07/2023');
    expect(argsOf(calls, 'preview_kind')).toEqual({ unit: 3, kind: 'xa', on: '2023-05-01' });
    expect(argsOf(calls, 'change_structure')).toBeUndefined();
    await userEvent.click(within(told).getByRole('button', { name: 'Vẫn lưu' }));
    await waitFor(() =>
      expect(argsOf(calls, 'change_structure')).toMatchObject({ change: { change: 'rename', kind: 'xa' } }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('puts a wrong kind right only after it was shown what that changes, and asks nothing for a name alone', async () => {
    const calls = program({
      preview_kind: () => ({ added: [removed], removed: [], redated: [] }),
      correct_unit: () => step('edit_unit'),
    });
    await open('#/units/3');
    const correct = async () => {
      await userEvent.click(await screen.findByRole('button', { name: 'Sửa lỗi chính tả…' }));
      return screen.getByRole('dialog');
    };
    let form = await correct();
    await userEvent.type(within(form).getByRole('textbox', { name: /Tên/ }), ' A');
    await userEvent.click(within(form).getByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(argsOf(calls, 'correct_unit')).toMatchObject({ name: 'CĐCS Trường Mầm non Bum Tở A' }));
    expect(argsOf(calls, 'preview_kind')).toBeUndefined();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    form = await correct();
    await userEvent.selectOptions(within(form).getByRole('combobox', { name: /Loại/ }), 'xa');
    await userEvent.click(within(form).getByRole('button', { name: 'Lưu' }));
    const told = await screen.findByRole('dialog', { name: 'Thay đổi này đổi cả việc phải làm' });
    expect(argsOf(calls, 'preview_kind')).toEqual({ unit: 3, kind: 'xa', on: null });
    expect(calls.filter((call) => call.command === 'correct_unit')).toHaveLength(1);
    await userEvent.click(within(told).getByRole('button', { name: 'Vẫn lưu' }));
    await waitFor(() => expect(calls.filter((call) => call.command === 'correct_unit')).toHaveLength(2));
  });

  it('does not send a number that is none', async () => {
    const calls = program();
    await open('#/units/3');
    await editMembers('nhiều');
    expect(await screen.findByRole('alert')).toHaveTextContent('Ghi một số nguyên');
    expect(argsOf(calls, 'preview_facts')).toBeUndefined();
  });

  it('asks for the day of a change, and shows a refusal beside it', async () => {
    let refused = true;
    const calls = program({
      change_structure: () =>
        refused ? refuse('later_change', { unit: 'CĐCS', on: '2023-06-01' }) : step('change_structure'),
    });
    await open('#/units/3');
    await userEvent.click(await screen.findByRole('button', { name: 'Giải thể…' }));
    const dialog = screen.getByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Ghi thay đổi' });
    await userEvent.click(confirm);
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Cần ghi mục này');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Có hiệu lực/ }), '01/05/2023{Enter}');
    await userEvent.click(confirm);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('01/06/2023');
    refused = false;
    await userEvent.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(argsOf(calls, 'change_structure')).toEqual({
      change: { change: 'close', unit: 3 },
      on: '2023-05-01',
      document: '',
    });
  });

  it('moves a unit below another one, never below itself', async () => {
    const calls = program({ change_structure: () => step('change_structure') });
    await open('#/units/2');
    await userEvent.click(await screen.findByRole('button', { name: 'Chuyển…' }));
    const dialog = screen.getByRole('dialog');
    const parent = within(dialog).getByRole('combobox', { name: /Trực thuộc mới/ });
    await userEvent.click(parent);
    const offered = within(dialog)
      .getAllByRole('option')
      .map((one) => one.textContent.trim());
    expect(offered.join('|')).not.toMatch(/Bum Tở/);
    await userEvent.type(parent, 'nganh{Enter}');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Có hiệu lực/ }), '01/05/2023{Enter}');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ghi thay đổi' }));
    await waitFor(() =>
      expect(argsOf(calls, 'change_structure')).toMatchObject({ change: { change: 'move', unit: 2, parent: 5 } }),
    );
  });

  it('adds a unit below', async () => {
    const calls = program({ add_unit: () => step('add_unit') });
    await open('#/units/1');
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm đơn vị dưới' }));
    const dialog = screen.getByRole('dialog', { name: 'Thêm đơn vị dưới LĐLĐ huyện Mường Tè' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Tên đơn vị/ }), 'CĐCS Trạm Y tế');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Thêm đơn vị' }));
    await waitFor(() =>
      expect(argsOf(calls, 'add_unit')).toMatchObject({
        unit: { parent: 1, name: 'CĐCS Trạm Y tế', kind: 'cdcs', starts_on: null, contacts: [] },
      }),
    );
  });

  it('sends the document that decided a change, and shows in the history which it was', async () => {
    const tree = unitTree();
    const node = tree.units[3];
    if (!node) throw new Error('the tree has a fourth unit');
    const [span] = unitDetail(node).spans;
    if (!span) throw new Error('a unit has a name and a place');
    const spans = [
      { ...span, name: 'CĐCS Đồn 101', ends_on: '2023-04-30' },
      { ...span, starts_on: '2023-05-01', ends_on: '2023-06-30', began_by: 'QĐ số 1', ended_by: 'QĐ số 2' },
    ];
    const calls = program(
      { change_structure: () => step('change_structure'), unit_detail: () => unitDetail(node, { spans }) },
      tree,
    );
    await open('#/units/4');
    const history = await screen.findByRole('region', { name: 'Tên và nơi trực thuộc qua các thời kỳ' });
    expect(within(history).getByText('Theo QĐ số 1')).toBeVisible();
    expect(within(history).getByText('Kết thúc theo QĐ số 2')).toBeVisible();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Đổi tên…' }));
    await user.keyboard('CĐCS Đồn 102');
    await user.type(screen.getByRole('textbox', { name: /Có hiệu lực/ }), '01/07/2023');
    await user.type(screen.getByRole('textbox', { name: 'Văn bản' }), 'QĐ số 3');
    await confirm();
    await waitFor(() =>
      expect(argsOf(calls, 'change_structure')).toMatchObject({ on: '2023-07-01', document: 'QĐ số 3' }),
    );
  });

  // What is refused, of which change, beside which field (none: below all of them), and the sentence.
  const refusals: [ErrorCode, Record<string, string>, string, RegExp | null, string][] = [
    [
      'units_below',
      { unit: 'Công đoàn xã', n: '2', names: 'A; B' },
      'Giải thể…',
      null,
      'còn 2 đơn vị: A; B. Hãy chuyển các đơn vị này đi trước, hoặc sáp nhập để chuyển cùng.',
    ],
    [
      'name_taken',
      { name: 'CĐCS', parent: 'LĐLĐ huyện' },
      'Đổi tên…',
      /Tên mới/,
      'Dưới LĐLĐ huyện đã có đơn vị tên “CĐCS”. Hãy ghi tên đủ để phân biệt.',
    ],
    [
      'later_change',
      { unit: 'CĐCS', on: '01/06/2023' },
      'Giải thể…',
      /Có hiệu lực/,
      'đã có thay đổi từ ngày 01/06/2023. Hãy hoàn tác thay đổi ấy trước, hoặc ghi một ngày sau đó.',
    ],
    [
      'unit_not_there',
      { unit: 'CĐCS', on: '01/05/2023', from: '' },
      'Giải thể…',
      /Có hiệu lực/,
      'Ngày 01/05/2023, đơn vị “CĐCS” chưa thành lập hoặc không còn hoạt động. Hãy ghi ngày khác hoặc chọn đơn vị khác.',
    ],
    ['bad_date', { text: '01/05/0023' }, 'Giải thể…', /Có hiệu lực/, '“01/05/0023” không phải là một ngày.'],
    [
      'below_itself',
      { unit: 'A', parent: 'B' },
      'Chuyển…',
      /Trực thuộc mới/,
      '“B” chính là “A” hoặc đang thuộc đơn vị ấy. Hãy chọn đơn vị khác.',
    ],
    [
      'too_deep',
      { limit: '20' },
      'Chuyển…',
      /Trực thuộc mới/,
      'Cây tổ chức không được quá 20 cấp. Hãy chọn đơn vị cấp trên ở cao hơn.',
    ],
  ];
  it.each(refusals)('says what to do when the program refuses: %s', async (code, fields, button, field, sentence) => {
    program({ change_structure: () => refuse(code, fields) });
    await open('#/units/4');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: button }));
    const dialog = screen.getByRole('dialog');
    if (button === 'Chuyển…') await user.keyboard('nganh{Enter}');
    await user.type(within(dialog).getByRole('textbox', { name: /Có hiệu lực/ }), '01/05/2023{Enter}');
    await confirm();
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(sentence);
    const wrong = dialog.querySelector('[aria-invalid="true"]');
    if (field === null) expect(wrong).toBeNull();
    else {
      expect(wrong).toHaveAccessibleName(field);
      expect(wrong).toHaveFocus();
    }
  });

  it('splits a unit with the keys alone', async () => {
    const calls = program({ change_structure: () => step('change_structure') });
    await open('#/units/4');
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: 'Chia tách…' })).focus();
    await user.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog');
    // Nothing entered yet: the first name is asked for, and the focus is there.
    await confirm();
    expect(within(dialog).getByRole('textbox', { name: /Đơn vị mới 1/ })).toHaveFocus();
    await user.keyboard('CĐCS Một');
    within(dialog).getByRole('button', { name: 'Thêm đơn vị mới' }).focus();
    await user.keyboard('{Enter}');
    expect(within(dialog).getByRole('textbox', { name: /Đơn vị mới 2/ })).toHaveFocus();
    await user.keyboard('CĐCS Hai');
    within(dialog).getByRole('button', { name: 'Thêm đơn vị mới' }).focus();
    await user.keyboard('{Enter}');
    within(dialog).getByRole('button', { name: 'Bỏ đơn vị mới 3' }).focus();
    await user.keyboard('{Enter}');
    expect(within(dialog).getByRole('textbox', { name: /Đơn vị mới 2/ })).toHaveFocus();
    await user.type(within(dialog).getByRole('textbox', { name: /Có hiệu lực/ }), '01/05/2023{Enter}');
    await confirm();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(argsOf(calls, 'change_structure')).toMatchObject({
      change: { change: 'split', unit: 4, parts: [{ name: 'CĐCS Một' }, { name: 'CĐCS Hai' }], ends: false },
    });
  });

  it('merges several units with the keys alone', async () => {
    const calls = program({ change_structure: () => step('change_structure') });
    await open('#/units/4');
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: 'Sáp nhập…' })).focus();
    await user.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog');
    await user.keyboard('nganh{Enter}{Tab}mam non{Enter}xa bum{Enter}');
    within(dialog).getByRole('button', { name: 'Bỏ Công đoàn xã Bum Tở' }).focus();
    await user.keyboard('{Enter}');
    expect(within(dialog).getByRole('combobox', { name: 'Cùng sáp nhập' })).toHaveFocus();
    await user.type(within(dialog).getByRole('textbox', { name: /Có hiệu lực/ }), '01/05/2023{Enter}');
    await confirm();
    await waitFor(() =>
      expect(argsOf(calls, 'change_structure')).toMatchObject({
        change: { change: 'merge', units: [4, 3], into: 5 },
        on: '2023-05-01',
      }),
    );
  });

  it('gives the focus to the page when the button that had it is gone', async () => {
    let exists = true;
    const node = unitTree().units[4];
    if (!node) throw new Error('the tree has a fifth unit');
    program({
      unit_detail: () => unitDetail(node, { exists }),
      change_structure: () => {
        exists = false;
        return step('change_structure');
      },
    });
    await open('#/units/5');
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: 'Giải thể…' })).focus();
    await user.keyboard('{Enter}01/05/2023{Enter}');
    await confirm();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Giải thể…' })).toBeNull());
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Công đoàn ngành Y tế' })).toHaveFocus());
  });
});

describe('the kinds of units', () => {
  const kinds: KindUse[] = [
    { code: 'xa', name: 'Công đoàn xã', level: 'commune', n_units: 1, n_ever: 3 },
    { code: 'cdcs', name: 'Công đoàn cơ sở', level: 'grassroots', n_units: 0, n_ever: 0 },
  ];
  async function openKinds(more: Answers = {}) {
    const calls = program({ unit_kinds: () => kinds, set_unit_kind: () => step('set_unit_kind'), ...more });
    await open();
    const opener = await screen.findByRole('button', { name: 'Loại đơn vị…' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog');
    await within(dialog).findByRole('row', { name: /Công đoàn xã/ });
    return { calls, dialog, opener };
  }

  it('are listed with their level and how many units have them', async () => {
    const { dialog, opener } = await openKinds();
    const row = within(dialog).getByRole('row', { name: /Công đoàn xã/ });
    expect(row).toHaveTextContent(/Công đoàn xã, phường\s*1\s*\(từng có 3\)/);
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
    await userEvent.click(within(dialog).getAllByRole('button', { name: 'Đóng' }).at(-1) ?? dialog);
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('gets a new one with the keys alone', async () => {
    const { calls, dialog } = await openKinds();
    within(dialog).getByRole('button', { name: 'Thêm loại' }).focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(
      within(dialog)
        .getAllByRole('alert')
        .map((one) => one.textContent),
    ).toHaveLength(2);
    await userEvent.keyboard('Công đoàn khu công nghiệp');
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /Cấp/ }), 'sector');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lưu' }));
    await waitFor(() =>
      expect(argsOf(calls, 'set_unit_kind')).toEqual({
        kind: { code: '', name: 'Công đoàn khu công nghiệp', level: 'sector' },
      }),
    );
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Thêm loại' })).toHaveFocus());
  });

  it('says whom another level touches before it is saved, and keeps a refusal beside the name', async () => {
    const { calls, dialog } = await openKinds({
      set_unit_kind: () => refuse('name_taken', { what: 'unit_kind', name: 'Công đoàn cơ sở' }),
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sửa loại Công đoàn xã' }));
    const name = within(dialog).getByRole('textbox', { name: /Tên loại/ });
    expect(name).toHaveFocus();
    expect(within(dialog).getByRole('status')).toHaveTextContent(/^$/);
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /Cấp/ }), 'grassroots');
    expect(within(dialog).getByRole('status')).toHaveTextContent('3 đơn vị đang hoặc từng thuộc loại này');
    await userEvent.clear(name);
    await userEvent.type(name, 'Công đoàn cơ sở{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Đã có loại đơn vị tên “Công đoàn cơ sở”.');
    expect(argsOf(calls, 'set_unit_kind')).toEqual({
      kind: { code: 'xa', name: 'Công đoàn cơ sở', level: 'grassroots' },
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Quay lại' }));
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Sửa loại Công đoàn xã' })).toHaveFocus());
  });
});
