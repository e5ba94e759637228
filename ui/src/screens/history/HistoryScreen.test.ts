import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '$lib/ipc/bindings';
import { bookState } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import HistoryScreen from './HistoryScreen.svelte';

const entry = (step: number, subject: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  label: { step, op: 'set_progress', subject, count: 1 },
  kind: 'do',
  at: '2023-07-20T02:14:00Z',
  who: 'nguyen.thi.hoa',
  is_undone: false,
  ...more,
});
const log = [
  entry(3, 'Treo băng rôn'),
  entry(2, 'Dựng pa-nô', { kind: 'undo' }),
  entry(2, 'Dựng pa-nô', { is_undone: true, at: '2023-07-19T02:00:00Z' }),
];

function open(answers: Answers = {}) {
  const calls = answerWith({ history: () => log, book_state: () => bookState(), ...answers });
  return { calls, user: userEvent.setup(), ...render(HistoryScreen) };
}

describe('the history', () => {
  it('says what, when and who, and what was taken back', async () => {
    const { container } = open();
    const line = await screen.findByRole('row', { name: /Treo băng rôn/ });
    expect(line).toHaveTextContent('20/07/2023 09:14');
    expect(line).toHaveTextContent('nguyen.thi.hoa');
    expect(within(container).getAllByText('Đã hoàn tác')).toHaveLength(1);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('takes back one change', async () => {
    const { calls, user } = open({ undo: () => ({ step: entry(3, 'Treo băng rôn').label }) });
    await user.click(await screen.findByRole('button', { name: 'Hoàn tác: Đánh dấu tiến độ: Treo băng rôn' }));
    expect(calls).toContainEqual({ command: 'undo', args: { step: 3 } });
    expect(screen.queryAllByRole('button', { name: /^Hoàn tác/ })).toHaveLength(1);
  });

  it('says beside the change why it cannot be taken back', async () => {
    const { user } = open({ undo: () => refuse('touched_later', { subject: 'Đại hội tỉnh' }) });
    await user.click(await screen.findByRole('button', { name: /^Hoàn tác/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('sau đó đã có thay đổi khác ở “Đại hội tỉnh”');
  });

  it('says so when nothing was changed yet', async () => {
    open({ history: () => [] });
    expect(await screen.findByText('Chưa có thay đổi nào.')).toBeVisible();
  });
});
