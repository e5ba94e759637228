import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Op, UnitEvent, UnitHistoryEntry } from '$lib/ipc/bindings';
import { answerWith, refuse, type Answers } from '../../test/program';
import { tell } from './history';
import UnitHistory from './UnitHistory.svelte';

const phase = { code: 'dot1', name: 'Đợt 1' };
type More = Partial<UnitHistoryEntry['entry']>;
const line = (op: Op, event: UnitEvent | null, more: More = {}): UnitHistoryEntry => ({
  entry: {
    label: { step: 7, op, subject: 'CĐCS Trường Mầm non', count: 30 },
    kind: 'do',
    at: '2023-08-12T02:14:00Z',
    who: 'nguyen.thi.hoa',
    is_undone: false,
    ...more,
  },
  event,
});
const reminder: UnitEvent = {
  what: 'reminder',
  phase,
  step: 3,
  channel: 'telephone',
  on: '2023-08-12',
  note: 'Văn phòng hẹn gửi',
};
const report = (state: 'received' | 'returned' | 'missing'): UnitEvent => ({
  what: 'report',
  phase,
  state,
  on: state === 'missing' ? null : '2023-08-11',
  channel: state === 'missing' ? null : 'paper',
  note: '',
});
const exception = (given: Extract<UnitEvent, { what: 'exception' }>['given'], activity = ''): UnitEvent => ({
  what: 'exception',
  phase,
  activity,
  given,
  reason: 'Đang sắp xếp',
});

function open(answers: Answers = {}) {
  const calls = answerWith({ unit_history: () => [line('add_reminders', reminder)], ...answers });
  return { calls, user: userEvent.setup(), ...render(UnitHistory, { unit: 2 }) };
}

describe('the history of a unit', () => {
  it.each<[Op, UnitEvent | null, string, string]>([
    ['add_reminders', reminder, 'Đôn đốc báo cáo Đợt 1 bằng điện thoại (bước +3 ngày)', 'Văn phòng hẹn gửi'],
    [
      'add_reminders',
      { ...reminder, on: '2023-08-15', channel: 'letter', note: '' },
      'Đôn đốc báo cáo Đợt 1 bằng công văn (bước +3 ngày), ngày 15/08/2023',
      '',
    ],
    ['set_received', report('received'), 'Báo cáo Đợt 1: Đã nhận, nhận 11/08/2023, Bản giấy', ''],
    ['set_received', report('returned'), 'Báo cáo Đợt 1: Trả lại, nhận 11/08/2023, Bản giấy', ''],
    ['set_received', report('missing'), 'Xóa ghi nhận báo cáo Đợt 1', ''],
    [
      'set_exception',
      exception({ given: 'later', due_on: '2023-09-01' }, 'Treo băng rôn'),
      'Treo băng rôn (Đợt 1): Được lùi đến 01/09/2023',
      'Lý do: Đang sắp xếp',
    ],
    ['set_exception', exception({ given: 'let_off' }), 'Báo cáo (Đợt 1): Được miễn', 'Lý do: Đang sắp xếp'],
    ['set_exception', exception({ given: 'removed' }), 'Báo cáo (Đợt 1): Bỏ ngoại lệ', 'Lý do: Đang sắp xếp'],
    [
      'set_congress',
      { what: 'congress', planned_on: '2023-05-01', held_on: '2023-05-20' },
      'Đại hội: đã tổ chức ngày 20/05/2023',
      '',
    ],
    [
      'set_congress',
      { what: 'congress', planned_on: '2023-05-01', held_on: null },
      'Đại hội: dự kiến ngày 01/05/2023',
      '',
    ],
    ['set_congress', { what: 'congress', planned_on: null, held_on: null }, 'Đại hội: chưa có ngày', ''],
    ['import_units', null, 'Nhập danh sách đơn vị: CĐCS Trường Mầm non', ''],
  ])('says of %s what it meant for this unit alone', (op, event, what, more) => {
    expect(tell(line(op, event))).toEqual({ what, more });
  });

  it('says when and by whom, and marks what was taken back', async () => {
    const lines = [
      line('set_received', report('received'), { kind: 'undo', at: '2023-08-13T03:00:00Z' }),
      line('set_received', report('received'), { is_undone: true }),
    ];
    const { container } = open({ unit_history: () => lines });
    const [undo, taken] = await screen.findAllByRole('listitem');
    expect(undo).toHaveTextContent(/^Hoàn tác Báo cáo Đợt 1: Đã nhận.* 13\/08\/2023 10:00 · nguyen\.thi\.hoa$/);
    expect(taken).toHaveTextContent(/Đã hoàn tác 12\/08\/2023 09:14/);
    expect(taken).toHaveClass('undone');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('shows the last ten and more on demand', async () => {
    const all = Array.from({ length: 15 }, () => line('add_reminders', reminder));
    const { calls, user } = open({ unit_history: ({ limit }) => all.slice(0, limit) });
    await user.click(await screen.findByRole('button', { name: 'Xem thêm' }));
    expect(await screen.findAllByRole('listitem')).toHaveLength(15);
    expect(screen.queryByRole('button', { name: 'Xem thêm' })).toBeNull();
    expect(calls.map((call) => call.args)).toEqual([
      { unit: 2, limit: 10 },
      { unit: 2, limit: 40 },
    ]);
  });

  it('says so when nothing was recorded, or why it cannot be read', async () => {
    const { unmount } = open({ unit_history: () => [] });
    expect(await screen.findByText('Chưa có thay đổi nào được ghi cho đơn vị này.')).toBeVisible();
    unmount();
    open({ unit_history: () => refuse('not_found', { what: 'unit', id: '2' }) });
    expect(await screen.findByText(/Không tìm thấy/)).toBeVisible();
  });
});
