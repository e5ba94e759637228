import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, type Target } from './autosave.svelte';

const same = (left: string, right: string) => left.trim() === right.trim();
const target = (save: Target<string>['save'], base = 'cũ', key = 'a'): Target<string> => ({ key, base, save });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('saves after a pause in typing, once', async () => {
  const save = vi.fn(async () => undefined);
  const saving = new Autosave(target(save), same);
  saving.type('m');
  await vi.advanceTimersByTimeAsync(500);
  saving.type('mới');
  expect(saving.status).toBe('dirty');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(save.mock.calls).toEqual([['mới']]);
  expect(saving.status).toBe('saved');
});

test('does not send what says the same', async () => {
  const save = vi.fn(async () => undefined);
  const saving = new Autosave(target(save), same);
  saving.type('cũ ');
  expect(await saving.flush()).toBe(true);
  expect(save).not.toHaveBeenCalled();
});

test('keeps what is typed while an answer of the core comes in', async () => {
  const saving = new Autosave(
    target(async () => undefined),
    same,
  );
  saving.type('đang gõ');
  saving.open(target(async () => undefined, 'từ lõi'));
  expect(saving.value).toBe('đang gõ');
});

test('takes the answer of the core while nothing is typed', () => {
  const saving = new Autosave(
    target(async () => undefined),
    same,
  );
  saving.open(target(async () => undefined, 'sau khi hoàn tác'));
  expect(saving.value).toBe('sau khi hoàn tác');
});

test('saves again what was typed while it was being saved', async () => {
  let finish = (): void => undefined;
  const save = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const saving = new Autosave(target(save), same);
  saving.type('một');
  const flushed = saving.flush();
  saving.type('một hai');
  finish();
  await flushed;
  expect(saving.status).toBe('dirty');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(save.mock.calls).toEqual([['một'], ['một hai']]);
});

test('says why it could not be saved, and keeps the text', async () => {
  const saving = new Autosave(
    target(() => Promise.reject({ code: 'disk_full', message: 'Refused', fields: {} })),
    same,
  );
  saving.type('mới');
  expect(await saving.flush()).toBe(false);
  expect(saving.error?.code).toBe('disk_full');
  expect(saving.value).toBe('mới');
});

test('gives back what could not be saved when its editor opens again', async () => {
  const refused = target(() => Promise.reject({ code: 'busy', message: 'Refused', fields: {} }), 'cũ', 'again');
  const saving = new Autosave(refused, same);
  saving.type('không được mất');
  saving.close();
  await vi.advanceTimersByTimeAsync(0);
  const reopened = new Autosave(
    target(async () => undefined, 'cũ', 'again'),
    same,
  );
  expect(reopened.value).toBe('không được mất');
  expect(reopened.status).toBe('dirty');
});
