import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { CampaignOffer } from '$lib/ipc/bindings';
import { place } from '$lib/place.svelte';
import { handed } from '$lib/plan/handed.svelte';
import { bookState, campaignChange, campaignFile, campaignOffer } from '../test/fixtures';
import { answerWith, type Answers } from '../test/program';
import App from './App.svelte';

const taken = { step: { step: 9, op: 'take_campaign' as const, subject: '383/KH-LĐLĐ (2)', count: 1 } };

async function open(offer: Partial<CampaignOffer>, answers: Answers = {}) {
  const calls = answerWith({
    book_state: () => bookState(),
    history: () => [],
    handed_file: () => campaignFile(offer),
    ...answers,
  });
  await book.load();
  render(App);
  await screen.findByRole('dialog', { name: 'Tệp kế hoạch của cấp trên' });
  return (command: string) => calls.filter((call) => call.command === command).map((call) => call.args);
}

beforeEach(() => {
  handed.file = null;
  place.go({ screen: 'history' });
});

test('an amendment shows what changes, and is taken or left for later', async () => {
  const of = await open(
    {
      standing: 'amendment',
      version: 2,
      taken_version: 1,
      unit: 'aabbccdd-3',
      is_unit_open: false,
      changes: [campaignChange(), campaignChange({ kind: 'activity_new', title: 'Việc mới mẫu', before_on: null })],
    },
    { take_campaign: () => taken },
  );
  expect(screen.getByText(/Sổ đang dùng bản 1; tệp này là bản 2/)).toBeVisible();
  const cells = screen.getAllByRole('cell').map((cell) => cell.textContent);
  expect(cells.slice(0, 4)).toEqual(['Hạn báo cáo', 'Đợt 1', '10/08/2023', '20/08/2023']);
  expect(cells.slice(4)).toEqual(['Việc mới', 'Việc mới mẫu', 'chưa có', '20/08/2023']);
  expect(screen.queryByRole('radiogroup')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Nhận thay đổi' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(of('take_campaign')).toEqual([{ text: '{"format":1}', input: { unit: 'aabbccdd-3', beginning: null } }]);
  expect(await screen.findByText(/Đã nhận tệp kế hoạch/)).toBeVisible();
});

test('what is left for later changes nothing', async () => {
  const of = await open({
    standing: 'amendment',
    version: 2,
    taken_version: 1,
    unit: 'aabbccdd-3',
    is_unit_open: false,
  });
  expect(screen.getByText('Không có thay đổi nào đối với đơn vị của anh/chị.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Để sau' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(of('take_campaign')).toEqual([]);
});

test('a book that was set up by hand says who it is before it joins', async () => {
  const of = await open(
    { standing: 'joining', unit: null },
    {
      preview_campaign: () => campaignOffer({ standing: 'joining', unit: 'aabbccdd-4', changes: [campaignChange()] }),
      take_campaign: () => taken,
    },
  );
  await userEvent.click(screen.getByRole('button', { name: 'Nhận tệp kế hoạch' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Hãy chọn đơn vị của anh/chị.');
  await userEvent.click(screen.getByRole('radio', { name: /Công ty Mẫu/ }));
  expect(of('preview_campaign')).toEqual([{ text: '{"format":1}', unit: 'aabbccdd-4' }]);
  expect(await screen.findByRole('table', { name: '1 thay đổi đối với đơn vị của anh/chị' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Nhận tệp kế hoạch' }));
  await waitFor(() => expect(of('take_campaign')).toHaveLength(1));
});

test('the version that the book has already', async () => {
  await open({ standing: 'same', version: 2, taken_version: 2, unit: 'aabbccdd-3', is_unit_open: false });
  expect(screen.getByRole('status')).toHaveTextContent('Sổ đã nhận đúng bản 2 này.');
  expect(screen.queryByRole('button', { name: 'Nhận thay đổi' })).toBeNull();
});
