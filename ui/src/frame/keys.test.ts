import { describe, expect, it } from 'vitest';
import { isTextField, keyCommand } from './keys';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('keys of the window', () => {
  it.each([
    ['Alt+1', press('1', { code: 'Digit1', altKey: true }), { do: 'go', screen: 'overview' }],
    ['Alt+7 on the number pad', press('7', { code: 'Numpad7', altKey: true }), { do: 'go', screen: 'settings' }],
    ['Alt+8', press('8', { code: 'Digit8', altKey: true }), { do: 'go', screen: 'board' }],
    ['Alt+0', press('0', { code: 'Digit0', altKey: true }), null],
    ['Ctrl+K', press('k', { ctrlKey: true }), { do: 'search' }],
    ['Ctrl+Z', press('z', { ctrlKey: true }), { do: 'undo' }],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), { do: 'redo' }],
    ['Ctrl+Y', press('y', { ctrlKey: true }), { do: 'redo' }],
    ['F1', press('F1'), { do: 'keys' }],
    ['?', press('?', { shiftKey: true }), { do: 'keys' }],
    ['a letter', press('z'), null],
  ])('%s outside of a text', (_, pressed, command) => {
    expect(keyCommand(pressed, false)).toEqual(command);
  });

  it.each([
    ['Ctrl+Z', press('z', { ctrlKey: true })],
    ['Ctrl+Y', press('y', { ctrlKey: true })],
    ['?', press('?')],
  ])('%s in a text stays with the text', (_, pressed) => {
    expect(keyCommand(pressed, true)).toBeNull();
  });

  it('searches from within a text too', () => {
    expect(keyCommand(press('k', { ctrlKey: true }), true)).toEqual({ do: 'search' });
  });

  it('takes a tick box for no text field, and a text box for one', () => {
    const tick = Object.assign(document.createElement('input'), { type: 'checkbox' });
    expect(isTextField(tick)).toBe(false);
    expect(isTextField(document.createElement('input'))).toBe(true);
    expect(isTextField(document.createElement('textarea'))).toBe(true);
    expect(isTextField(document.body)).toBe(false);
  });
});
