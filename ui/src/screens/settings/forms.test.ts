import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FormLimit } from '$lib/ipc/bindings';
import { vi } from '$lib/words/vi';
import { formList, formProfile } from '../../test/fixtures';
import { PROPOSALS, SIGNING_VARIANTS, UNIT_LEVELS } from './lib';
import { copyOf, draftOf, holdsWhen, profileOf, typedNumber, unclearNames, wrongNumbers } from './forms';

/** The heads of the newest form, as its file has them: levels, superior, issuer, symbol, authority. */
function headsOfFile(): Map<string, Record<string, string>> {
  const text = readFileSync('../src-tauri/crates/core/forms/qd-933-2024.toml', 'utf8');
  const tables = text.split('[[heads]]').slice(1);
  const fields = tables.map((table) =>
    Object.fromEntries([...table.matchAll(/^(\w+) = \[?"([^"]*)"\]?$/gm)].map(([, name, value]) => [name, value])),
  );
  return new Map(fields.map((head) => [head['levels'] ?? '', head as Record<string, string>]));
}

const { forms: known, limits } = formList();
const limit = (field: string): FormLimit => limits.find((one) => one.field === field) ?? { field, from: 0, to: 0 };

it('the first start proposes for each level what the newest form says of its head', () => {
  const heads = headsOfFile();
  for (const level of UNIT_LEVELS) {
    const { name, superior, symbol, variant } = PROPOSALS[level];
    const line = (text: string): string => (text.endsWith(' ') ? `${text}…` : text);
    const proposed = [line(superior), line(name), symbol, SIGNING_VARIANTS[variant]?.authority];
    const head = heads.get(level);
    expect([head?.['superior'], head?.['issuer'], head?.['symbol'], head?.['authority']], level).toEqual(proposed);
  }
});

describe('a form that is edited', () => {
  it('is the same when nothing was typed', () => {
    expect(profileOf(draftOf(formProfile(), limits), limits)).toEqual(formProfile());
  });

  it.each([
    ['30', 30],
    [' 31 ', 31],
    ['29', null],
    ['36', null],
    ['3O', null],
    ['30,5', null],
    ['', null],
    ['-30', null],
  ])('reads %j of a margin as %j', (typed, number) => {
    const draft = draftOf(formProfile(), limits);
    draft.numbers['margins.left'] = typed;
    expect(typedNumber(draft, limit('margins.left'))).toBe(number);
    expect(wrongNumbers(draft, limits).map((one) => one.field)).toEqual(number === null ? ['margins.left'] : []);
    expect(profileOf(draft, limits).margins.left).toBe(number ?? 35);
  });

  it('is a copy under a code that nobody has, from today on, with nothing unclear in it', () => {
    const first = copyOf(formProfile(), known, 'Mẫu', '2026-11-21');
    expect(first).toMatchObject({
      code: 'rieng',
      name: 'Mẫu',
      valid_from: '2026-11-21',
      valid_until: null,
      unclear: [],
    });
    const own = { profile: first, is_own: true, holds: true };
    expect(copyOf(first, [own, ...known], 'Mẫu', '2026-11-21').code).toBe('rieng-2');
  });

  it('says when it holds and what is not known of it', () => {
    const form = formProfile();
    expect(holdsWhen({ ...form, valid_from: null, valid_until: null }, vi.forms)).toBe('Mọi thời gian');
    expect(holdsWhen(form, vi.forms)).toBe('Từ ngày 14/05/2024');
    expect(holdsWhen({ ...form, valid_until: '2025-01-01' }, vi.forms)).toBe('Từ ngày 14/05/2024 đến ngày 01/01/2025');
    expect(holdsWhen({ ...form, valid_from: null, valid_until: '2025-01-01' }, vi.forms)).toBe('Đến ngày 01/01/2025');
    const unclear = unclearNames({ ...form, unclear: ['margins', 'heads[0].superior', 'heads[2].superior'] }, vi.forms);
    expect(unclear).toEqual(['lề trang', 'đầu văn bản theo cấp đơn vị']);
  });
});
