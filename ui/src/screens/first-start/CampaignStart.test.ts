import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import { handed } from '$lib/plan/handed.svelte';
import { bookState, campaignFile, planHead } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import { entered } from './entered.svelte';
import FirstStartScreen from './FirstStartScreen.svelte';

const empty = bookState({ unit: null, campaign: null, signers: [], due_rule: null });

async function show(more: Answers = {}) {
  const calls = answerWith({ book_state: () => empty, list_plans: () => [planHead()], ...more });
  await book.load();
  handed.file = campaignFile();
  render(FirstStartScreen);
  await screen.findByRole('heading', { name: 'Anh/chị thuộc đơn vị nào?' });
  return (command: string) => calls.filter((call) => call.command === command).map((call) => call.args);
}
const field = (name: RegExp) => screen.getByRole('textbox', { name });

beforeEach(() => {
  entered.reset();
  handed.file = null;
});

test('a plan file of the superior body asks who one is, and sets the book up, by keyboard', async () => {
  const of = await show({ take_campaign: () => ({ step: { step: 1, op: 'set_up', subject: '', count: 1 } }) });
  expect(screen.getByText('27A1-8C41-42F4-1422')).toBeVisible();
  expect(screen.getByRole('searchbox', { name: 'Tìm tên đơn vị' })).toHaveFocus();
  await userEvent.keyboard('tieu hoc{Enter}');
  expect(screen.getByRole('radio', { name: /Trường Tiểu học Mẫu/ })).toBeChecked();
  expect(screen.getByRole('figure')).toHaveTextContent('Công đoàn cơ sở Trường Tiểu học Mẫu');
  expect(field(/Ký hiệu|viết tắt/)).toHaveValue('CĐCS');
  await userEvent.type(field(/Địa danh/), 'Mẫu');
  await userEvent.type(field(/Họ và tên/), 'Nguyễn Thị Hoa{Enter}');
  await waitFor(() => expect(of('take_campaign')).toHaveLength(1));
  expect(of('take_campaign')[0]).toEqual({
    text: '{"format":1}',
    input: {
      unit: 'aabbccdd-3',
      beginning: {
        place: 'Mẫu',
        symbol: 'CĐCS',
        signer: {
          id: null,
          authority: 'TM. BAN CHẤP HÀNH',
          title: 'CHỦ TỊCH',
          name: 'Nguyễn Thị Hoa',
          is_default: true,
        },
      },
    },
  });
  expect(entered.campaign).toBeNull();
});

test('what is missing is said at its place, and nothing is sent', async () => {
  const of = await show();
  await userEvent.click(screen.getByRole('button', { name: 'Lập sổ' }));
  expect(screen.getByText('Hãy chọn đơn vị của anh/chị.')).toBeVisible();
  expect(screen.getByRole('searchbox')).toHaveFocus();
  await userEvent.click(screen.getByRole('radio', { name: /huyện Mẫu Liên đoàn Lao động tỉnh Mẫu · 2 đơn vị/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Lập sổ' }));
  expect(field(/Địa danh/)).toHaveFocus();
  expect(of('take_campaign')).toEqual([]);
});

test('a search that finds nobody says so, and Enter does not send the form', async () => {
  const of = await show();
  await userEvent.keyboard('mường tè{Enter}');
  expect(screen.getByText('Không có đơn vị nào có tên như vậy.')).toBeVisible();
  expect(of('take_campaign')).toEqual([]);
});

test('a refusal is shown, and without the file one goes through the steps', async () => {
  await show({ take_campaign: () => refuse('too_deep', { limit: '20' }) });
  await userEvent.click(screen.getByRole('radio', { name: /Công ty Mẫu/ }));
  await userEvent.type(field(/Địa danh/), 'Mẫu');
  await userEvent.type(field(/Họ và tên/), 'Nguyễn Thị Hoa');
  await userEvent.click(screen.getByRole('button', { name: 'Lập sổ' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('20');
  await userEvent.click(screen.getByRole('button', { name: 'Không dùng tệp này' }));
  expect(screen.getByRole('combobox', { name: /Cấp của đơn vị/ })).toBeVisible();
});
