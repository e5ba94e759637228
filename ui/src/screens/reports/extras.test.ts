import { expect, test } from 'vitest';
import type { AnnexOffer, PhotoView } from '$lib/ipc/bindings';
import { changed, chartCode, chosen, moved, ticked, withAnnex } from './extras';

const offer = (code: string, is_included: boolean): AnnexOffer => ({
  code,
  kind: code.startsWith('chart:') ? 'chart' : 'links',
  title: '',
  count: 1,
  is_included,
});
const photo = (evidence: number, is_chosen = true): PhotoView => ({
  evidence,
  title: `${evidence}.jpg`,
  activity: 'Treo băng rôn',
  caption: `Ảnh ${evidence}`,
  is_chosen,
  is_large: false,
  is_missing: false,
});
const photos = [photo(3), photo(1), photo(2, false)];
const list = chosen(photos);
const ids = (list: { evidence: number }[] | null) => list?.map((one) => one.evidence);

test('ticking an annex keeps the others as they are', () => {
  const offers = [offer('figures', true), offer('links', false), offer('chart:progress', true)];
  expect(withAnnex(offers, 'links', true)).toEqual(['figures', 'links', 'chart:progress']);
  expect(withAnnex(offers, 'figures', false)).toEqual(['chart:progress']);
  expect(chartCode(offer('chart:figures:thu', true))).toBe('figures:thu');
});

test('a ticked photo comes last and an unticked one leaves', () => {
  expect(ids(list)).toEqual([3, 1]);
  expect(ids(ticked(list, photo(2, false), true))).toEqual([3, 1, 2]);
  expect(ids(ticked(list, photo(3), false))).toEqual([1]);
});

test('a photo goes one step up or down, and not out of the list', () => {
  expect(ids(moved(list, photo(1), -1))).toEqual([1, 3]);
  expect(ids(moved(list, photo(3), 1))).toEqual([1, 3]);
  expect(moved(list, photo(3), -1)).toBeNull();
  expect(moved(list, photo(1), 1)).toBeNull();
  expect(moved(list, photo(2, false), 1)).toBeNull();
});

test('a caption belongs to its photo alone', () => {
  expect(changed(list, photo(1), { caption: 'Hội nghị' }).map((one) => one.caption)).toEqual(['Ảnh 3', 'Hội nghị']);
});
