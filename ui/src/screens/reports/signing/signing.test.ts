import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { book } from '$lib/book.svelte';
import type { FigureCell, Finding, ReportCheck, ReportVersions, VersionComparison } from '$lib/ipc/bindings';
import { bookState, reportRow } from '../../../test/fixtures';
import { answerWith, type Answers } from '../../../test/program';
import { reportCheck, reportDraft, reportPages, reportVersions, signer } from '../fixtures';
import ReportsScreen from '../ReportsScreen.svelte';
import { findingGroups, selectWords } from './lib';

const route = { screen: 'reports' as const, part: 'dot1', filter: null, activity: null };
const done = () => ({ step: { step: 1, op: 'set_finding_seen' as const, subject: 'Đợt 1', count: 1 } });
const finding = (more: Partial<Finding> = {}): Finding => ({
  key: 'number_missing@head:number',
  rule: 'number_missing',
  severity: 'must_mend',
  place: { kind: 'head', field: 'number' },
  form: null,
  fields: {},
  is_seen: false,
  ...more,
});
const differs = finding({
  key: 'total_differs@section:i:15 cuộc',
  rule: 'total_differs',
  place: { kind: 'section', code: 'i', found: '96 công đoàn cơ sở' },
  fields: { found: '96 công đoàn cơ sở', name: 'CĐCS', period: '97', cumulative: '97' },
});
const cell = (value: number): FigureCell => ({ state: 'number', value, text: String(value), is_estimate: false });
const changedFigure = {
  indicator: 'LT01',
  split: '',
  label: 'Buổi phát loa',
  unit: 'buổi',
  is_cumulative: false,
  left: cell(12),
  right: cell(15),
  difference: '+3',
};
const sent = reportVersions({
  versions: [
    {
      number: 1,
      sent_on: '2023-08-01',
      kept_at: '2023-08-01T02:00:00.000Z',
      who: 'hoa',
      cause: 'first',
      reason: '',
      document: 'Bao-cao-dot-1.docx',
      sha256: 'ab',
      size: 1000,
      is_missing: false,
    },
  ],
  changed: {
    phase: 'dot1',
    phase_name: 'Đợt 1',
    version: 1,
    sent_on: '2023-08-01',
    figures: [changedFigure],
    activities: [],
  },
});

let check: ReportCheck;
let versions: ReportVersions;
let draft = reportDraft();
beforeEach(() => {
  check = reportCheck({ findings: [finding(), differs], n_must: 2 });
  versions = reportVersions();
  draft = reportDraft();
});

async function show(more: Answers = {}) {
  const calls = answerWith({
    book_state: () => bookState({ signers: [signer()] }),
    list_reports: () => [draft.row],
    report_draft: () => draft,
    report_check: () => check,
    report_versions: () => versions,
    report_pages: () => reportPages(),
    ...more,
  });
  await book.load();
  render(ReportsScreen, { route });
  await screen.findByRole('navigation', { name: 'Các mục của báo cáo' });
  return { of: (command: string) => calls.filter((call) => call.command === command).map((call) => call.args) };
}
const outline = (name: RegExp) => within(screen.getByRole('navigation')).findByRole('button', { name });

test('the outline counts what must be mended, and a finding leads to its field', async () => {
  await show();
  const button = await outline(/Kiểm tra trước khi ký/);
  await waitFor(() => expect(button).toHaveTextContent('2 phải sửa'));
  await userEvent.click(button);
  screen.getByRole('button', { name: /Chưa có số văn bản/ }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Số văn bản/ })).toHaveFocus());
});

test('arrows go through the findings, and D marks one as seen', async () => {
  const { of } = await show({
    mark_finding_seen: ({ key }) => {
      const findings = check.findings.map((one) => (one.key === key ? { ...one, is_seen: true } : one));
      check = reportCheck({ findings, n_must: 1, n_seen: 1 });
      return done();
    },
  });
  await userEvent.click(await outline(/Kiểm tra/));
  screen.getByRole('button', { name: /Chưa có số văn bản/ }).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('button', { name: /96 công đoàn/ })).toHaveFocus();
  await userEvent.keyboard('d');
  expect(of('mark_finding_seen')).toEqual([{ phase: 'dot1', key: differs.key }]);
  expect(await screen.findByRole('heading', { name: /Đã xem/ })).toBeVisible();
  await waitFor(() => expect(screen.getByText('1 phải sửa · 0 nên xem lại · 1 đã xem')).toBeVisible());
});

test('what is left to mend is said before the report is recorded as sent, and forbids nothing', async () => {
  const { of } = await show({ set_report_state: done });
  await userEvent.click(screen.getByRole('button', { name: 'Đánh dấu đã gửi' }));
  expect(await screen.findByText(/Còn 2 chỗ phải sửa/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Ghi lại' }));
  await waitFor(() => expect(of('set_report_state')).toHaveLength(1));
});

test('a figure that changed after sending is named, and the comparison says from what to what', async () => {
  draft = reportDraft({ row: reportRow({ state: 'sent', sent_on: '2023-08-01' }) });
  versions = sent;
  const compared: VersionComparison = {
    phase: 'dot1',
    left: { sent: 1 },
    right: 'now',
    head: [],
    sections: [
      {
        code: 'i',
        number: 'I',
        title: 'ĐẶC ĐIỂM',
        pieces: [
          { kind: 'same', text: 'Phát ' },
          { kind: 'removed', text: '12 ' },
          { kind: 'added', text: '15 ' },
          { kind: 'same', text: 'buổi.' },
        ],
      },
    ],
    figures: [changedFigure],
    activities: [],
  };
  const { of } = await show({ compare_versions: () => compared, save_version: () => 'D:\\Bao-cao.docx' });
  expect(await screen.findByRole('alert')).toHaveTextContent('Buổi phát loa: 12 → 15 buổi (+3)');
  await userEvent.click(screen.getByRole('button', { name: 'So sánh' }));
  const region = await screen.findByRole('region', { name: 'Bản 1 và Hiện nay' });
  expect(within(region).getByRole('row', { name: /Buổi phát loa/ })).toHaveTextContent('+3');
  expect(region.querySelector('del')).toHaveTextContent('12');
  expect(region.querySelector('ins')).toHaveTextContent('15');
  expect(of('compare_versions')[0]).toEqual({ phase: 'dot1', left: { sent: 1 }, right: 'now' });
  await userEvent.click(screen.getByRole('button', { name: /Lưu lại văn bản/ }));
  expect(of('save_version')).toEqual([{ phase: 'dot1', number: 1 }]);
});

test('findings stand under what is to be done about them', () => {
  const seen = finding({ key: 'b', is_seen: true });
  const look = finding({ key: 'c', severity: 'please_look' });
  const groups = findingGroups(reportCheck({ findings: [finding(), look, seen] }));
  expect(groups.map((group) => group.kind)).toEqual(['must_mend', 'please_look', 'seen']);
});

test('words are selected however the text is cut into pieces', () => {
  const root = document.createElement('div');
  root.innerHTML = 'Tổ chức <b>15</b> cuộc tuyên truyền';
  root.scrollIntoView = () => undefined;
  for (const element of root.querySelectorAll<HTMLElement>('*')) element.scrollIntoView = () => undefined;
  document.body.append(root);
  expect(selectWords(root, '15 CUỘC')).toBe(true);
  expect(document.getSelection()?.toString()).toBe('15 cuộc');
  expect(selectWords(root, '16 cuộc')).toBe(false);
  root.remove();
});
