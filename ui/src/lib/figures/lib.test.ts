import { describe, expect, it } from 'vitest';
import { isSame, readKey, readTyped, typedOf } from './lib';

describe('what was typed into a place', () => {
  it.each([
    ['24.500', 'number', '24.500'],
    ['  24500 ', 'number', '24500'],
    ['0', 'number', '0'],
    ['1.234,5', 'number', '1.234,5'],
    ['abc', 'number', 'abc'],
    ['', 'not_reported', ''],
    ['   ', 'not_reported', ''],
    ['k', 'nothing', ''],
    ['Không có', 'nothing', ''],
    ['khong co', 'nothing', ''],
    ['Không có'.normalize('NFD'), 'nothing', ''],
    ['a', 'not_applicable', ''],
    ['Không áp dụng', 'not_applicable', ''],
  ] as const)('%j is %s', (text, state, kept) => {
    expect(readTyped(text, false)).toEqual({ state, text: kept, isEstimate: false });
  });

  it('keeps the mark of an estimate for a number, and for nothing else', () => {
    expect(readTyped('12', true).isEstimate).toBe(true);
    expect(readTyped('k', true).isEstimate).toBe(false);
    expect(readTyped('', true).isEstimate).toBe(false);
  });
});

describe('a key', () => {
  const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...more });
  it.each([
    ['k', true, { state: 'nothing' }],
    ['A', true, { state: 'not_applicable' }],
    ['Delete', true, { state: 'not_reported' }],
    ['Delete', false, null],
    ['k', false, null],
    ['u', false, 'estimate'],
    ['Enter', false, 'commit'],
    ['ArrowUp', false, 'up'],
    ['Escape', false, 'revert'],
    ['F4', false, 'menu'],
    ['5', true, null],
    ['Process', true, null],
  ] as const)('%s in a place that is whole: %s gives %o', (key, isWhole, expected) => {
    expect(readKey(press(key), isWhole)).toEqual(expected);
  });

  it('is the input method’s own while it composes', () => {
    expect(readKey(press('Enter', { isComposing: true }), true)).toBeNull();
    expect(readKey(press('k', { isComposing: true }), true)).toBeNull();
  });
  it('with Ctrl is not a shortcut: Ctrl+A selects', () => {
    expect(readKey(press('a', { ctrlKey: true }), true)).toBeNull();
  });
  it('opens the menu with Alt and arrow down, and goes up with Shift+Enter', () => {
    expect(readKey(press('ArrowDown', { altKey: true }), false)).toBe('menu');
    expect(readKey(press('Enter', { shiftKey: true }), false)).toBe('up');
  });
});

describe('what the core says', () => {
  it('reads as what would be typed', () => {
    const cell = { state: 'number', value: 24500, text: '24.500', is_estimate: true } as const;
    expect(typedOf(cell)).toEqual({ state: 'number', text: '24.500', isEstimate: true });
    expect(typedOf({ ...cell, state: 'nothing', value: null, text: '' }).text).toBe('');
  });
  it('differs when only the mark of the estimate differs', () => {
    const typed = { state: 'number', text: '5', isEstimate: false } as const;
    expect(isSame(typed, { ...typed, isEstimate: true })).toBe(false);
    expect(isSame(typed, { ...typed })).toBe(true);
  });
});
