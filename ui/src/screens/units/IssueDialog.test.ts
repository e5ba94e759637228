import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import type { CampaignIssue, IssuedCampaign } from '$lib/ipc/bindings';
import { bookState } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import IssueDialog from './IssueDialog.svelte';

const issue = (more: Partial<CampaignIssue> = {}): CampaignIssue => ({
  is_led_by_other: false,
  version: 1,
  issued_on: '2023-07-20',
  next_version: 2,
  file_name: 'ke-hoach-383-KH-LDLD-ban-2.sotg',
  n_units: 968,
  issuer: 'Liên đoàn Lao động tỉnh Mẫu',
  fingerprint: '27A1-8C41-42F4-1422',
  ...more,
});
const issued: IssuedCampaign = {
  version: 2,
  issued_on: '2023-08-01',
  note: 'Đổi ngày đại hội',
  n_units: 968,
  fingerprint: '27A1-8C41-42F4-1422',
  file_name: 'ke-hoach-383-KH-LDLD-ban-2.sotg',
  message: 'Liên đoàn Lao động tỉnh Mẫu gửi các đơn vị tệp kế hoạch bản 2.',
};
const outcome = { step: { step: 3, op: 'issue_campaign' as const, subject: '383/KH-LĐLĐ (2)', count: 1 } };
const path = 'D:\\ke-hoach.sotg';

async function open(answers: Answers = {}) {
  const calls = answerWith({
    book_state: () => bookState(),
    campaign_issue: () => issue(),
    choose_campaign_place: () => path,
    ...answers,
  });
  await book.load();
  const onclose = vi.fn();
  render(IssueDialog, { onclose });
  await screen.findByText(/27A1-8C41-42F4-1422/);
  return { onclose, of: (name: string) => calls.filter((call) => call.command === name).map((call) => call.args) };
}

test('a plan file is issued, saved, and has a text to go with it', async () => {
  const { of } = await open({ issue_campaign: () => ({ path, issued, outcome }) });
  expect(screen.getByText('Bản 2, 968 đơn vị')).toBeVisible();
  await userEvent.type(screen.getByRole('textbox', { name: 'Ghi chú của bản này' }), 'Đổi ngày đại hội');
  await userEvent.click(screen.getByRole('button', { name: 'Phát hành và lưu tệp…' }));
  expect(await screen.findByText(`Đã lưu tệp: ${path}`)).toBeVisible();
  expect(of('issue_campaign')).toEqual([{ note: 'Đổi ngày đại hội', path }]);
  expect(screen.getByRole('textbox', { name: /Lời nhắn/ })).toHaveValue(issued.message);
  expect(screen.getByRole('button', { name: 'Sao chép lời nhắn' })).toBeEnabled();
});

test('nothing new: the same file is saved again', async () => {
  await open({ campaign_issue: () => issue({ next_version: 1 }) });
  expect(screen.getByText(/Từ bản 1 \(ngày 20\/07\/2023\) đến nay không có gì thay đổi/)).toBeVisible();
});

test('an office that is led passes the file on as it came', async () => {
  const { of } = await open({
    campaign_issue: () => issue({ is_led_by_other: true, next_version: 1 }),
    pass_campaign: () => ({ path, issued, outcome: { step: null } }),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Lưu tệp để gửi tiếp…' }));
  await screen.findByText(`Đã lưu tệp: ${path}`);
  expect(of('pass_campaign')).toEqual([{ path }]);
  expect(of('issue_campaign')).toEqual([]);
});

test('who thinks better of the place issues nothing, and a refusal is shown', async () => {
  let isChosen = false;
  const { of } = await open({
    choose_campaign_place: () => (isChosen ? path : null),
    issue_campaign: () => refuse('disk_full'),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Phát hành và lưu tệp…' }));
  await waitFor(() => expect(of('choose_campaign_place')).toHaveLength(1));
  expect(of('issue_campaign')).toEqual([]);
  isChosen = true;
  await userEvent.click(screen.getByRole('button', { name: 'Phát hành và lưu tệp…' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Ổ đĩa đã đầy');
});
