import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { book } from '$lib/book.svelte';
import type { BookState, Overview } from '$lib/ipc/bindings';
import { place } from '$lib/place.svelte';
import { toasts } from '$lib/toasts.svelte';
import { bookState, checklistItem, milestone, phaseHead, reportRow, timelineBar } from '../test/fixtures';
import { answerWith, refuse, type Answers } from '../test/program';
import App from './App.svelte';

const overview: Overview = {
  today: '2023-07-20',
  phases: [phaseHead({ counts: { applicable: 18, done: 8, doing: 5, not_started: 5, late: 1 } })],
  phase_in_view: 'dot1',
  days_left: 11,
  late: [checklistItem({ code: 'd1-12', title: 'Dựng pa-nô tại nơi tổ chức đại hội', days_late: 5, days_left: null })],
  this_week: [checklistItem()],
  upcoming: [],
  next_congress: milestone({ certainty: 'unknown', on: null, not_before: '2023-08-31', not_after: '2023-11-01' }),
  next_report: reportRow(),
  changed_reports: [],
};
const timeline = {
  today: '2023-07-20',
  from: '2022-10-25',
  to: '2024-01-31',
  phases: [],
  milestones: [],
  lanes: [],
  bars: [timelineBar()],
};
const step = { step: 7, op: 'set_progress', subject: 'Treo băng rôn', count: 1 } as const;

/** Opens the window on a book; further answers may be given. */
async function open(state: Partial<BookState> = {}, answers: Answers = {}) {
  const calls = answerWith({
    book_state: () => bookState(state),
    overview: () => overview,
    timeline: () => timeline,
    history: () => [],
    handed_file: () => null,
    ...answers,
  });
  await book.load();
  const { container } = render(App);
  return { calls, container, user: userEvent.setup() };
}
const named = (calls: { command: string }[]): string[] => calls.map(({ command }) => command);

beforeEach(() => {
  toasts.list = [];
  place.go({ screen: 'overview' });
});

describe('the window', () => {
  it('shows what is late, what is due and the next congress, each leading to its place', async () => {
    await open({ n_late: 1 });
    const late = await screen.findByRole('link', { name: /Dựng pa-nô/ });
    expect(late).toHaveAttribute('href', '#/checklist/dot1?activity=d1-12');
    expect(screen.getByRole('link', { name: /Công đoàn tỉnh Lai Châu.*Chưa có ngày/s })).toHaveAttribute(
      'href',
      '#/settings/milestones',
    );
    expect(screen.getByRole('link', { name: /Báo cáo đợt 1.*Còn 16 ngày/s })).toHaveAttribute('href', '#/reports/dot1');
    expect(screen.getByRole('link', { name: 'Việc cần làm , 1 việc quá hạn' })).toBeVisible();
  });

  it('has no axe violation on its first screen', async () => {
    const { container } = await open({ is_sample: true, is_rehearsal: true, n_late: 1 });
    await screen.findByRole('link', { name: /Dựng pa-nô/ });
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('says when it is painted, and whose book it is', async () => {
    const { container } = await open();
    container.id = 'app';
    await waitFor(() => expect(document.title).toBe('Sổ Tuyên giáo – Liên đoàn Lao động huyện Tam Đường'));
  });

  it('takes back the last change with Ctrl+Z, but leaves the Ctrl+Z of a text field to the field', async () => {
    const { calls, user } = await open({ undo: step }, { undo: () => ({ step }) });
    await screen.findByRole('link', { name: /Dựng pa-nô/ });
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await user.keyboard('{Control>}z{/Control}');
    expect(named(calls)).not.toContain('undo');
    field.remove();
    await user.keyboard('{Control>}z{/Control}');
    expect(calls).toContainEqual({ command: 'undo', args: { step: null } });
    expect(await screen.findByText('Đã hoàn tác: Đánh dấu tiến độ: Treo băng rôn')).toBeVisible();
  });

  it('says why a change cannot be taken back', async () => {
    const { user } = await open({ undo: step }, { undo: () => refuse('touched_later', { subject: 'Đại hội tỉnh' }) });
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent('sau đó đã có thay đổi khác ở “Đại hội tỉnh”');
  });

  it('changes the screen with Alt and a digit', async () => {
    const { user } = await open();
    await user.keyboard('{Alt>}[Digit6]{/Alt}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Nhật ký' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nhật ký' })).toHaveAttribute('aria-current', 'page');
  });

  it('finds an activity without its accents and opens it', async () => {
    const { user } = await open();
    await user.keyboard('{Control>}k{/Control}');
    const search = await screen.findByRole('combobox', { name: 'Tìm việc, màn hình…' });
    await user.type(search, 'bang ron');
    expect(await screen.findByRole('option', { name: /Treo băng rôn/ })).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(place.route).toMatchObject({ screen: 'checklist', part: 'dot1', activity: 'd1-11' }));
  });

  it('marks the sample book and leads back to our own', async () => {
    const { calls, user } = await open({ is_sample: true, is_rehearsal: true }, { open_own: () => bookState() });
    expect(screen.getByText('Sổ mẫu – số liệu không có thật – hôm nay giả định 20/07/2023')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Về sổ của đơn vị' }));
    expect(named(calls)).toContain('open_own');
    await waitFor(() => expect(screen.queryByText(/Sổ mẫu/)).toBeNull());
  });

  it.each([
    ['damaged', 'Không mở được sổ', /bị hỏng/],
    ['too_new', 'Không mở được sổ', /phiên bản mới hơn/],
  ] as const)('is never empty: a book that is %s is explained with its folder', async (code, title, says) => {
    await open({}, { book_state: () => refuse(code, { path: 'C:\\Sổ\\so.sqlite' }) });
    expect(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(says);
    expect(screen.getByText('C:\\Sổ')).toBeVisible();
  });
});
