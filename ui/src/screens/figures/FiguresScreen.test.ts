import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import axe from 'axe-core';
import { book } from '$lib/book.svelte';
import { parseRoute } from '$lib/route';
import type { FigureCell, FigureInput, MarkPlace, ReturnedReport } from '$lib/ipc/bindings';
import { figure, figureGroups, noFigure } from '../../test/figures';
import { bookState } from '../../test/fixtures';
import { answerWith, refuse } from '../../test/program';
import FiguresScreen from './FiguresScreen.svelte';

const CENTRE = 'Tin trên báo, đài: Trung ương, tin';
const PROVINCE = 'Tin trên báo, đài: Tỉnh, tin';
const BANNERS = 'Băng rôn, cái';

let groups = figureGroups();
let sent: FigureInput[];
let returned: ReturnedReport | null;

/** What the core makes of an input, for the numbers of these tests. */
function answer(input: FigureInput): FigureCell {
  if (input.state !== 'number') return { ...noFigure, state: input.state };
  const digits = input.text.replaceAll('.', '');
  if (!/^\d+$/.test(digits)) refuse('bad_number', { text: input.text, decimals: '0' });
  return { ...figure(Number(digits), Number(digits).toLocaleString('de-DE')), is_estimate: input.is_estimate };
}
function keep(input: FigureInput): void {
  const entered = answer(input);
  groups = groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) =>
      row.indicator === input.indicator && row.split === input.split ? { ...row, entered, period: entered } : row,
    ),
  }));
}
beforeEach(async () => {
  groups = figureGroups();
  sent = [];
  returned = null;
  answerWith({
    return_marks: () => returned,
    book_state: () => bookState(),
    figure_table: () => ({ phase: 'dot1', groups, n_reported: 2, n_indicators: 4 }),
    set_figure: ({ input }) => {
      sent.push(input);
      keep(input);
      return { step: { step: sent.length, op: 'set_figure', subject: input.indicator, count: 1 } };
    },
  });
  await book.load();
});
async function open(hash = '#/figures/dot1') {
  render(FiguresScreen, { route: parseRoute(hash) });
  await screen.findByRole('table');
}
const place = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('a table that is longer than the window', () => {
  const height = window.innerHeight;
  beforeEach(() => {
    window.innerHeight = 50;
    return () => {
      window.innerHeight = height;
    };
  });
  const rest = () => screen.queryByRole('textbox', { name: BANNERS });

  it.each<[string, () => unknown]>([
    ['the wheel', () => fireEvent.wheel(document.body)],
    ['a key', () => fireEvent.keyDown(document.body, { key: 'F3' })],
    ['the mouse', () => fireEvent.pointerDown(document.body)],
    ['scrolling', () => fireEvent.scroll(screen.getByRole('table').parentElement ?? document.body)],
    ['the focus', () => fireEvent.focusIn(place(CENTRE))],
    ['printing', () => window.dispatchEvent(new Event('beforeprint'))],
    ['a larger window', () => fireEvent(window, new Event('resize'))],
  ])('has at first the rows in view, and all of them at once with %s', async (_, touch) => {
    await open();
    expect(place(CENTRE)).toBeVisible();
    expect(rest()).toBeNull();
    touch();
    expect(rest()).not.toBeNull();
  });

  it('has the place to which another screen leads', async () => {
    await open('#/figures/dot1?filter=at%3ATQ03%2F');
    await waitFor(() => expect(rest()).toHaveFocus());
  });
});

