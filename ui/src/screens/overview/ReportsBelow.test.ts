import { render, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { rate } from '../../test/office';
import { answerWith } from '../../test/program';
import ReportsBelow from './ReportsBelow.svelte';

const phase = (n: number) => ({ code: `dot${n}`, name: `Đợt ${n}` });

it('leads to those that are overdue, else to the summary', async () => {
  answerWith({
    report_rates: () => [
      { phase: phase(1), rate: rate({ expected: 1000, on_time: 235, late: 115, not_yet: 650, overdue: 650 }) },
      { phase: phase(2), rate: rate({ expected: 1008, not_yet: 1008 }) },
      { phase: phase(3), rate: rate({ expected: 0 }) },
    ],
  });
  render(ReportsBelow);
  await screen.findByText('350/1.000 đã có');
  const links = within(screen.getByRole('region', { name: 'Báo cáo của cấp dưới' })).getAllByRole('link');
  expect(links.map((link) => [link.textContent.replace(/\s+/g, ' ').trim(), link.getAttribute('href')])).toEqual([
    ['Đợt 1 350/1.000 đã có 650 quá hạn 115 trễ', '#/register/dot1?filter=overdue'],
    ['Đợt 2 0/1.008 đã có', '#/register/dot2?filter=summary'],
    ['Đợt 3 chưa có báo cáo nào phải nộp', '#/register/dot3?filter=summary'],
  ]);
});

it('says so before the first phase has begun', async () => {
  answerWith({ report_rates: () => [] });
  render(ReportsBelow);
  expect(await screen.findByText('chưa đợt nào bắt đầu')).toBeVisible();
});
