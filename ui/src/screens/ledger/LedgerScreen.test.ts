import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { book } from '$lib/book.svelte';
import type { LedgerEntry } from '$lib/ipc/bindings';
import { bookState } from '../../test/fixtures';
import { answerWith } from '../../test/program';
import LedgerScreen from './LedgerScreen.svelte';

const line: LedgerEntry = {
  number: 1,
  direction: 'sent',
  kind: 'report',
  unit: null,
  unit_name: '',
  phase: 'dot1',
  version: 2,
  file_name: 'Bao-cao-Dot-1.docx',
  sha256: 'ab12cd34'.repeat(8),
  on: '2023-07-20',
  at: '2023-07-20T02:30:00.000Z',
  who: 'an.nguyen',
  note: 'đếm sót ở Bản Bo',
};
const received: LedgerEntry = { ...line, number: 2, direction: 'received', kind: 'return', note: 'LĐLĐ tỉnh' };
let exported: unknown[];

beforeEach(() => {
  book.state = bookState();
  exported = [];
  answerWith({
    ledger: () => [received, line],
    choose_exchange_path: () => '/tmp/so.xlsx',
    export_ledger: (args) => {
      exported.push(args);
      return '/tmp/so.xlsx';
    },
  });
});

it('shows what was sent and what came, narrowed by what is chosen and typed, without a fault for a screen reader', async () => {
  const { container } = render(LedgerScreen);
  expect(await screen.findByText('Bao-cao-Dot-1.docx', { exact: false, selector: 'tr:nth-child(2) td' })).toBeVisible();
  expect(screen.getByText('2 dòng')).toBeVisible();
  expect(screen.getAllByText('AB12-CD34')).toHaveLength(2);
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
  await userEvent.selectOptions(screen.getByLabelText('Chiều'), 'Nhận');
  expect(screen.getByText('1 dòng')).toBeVisible();
  await userEvent.type(screen.getByRole('searchbox'), 'ban bo');
  expect(screen.getByText('Không có dòng nào như vậy')).toBeVisible();
});

it('is written as a table of what is shown', async () => {
  render(LedgerScreen);
  await screen.findByText('2 dòng');
  await userEvent.selectOptions(screen.getByLabelText('Loại'), 'Trả lại để sửa');
  await userEvent.click(screen.getByRole('button', { name: 'Xuất Excel' }));
  await waitFor(() => expect(exported).toHaveLength(1));
  expect(exported[0]).toMatchObject({ path: '/tmp/so.xlsx', filter: { kind: 'return', direction: null } });
});
