import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import type { CampaignIssue, HandedFile, IssuedCampaign } from '$lib/ipc/bindings';
import { bookState, campaignChange, campaignFile, handedFile, planHead } from '../../test/fixtures';
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

const text = { file_name: 'ke-hoach-sua.toml', text: 'code = "mau"' };
const chosen = (): HandedFile => {
  const file = handedFile();
  return { ...file, content: { plan: { head: planHead(), text, comparison: null } } };
};

test('another text of the plan is looked at before it takes the place of ours', async () => {
  const amended = { step: { step: 4, op: 'amend_plan' as const, subject: '383/KH-LĐLĐ', count: 1 } };
  const { of } = await open({
    choose_plan_file: chosen,
    preview_amended_plan: () => [campaignChange({ kind: 'activity_new', title: 'Việc mới mẫu', before_on: null })],
    amend_plan: () => amended,
  });
  const button = screen.getByRole('button', { name: 'Sửa nội dung kế hoạch từ tệp…' });
  await userEvent.click(button);
  const dialog = await screen.findByRole('dialog', { name: 'Sửa nội dung kế hoạch' });
  await waitFor(() => expect(dialog).toHaveTextContent('Việc mới mẫu'));
  expect(dialog).toHaveTextContent('1 thay đổi trong kế hoạch');
  expect(of('amend_plan')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Sửa kế hoạch' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Sửa nội dung kế hoạch' })).toBeNull());
  expect(of('amend_plan')).toEqual([{ plan: text }]);
  expect(button).toHaveFocus();
});

test('a file that is no text of a plan, or changes nothing, amends nothing', async () => {
  let file: HandedFile = campaignFile();
  const { of } = await open({ choose_plan_file: () => file, preview_amended_plan: () => [] });
  const button = screen.getByRole('button', { name: 'Sửa nội dung kế hoạch từ tệp…' });
  await userEvent.click(button);
  expect(await screen.findByRole('alert')).toHaveTextContent('không phải tệp nội dung kế hoạch');
  file = chosen();
  await userEvent.click(button);
  expect(await screen.findByText(/giống hệt kế hoạch trong sổ/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sửa kế hoạch' })).toBeDisabled();
  expect(of('amend_plan')).toEqual([]);
});
