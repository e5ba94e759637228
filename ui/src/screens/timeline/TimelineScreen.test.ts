import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { book } from '$lib/book.svelte';
import type { Timeline } from '$lib/ipc/bindings';
import { place } from '$lib/place.svelte';
import { bookState, milestone, phaseHead, timelineBar } from '../../test/fixtures';
import { answerWith } from '../../test/program';

import chartSource from './Chart.svelte?raw';
import signSource from './MilestoneSign.svelte?raw';
import TimelineScreen from './TimelineScreen.svelte';

// Vitest empties the style sheets that a test imports.
const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const lane = (form: string, name: string) => ({
  form,
  name,
  short_name: name,
  place: 'IV.3',
  n_applicable: 2,
  n_done: 1,
});
const timeline: Timeline = {
  today: '2023-07-20',
  from: '2022-10-25',
  to: '2024-01-31',
  phases: [{ head: phaseHead(), drawn_from: '2022-10-25', drawn_to: '2023-07-31', stages: [] }],
  milestones: [
    milestone({ certainty: 'unknown', on: null, not_before: '2023-08-31', not_after: '2023-11-01' }),
    milestone({
      code: 'dh-vn',
      name: 'Đại hội XIII Công đoàn Việt Nam',
      on: '2023-12-01',
      until: '2023-12-03',
      is_proposed: true,
    }),
  ],
  lanes: [lane('co-dong', 'Cổ động trực quan'), lane('an-pham', 'Ấn phẩm')],
  bars: [
    timelineBar({ code: 'a', title: 'Treo băng rôn', drawn_from: '2023-05-20', days_late: 3 }),
    timelineBar({ code: 'b', title: 'Dựng pa-nô', drawn_from: '2023-06-20', drawn_to: '2023-07-15' }),
    timelineBar({
      code: 'c',
      title: 'Phát hành tờ rơi',
      lane: 'an-pham',
      due_on: null,
      drawn_from: '2023-08-01',
      drawn_to: '2023-10-30',
    }),
  ],
};

async function open() {
  answerWith({ timeline: () => timeline, book_state: () => bookState() });
  await book.load();
  const { container } = render(TimelineScreen);
  await screen.findByRole('group', { name: 'Dòng thời gian chiến dịch' });
  return { container, user: userEvent.setup() };
}

beforeEach(() => place.go({ screen: 'timeline' }));

