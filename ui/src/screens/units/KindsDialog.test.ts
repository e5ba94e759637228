import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KindUse } from '$lib/ipc/bindings';
import { toasts } from '$lib/toasts.svelte';
import { refuse, type Answers } from '../../test/program';
import { argsOf, open, program, step } from './opened';

// A page of many parts takes its time in jsdom on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  toasts.list = [];
  location.hash = '';
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
      preview_unit_kind: () => ({
        n_units: 2,
        added: [{ phase: 'dot1', activity: 'd1-11', title: 'Lập trang Facebook', n_units: 2 }],
        removed: [{ phase: 'dot1', activity: '', title: 'Đợt 1', n_units: 1 }],
        redated: [],
      }),
      set_unit_kind: () => refuse('name_taken', { what: 'unit_kind', name: 'Công đoàn cơ sở' }),
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sửa loại Công đoàn xã' }));
    const name = within(dialog).getByRole('textbox', { name: /Tên loại/ });
    expect(name).toHaveFocus();
    expect(within(dialog).getByRole('status')).toHaveTextContent(/^$/);
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /Cấp/ }), 'grassroots');
    expect(within(dialog).getByRole('status')).toHaveTextContent('3 đơn vị đang hoặc từng thuộc loại này');
    const said = (await within(dialog).findAllByRole('listitem')).map((item) => item.textContent.replace(/\s+/g, ' '));
    expect(said).toEqual(['Báo cáo Đợt 1: 1 đơn vị', 'Lập trang Facebook (Đợt 1): 2 đơn vị']);
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
