import { afterEach, expect, test, vi } from 'vitest';
import type { ReportPages } from '$lib/ipc/bindings';
import { answerWith } from '../../test/program';
import { fromPlain } from './editor/text';
import { reportPages } from './fixtures';
import { annexPage, headStretch, Pages, photosPage, stretches, type Question } from './pages.svelte';

const asking = (typed: string): Question => ({
  phase: 'dot1',
  typed: { head: null, sections: [{ code: 'i', text: fromPlain(typed) }] },
});
const shown = () => reportPages().pages.map(({ svg, ...page }) => ({ ...page, url: `blob:${svg}` }));

afterEach(() => vi.restoreAllMocks());

test('a section that goes on over a page is marked on both, within their margins', () => {
  expect(stretches(reportPages().anchors, 'i', shown())).toEqual([
    { page: 0, top: 386, bottom: 785 },
    { page: 1, top: 71, bottom: 120 },
  ]);
  expect(stretches(reportPages().anchors, 'none', shown())).toEqual([]);
});

test('the head ends where the first section begins, and the annex begins where pages are counted anew', () => {
  expect(headStretch(reportPages().anchors)).toEqual([{ page: 0, top: 71, bottom: 300 }]);
  expect(headStretch([])).toEqual([]);
  expect(annexPage(shown())).toBe(2);
  expect(annexPage(shown().slice(0, 2))).toBe(-1);
});

test('photos begin where the last annex does, and nowhere while none is printed', () => {
  const two = [...shown(), ...shown().slice(2)];
  const photos = (count: number, is_included = true) =>
    [{ code: 'photos', kind: 'photos', title: '', count, is_included }] as const;
  expect(photosPage(two, photos(2))).toBe(3);
  expect(photosPage(two, photos(0))).toBe(-1);
  expect(photosPage(two, photos(2, false))).toBe(-1);
  expect(photosPage(shown().slice(0, 2), photos(2))).toBe(-1);
});

test('of what is typed while pages are being set only the last is asked, and a page that is known keeps its picture', async () => {
  const waiting: ((answer: ReportPages) => void)[] = [];
  const calls = answerWith({ report_pages: () => new Promise((resolve) => waiting.push(resolve)) });
  const pages = new Pages();
  for (const text of ['Đ', 'Đạ', 'Đại']) pages.ask(asking(text));
  expect(calls).toHaveLength(1);
  waiting[0]?.(reportPages());
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  expect(calls[1]?.args).toEqual({ ...asking('Đại'), known: ['page-1', 'page-2', 'page-3'] });
  const before = pages.shown.map((page) => page.url);
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const answer = reportPages().pages.map((page, at) =>
    at === 1 ? { ...page, hash: 'page-2b' } : { ...page, svg: null },
  );
  waiting[1]?.({ pages: answer, anchors: [] });
  await vi.waitFor(() => expect(pages.isSetting).toBe(false));
  expect(pages.shown.map((page) => page.url === before[pages.shown.indexOf(page)])).toEqual([true, false, true]);
  expect(revoked.mock.calls).toEqual([[before[1]]]);
});
