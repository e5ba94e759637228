import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '$lib/toasts.svelte';
import { unitNode, unitTree } from '../../test/units';
import { argsOf, open, program } from './opened';

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
    const calls = program({ unit_tree: ({ on }) => ({ ...unitTree(), on: on ?? unitTree().on }) });
    await open();
    const day = await screen.findByRole('textbox', { name: 'Xem cơ cấu ngày' });
    await userEvent.clear(day);
    await userEvent.type(day, '01/01/2023{Enter}');
    await waitFor(() => expect(argsOf(calls, 'unit_tree')).toEqual({ on: '2023-01-01' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Về hôm nay' }));
    await waitFor(() => expect(argsOf(calls, 'unit_tree')).toEqual({ on: null }));
    await waitFor(() => expect(day).toHaveValue('20/07/2023'));
    expect(screen.queryByRole('button', { name: 'Về hôm nay' })).toBeNull();
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