describe('the timeline', () => {
  it('says of each bar its dates and state, and of one without a date that it is not known', async () => {
    await open();
    const lateBar = screen.getByRole('button', { name: /^Treo băng rôn\./ });
    expect(lateBar).toHaveAccessibleName('Treo băng rôn. Đợt 1, 20/05/2023 – 21/07/2023. Quá 3 ngày');
    expect(screen.getByRole('button', { name: /^Phát hành tờ rơi\./ })).toHaveAccessibleName(
      'Phát hành tờ rơi. Đợt 1, 01/08/2023 – 30/10/2023 (chưa rõ ngày, có thể trong khoảng này). Chưa làm',
    );
  });

  it('shows the congress that has no date as unknown, within its window', async () => {
    await open();
    expect(
      screen.getByRole('img', {
        name: 'Đại hội XIII Công đoàn tỉnh Lai Châu: chưa có ngày, có thể trong khoảng 31/08/2023 – 01/11/2023',
      }),
    ).toBeVisible();
  });

  it('marks what is late: its days before the title, and a count beside the name of the lane', async () => {
    await open();
    expect(screen.getByRole('button', { name: /^Treo băng rôn\./ })).toHaveTextContent(/^Quá 3 ngày\s*Treo băng rôn$/);
    expect(screen.getByRole('button', { name: /^Dựng pa-nô\./ })).toHaveTextContent(/^Dựng pa-nô$/);
    const late = screen.getByRole('group', { name: 'IV.3 Cổ động trực quan: 1/2 việc đã xong, 1 việc quá hạn' });
    expect(late.querySelector('.n-late')).toHaveTextContent(/^1$/);
    const other = screen.getByRole('group', { name: 'IV.3 Ấn phẩm: 1/2 việc đã xong' });
    expect(other.querySelector('.n-late')).toBeNull();
  });

  it('fits the whole campaign into the window at "Năm", and is never wider', async () => {
    const { container, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Năm' }));
    const days = (Date.parse('2024-01-31') - Date.parse('2022-10-25')) / 864e5 + 13;
    const chart = container.querySelector<HTMLElement>('.chart');
    const inner = container.querySelector<HTMLElement>('.inner');
    const lane = parseFloat(chart?.style.getPropertyValue('--lane-width') ?? '');
    // jsdom measures no window, so the scale is the least one: half a pixel a day.
    expect(parseFloat(inner?.style.width ?? '') - lane).toBeCloseTo(days / 2);
  });

  it('draws the unknown congress in gold, because red means late or today', () => {
    const window = /\.window \{[^}]*\}/.exec(chartSource)?.[0];
    const ring = /\.ring \{[^}]*\}/.exec(signSource)?.[0];
    expect([window, ring].map((css) => css?.includes('var(--gold-line)'))).toEqual([true, true]);
    expect(`${window} ${ring}`).not.toMatch(/--red|--star-bg/);
    const hatches = [...tokens.matchAll(/--hatch: rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(hatches).toHaveLength(2);
    for (const [red = 0, green = 0, blue = 0, alpha = 1] of hatches) {
      expect(green).toBeGreaterThan(red * 0.6);
      expect(blue).toBeLessThan(green * 0.5);
      expect(alpha).toBeLessThanOrEqual(0.15);
    }
  });

  it('names a narrow phase and its percentage, its title only where there is room', async () => {
    const { container, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Năm' }));
    expect(container.querySelector('.phase .name')).toHaveTextContent(/^Đợt 1\s*0%$/);
    await user.click(screen.getByRole('button', { name: 'Tháng' }));
    expect(container.querySelector('.phase .name')).toHaveTextContent(/^Đợt 1\s*0%\s*Đại hội công đoàn/);
  });

  it('is one stop of the Tab key; the arrows lead from bar to bar and Enter opens the activity', async () => {
    const { user } = await open();
    const bars = screen.getAllByRole('button').filter((button) => button.hasAttribute('data-code'));
    expect(bars.filter((bar) => bar.tabIndex === 0)).toHaveLength(1);
    screen.getByRole('button', { name: /^Treo băng rôn/ }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('button', { name: /^Dựng pa-nô/ })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('button', { name: /^Phát hành tờ rơi/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(place.route).toMatchObject({ screen: 'timeline', activity: 'c' });
  });

  it('zooms by buttons and by keys', async () => {
    const { user } = await open();
    const zoom = within(screen.getByRole('group', { name: 'Mức phóng' }));
    await user.click(zoom.getByRole('button', { name: 'Tuần' }));
    expect(zoom.getByRole('button', { name: 'Tuần' })).toHaveAttribute('aria-pressed', 'true');
    screen.getByRole('button', { name: /^Treo băng rôn/ }).focus();
    await user.keyboard('0');
    expect(zoom.getByRole('button', { name: 'Năm' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('scrolls with the arrows only as far as a piece of the bar is in view', async () => {
    const { container, user } = await open();
    const chart = container.querySelector<HTMLElement>('.chart');
    const bar = screen.getByRole('button', { name: /^Dựng pa-nô/ });
    if (!chart) throw new Error('no chart');
    const rect = (left: number, width: number) => () => new DOMRect(left, 200, width, 22);
    Object.defineProperty(chart, 'clientWidth', { value: 1000 });
    Object.defineProperty(chart, 'clientHeight', { value: 600 });
    chart.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 600);
    chart.scrollLeft = 2000;
    bar.getBoundingClientRect = rect(-1500, 1900);
    screen.getByRole('button', { name: /^Treo băng rôn/ }).focus();
    await user.keyboard('{ArrowRight}');
    expect(bar).toHaveFocus();
    expect(chart.scrollLeft).toBe(2000);
    bar.getBoundingClientRect = rect(-1500, 800);
    await user.keyboard('{ArrowLeft}{ArrowRight}');
    expect(chart.scrollLeft).toBeLessThan(500);
  });

  it('shows the same as a table', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Danh sách' }));
    const table = within(screen.getByRole('table', { name: 'Các việc' }));
    expect(table.getByRole('row', { name: /Phát hành tờ rơi/ })).toHaveTextContent('chưa có ngày');
    expect(table.getByRole('link', { name: 'Treo băng rôn' })).toHaveAttribute('href', '#/timeline?activity=a');
    const milestones = within(screen.getByRole('table', { name: 'Các mốc' }));
    expect(milestones.getAllByRole('row')).toHaveLength(3);
    expect(milestones.getByRole('row', { name: /Công đoàn Việt Nam/ })).toHaveTextContent('Đã ấn định · đề xuất');
  });

  it('has no axe violation, neither as chart nor as list', async () => {
    const { container, user } = await open();
    const check = async () => {
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await check()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Danh sách' }));
    expect(await check()).toEqual([]);
  });
});
