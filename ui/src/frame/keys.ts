import { SCREENS, type ScreenName } from '$lib/route';

/** What a key of the whole window asks for. */
export type KeyCommand =
  { do: 'go'; screen: ScreenName } | { do: 'search' } | { do: 'undo' } | { do: 'redo' } | { do: 'keys' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Which command a key gives; in a text field the field keeps its own undo and its own "?". */
export function keyCommand(pressed: Pressed, isInText: boolean): KeyCommand | null {
  const { key, code, altKey, shiftKey } = pressed;
  const isControl = pressed.ctrlKey || pressed.metaKey;
  if (key === 'F1') return { do: 'keys' };
  if (altKey && !isControl) return screenOfDigit(code);
  if (isControl && !altKey) return controlCommand(key.toLowerCase(), shiftKey, isInText);
  return key === '?' && !isInText ? { do: 'keys' } : null;
}

function screenOfDigit(code: string): KeyCommand | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const screen = digit === undefined ? undefined : SCREENS[Number(digit) - 1];
  return screen === undefined ? null : { do: 'go', screen };
}

function controlCommand(key: string, isShift: boolean, isInText: boolean): KeyCommand | null {
  if (key === 'k') return { do: 'search' };
  if (isInText) return null;
  if (key === 'z') return { do: isShift ? 'redo' : 'undo' };
  return key === 'y' ? { do: 'redo' } : null;
}

/** True where typing goes into a text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.matches("[contenteditable='true']");
}