describe('the table of figures', () => {
  it('says what the office above wants mended in it, and leads there', async () => {
    const mark = (label: string, note: string, place: MarkPlace) => ({ label, note, place });
    returned = {
      phase: 'dot1',
      version: 1,
      office: 'LĐLĐ tỉnh Mẫu',
      returned_on: '2023-08-20',
      wanted_by: null,
      note: '',
      marks: [
        mark('Băng rôn (cái)', 'Đếm lại.', { figure: { indicator: 'TQ03', split: '' } }),
        mark('II. Kết quả', 'Viết rõ hơn.', { section: 'II' }),
      ],
    };
    await open();
    expect(await screen.findByText(/Đếm lại/)).toBeVisible();
    expect(screen.queryByText(/Viết rõ hơn/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Băng rôn (cái)' }));
    await waitFor(() => expect(place(BANNERS)).toHaveFocus());
  });
  it('has a column of the units below only once that was frozen', async () => {
    await open();
    expect(screen.queryByRole('columnheader', { name: 'Đơn vị dưới' })).toBeNull();
    const coverage = { reported: 1, expected: 2, late: 0, corrected: 0 };
    groups = groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, below: figure(31), coverage })),
    }));
    cleanup();
    await open();
    expect(screen.getByRole('columnheader', { name: 'Đơn vị dưới' })).toBeVisible();
    expect(screen.getAllByRole('cell', { name: '31' })).toHaveLength(groups.flatMap((group) => group.rows).length);
  });

  it('sends a number as it was typed, goes on with Enter, and shows it in Vietnamese form', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(place(CENTRE));
    await user.keyboard('24500{Enter}');
    expect(sent).toEqual([
      {
        phase: 'dot1',
        activity: null,
        indicator: 'BC01',
        split: 'trung-uong',
        state: 'number',
        text: '24500',
        is_estimate: false,
      },
    ]);
    expect(place(PROVINCE)).toHaveFocus();
    await waitFor(() => expect(place(CENTRE)).toHaveValue('24.500'));
  });

  it('takes a key that comes before the answer for the place that Enter leads to', async () => {
    await open();
    const user = userEvent.setup({ delay: null });
    await user.click(place(CENTRE));
    await user.keyboard('24500{Enter}7{Enter}');
    expect(sent).toMatchObject([
      { split: 'trung-uong', text: '24500' },
      { split: 'tinh', text: '7' },
    ]);
    await waitFor(() => expect(place(CENTRE)).toHaveValue('24.500'));
    expect(place(PROVINCE)).toHaveValue('7');
  });

  it('does not type over the digit that was typed before the answer to Delete came', async () => {
    await open();
    const user = userEvent.setup({ delay: null });
    await user.click(place(CENTRE));
    await user.keyboard('12{Enter}');
    await waitFor(() => expect(place(PROVINCE)).toHaveFocus());
    let answerNow = (): void => undefined;
    const whenAnswered = new Promise<void>((resolve) => (answerNow = resolve));
    answerWith({
      book_state: () => bookState(),
      figure_table: () => ({ phase: 'dot1', groups, n_reported: 2, n_indicators: 4 }),
      set_figure: async ({ input }) => {
        sent.push(input);
        await whenAnswered;
        keep(input);
        return { step: { step: sent.length, op: 'set_figure', subject: input.indicator, count: 1 } };
      },
    });
    await user.click(place(CENTRE));
    await user.keyboard('{Control>}a{/Control}{Delete}4');
    answerNow();
    await waitFor(() => expect(sent.at(-1)?.state).toBe('not_reported'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await user.keyboard('1{Enter}');
    await waitFor(() => expect(place(CENTRE)).toHaveValue('41'));
  });

  it('drops what was being typed when another phase is shown', async () => {
    await open();
    await fireEvent.input(place(PROVINCE), { target: { value: '99' } });
    answerWith({
      book_state: () => bookState(),
      figure_table: () => ({ phase: 'dot2', groups, n_reported: 2, n_indicators: 4 }),
    });
    await book.reload();
    await waitFor(() => expect(place(PROVINCE)).toHaveValue('12'));
    expect(sent).toEqual([]);
  });

  it('keeps what is no number, says so under it, and takes it back with Esc', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(place(PROVINCE));
    await user.keyboard('12x{Tab}');
    expect(await screen.findByRole('alert')).toHaveTextContent('“12x” không phải là số nguyên');
    expect(place(PROVINCE)).toHaveValue('12x');
    expect(place(PROVINCE)).toBeInvalid();
    await user.click(place(PROVINCE));
    await user.keyboard('{Escape}');
    expect(place(PROVINCE)).toHaveValue('12');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['k', 'nothing', 'Không có'],
    ['a', 'not_applicable', 'Không áp dụng'],
    ['{Delete}', 'not_reported', ''],
  ] as const)('%s makes the place %s', async (key, state, shown) => {
    await open();
    const user = userEvent.setup();
    await user.click(place(PROVINCE));
    await user.keyboard(key);
    expect(sent).toMatchObject([{ split: 'tinh', state, text: '' }]);
    await waitFor(() => expect(place(PROVINCE)).toHaveValue(shown));
  });

  it('keeps 0 apart from nothing said', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(place(BANNERS));
    await user.keyboard('0{Enter}');
    expect(sent).toMatchObject([{ state: 'number', text: '0' }]);
  });

  it('leaves a place alone that was only visited', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(place(CENTRE));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Tab}');
    expect(sent).toEqual([]);
  });

  it('loses no letter of an input method that takes letters back and types them anew', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(place(CENTRE));
    // "khoong" as UniKey sends it: the key, then backspaces and the letters with their marks.
    await user.keyboard('1');
    await user.keyboard('{Backspace}');
    fireEvent.keyDown(place(CENTRE), { key: 'Process', isComposing: true });
    await fireEvent.input(place(CENTRE), { target: { value: 'Không có' } });
    fireEvent.keyDown(place(CENTRE), { key: 'Enter', isComposing: true });
    expect(place(CENTRE)).toHaveValue('Không có');
    expect(sent).toEqual([]);
    await user.keyboard('{Enter}');
    expect(sent).toMatchObject([{ state: 'nothing' }]);
  });

  it('marks an estimate with U and says so', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(place(PROVINCE));
    await user.keyboard('u');
    expect(sent).toMatchObject([{ text: '12', is_estimate: true }]);
    await waitFor(() => expect(place(PROVINCE)).toHaveAccessibleDescription('ước tính'));
  });

  it('offers the kinds in a menu that the keyboard reaches', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(place(PROVINCE));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByRole('menuitemradio', { name: /^Số/ })).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(sent).toMatchObject([{ state: 'not_applicable' }]);
    expect(place(PROVINCE)).toHaveFocus();
  });

  it('keeps a row that was just typed into while it shows what is not reported', async () => {
    await open('#/figures/dot1?filter=not-reported');
    expect(screen.queryByRole('textbox', { name: PROVINCE })).toBeNull();
    const user = userEvent.setup();
    await user.click(place(BANNERS));
    await user.keyboard('7{Enter}');
    await waitFor(() => expect(place(BANNERS)).toHaveValue('7'));
  });

  it('has no fault that axe finds', async () => {
    await open();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});
