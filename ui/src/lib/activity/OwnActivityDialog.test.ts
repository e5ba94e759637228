import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import { bookState, checklistItem, phaseHead } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import OwnActivityDialog from './OwnActivityDialog.svelte';

const forms = [
  { code: 'co-dong', name: 'Cổ động' },
  { code: 'truyen-mieng', name: 'Truyền miệng' },
];
const checklist = { phase: phaseHead(), groups: [], items: [checklistItem()] };

async function open(more: Answers, onclose: () => void = () => undefined) {
  const calls = answerWith({ book_state: () => bookState(), ...more });
  await book.load();
  render(OwnActivityDialog, { checklist, forms, attachedTo: null, onclose });
  return calls;
}

describe('an activity of our own', () => {
  it('is added from the keyboard alone', async () => {
    const onclose = vi.fn();
    const calls = await open(
      { add_activity: () => ({ step: { step: 4, op: 'add_activity', subject: '', count: 1 } }) },
      onclose,
    );
    const user = userEvent.setup();
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Tên việc/ })).toHaveFocus());
    await user.keyboard('Tọa đàm với công nhân ở khu nhà trọ');
    await user.tab();
    await user.keyboard('bang ron{Enter}');
    expect(screen.getByRole('combobox')).toHaveValue('Treo băng rôn, khẩu hiệu chào mừng đại hội');
    await user.type(screen.getByRole('textbox', { name: /Từ ngày/ }), '1/7/2023');
    await user.type(screen.getByRole('textbox', { name: /Hạn xong/ }), '28/7/2023');
    await user.click(screen.getByRole('checkbox', { name: 'Truyền miệng' }));
    await user.click(screen.getByRole('button', { name: 'Thêm việc' }));
    await waitFor(() => expect(onclose).toHaveBeenCalled());
    expect(calls.find((call) => call.command === 'add_activity')?.args).toEqual({
      activity: {
        attached_to: 'd1-11',
        title: 'Tọa đàm với công nhân ở khu nhà trọ',
        explanation: '',
        forms: ['truyen-mieng'],
        starts_on: '2023-07-01',
        due_on: '2023-07-28',
      },
    });
  });

  it('says everything that is missing at once', async () => {
    const calls = await open({});
    await userEvent.click(screen.getByRole('button', { name: 'Thêm việc' }));
    expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual([
      'Cần có tên việc.',
      'Chọn việc của kế hoạch mà việc này gắn với.',
      'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2023.',
      'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2023.',
    ]);
    expect(calls.some((call) => call.command === 'add_activity')).toBe(false);
  });

  it('shows what the core refuses and stays open', async () => {
    const onclose = vi.fn();
    await open({ add_activity: () => refuse('too_long', { field: 'title', limit: '200', length: '300' }) }, onclose);
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox', { name: /Tên việc/ }), 'Một tên rất dài');
    await user.type(screen.getByRole('combobox'), 'treo{Enter}');
    await user.type(screen.getByRole('textbox', { name: /Từ ngày/ }), '1/7/2023');
    await user.type(screen.getByRole('textbox', { name: /Hạn xong/ }), '1/7/2023');
    await user.click(screen.getByRole('button', { name: 'Thêm việc' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Tên dài 300 ký tự, tối đa 200 ký tự.');
    expect(onclose).not.toHaveBeenCalled();
  });
});
