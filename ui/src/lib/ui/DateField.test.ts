import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { book } from '$lib/book.svelte';
import { bookState } from '../../test/fixtures';
import { answerWith } from '../../test/program';
import DateField from './DateField.svelte';

beforeEach(async () => {
  answerWith({ book_state: () => bookState() });
  await book.load();
});

function open(value: string | null) {
  const onchange = vi.fn<(value: string | null) => void>();
  const { container } = render(DateField, { label: 'Ngày xong', value, onchange });
  return { container, onchange, user: userEvent.setup(), field: screen.getByRole('textbox', { name: 'Ngày xong' }) };
}

describe('a field for a day', () => {
  it('shows dd/mm/yyyy and takes a day that is typed short', async () => {
    const { onchange, user, field } = open('2023-07-20');
    expect(field).toHaveValue('20/07/2023');
    await user.clear(field);
    await user.type(field, '5/8/2023{Enter}');
    expect(onchange).toHaveBeenLastCalledWith('2023-08-05');
    expect(field).toHaveValue('05/08/2023');
  });

  it('keeps what is no day, says so, and does not hand it on', async () => {
    const { onchange, user, field } = open(null);
    await user.type(field, '31/02/2023{Enter}');
    expect(onchange).not.toHaveBeenCalled();
    expect(field).toHaveValue('31/02/2023');
    expect(field).toHaveAccessibleDescription(/Ngày phải viết là ngày\/tháng\/năm/);
    expect(field).toBeInvalid();
  });

  it('is emptied by deleting what stands in it', async () => {
    const { onchange, user, field } = open('2023-07-20');
    await user.clear(field);
    await user.tab();
    expect(onchange).toHaveBeenLastCalledWith(null);
  });

  it('takes a day from the calendar by keyboard and gives the focus back', async () => {
    const { container, onchange, user, field } = open('2023-07-20');
    await user.click(screen.getByRole('button', { name: 'Mở lịch: Ngày xong' }));
    expect(await screen.findByRole('button', { name: 'Thứ Năm, 20/07/2023' })).toHaveFocus();
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onchange).toHaveBeenLastCalledWith('2023-07-27');
    expect(field).toHaveFocus();
  });

  it('closes the calendar with Esc and keeps the day', async () => {
    const { onchange, user, field } = open('2023-07-20');
    await user.click(screen.getByRole('button', { name: 'Mở lịch: Ngày xong' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('grid')).toBeNull();
    expect(onchange).not.toHaveBeenCalled();
    expect(field).toHaveFocus();
  });
});
