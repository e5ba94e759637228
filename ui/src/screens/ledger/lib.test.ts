import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '$lib/ipc/bindings';
import { narrowed, NO_FILTER, shortHash } from './lib';

const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
  number: 1,
  direction: 'sent',
  kind: 'report',
  unit: null,
  unit_name: '',
  phase: 'dot1',
  version: 1,
  file_name: 'Bao-cao.docx',
  sha256: 'ab12cd34ef',
  on: '2023-07-20',
  at: '2023-07-20T02:30:00.000Z',
  who: 'an.nguyen',
  note: '',
  ...more,
});
const entries = [
  entry({}),
  entry({ number: 2, direction: 'received', kind: 'return', phase: 'dot2', note: 'LĐLĐ tỉnh' }),
  entry({ number: 3, kind: 'form', unit: 7, unit_name: 'CĐCS Trường Mầm non Hoa Ban' }),
];

describe('the lines of the ledger', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ direction: 'received' as const }, [2]],
    [{ kind: 'form' as const }, [3]],
    [{ phase: 'dot1' }, [1, 3]],
    [{ words: 'hoa  ban' }, [3]],
    [{ words: 'ldld' }, [2]],
    [{ direction: 'received' as const, words: 'hoa ban' }, []],
  ])('%o leaves %o', (filter, numbers) => {
    expect(narrowed(entries, { ...NO_FILTER, ...filter }).map((one) => one.number)).toEqual(numbers);
  });
  it('a hash is shown as people compare it', () => {
    expect(shortHash('ab12cd34ef')).toBe('AB12-CD34');
    expect(shortHash('')).toBe('');
  });
});
