import { describe, expect, it } from 'vitest';
import type { TimelineBar } from '$lib/ipc/bindings';
import { vi as catalogue } from '$lib/words/vi';
import { activityHits, commandHit, findHits, screenHits } from './palette';

const bar = (code: string, title: string): TimelineBar => ({
  code,
  title,
  lane: 'co-dong',
  phase: 'dot1',
  phase_number: 1,
  starts_on: null,
  due_on: null,
  drawn_from: '2023-01-01',
  drawn_to: '2023-01-31',
  state: 'not_started',
  days_late: null,
  is_own: false,
});
const hits = [
  ...screenHits(catalogue.frame.screens, 'Màn hình'),
  ...activityHits(
    [bar('a1', 'Treo băng rôn, khẩu hiệu'), bar('a2', 'Đăng bài trên cổng thông tin')],
    (n) => `Đợt ${n}`,
  ),
];

describe('the search', () => {
  it.each([
    ['bang ron', ['Treo băng rôn, khẩu hiệu']],
    ['dang bai', ['Đăng bài trên cổng thông tin']],
    ['dot 1 treo', ['Treo băng rôn, khẩu hiệu']],
    ['BÁO CÁO', ['Báo cáo', 'Sổ nhận báo cáo', 'Nhận báo cáo']],
    ['không có gì', []],
  ])('finds by “%s”', (query, texts) => {
    expect(findHits(hits, query).map((hit) => hit.text)).toEqual(texts);
  });

  it('finds a query that was typed in separate marks (NFD)', () => {
    expect(findHits(hits, 'băng rôn'.normalize('NFD'))).toHaveLength(1);
  });

  it('leads to the drawer of the activity in its checklist', () => {
    expect(findHits(hits, 'treo')[0]).toMatchObject({ to: { screen: 'checklist', part: 'dot1', activity: 'a1' } });
  });

  it('finds what can be done by what it is for', () => {
    const run = (): void => undefined;
    const open = commandHit(catalogue.planFile.openFile, catalogue.planFile.openFileHint, run);
    expect(findHits([...hits, open], 'tra lai')).toEqual([open]);
    expect(findHits([...hits, open], 'mo tep')).toEqual([open]);
  });
});
