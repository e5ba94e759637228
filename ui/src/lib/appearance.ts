import type { Preferences, Theme } from './ipc/bindings';

const systemIsDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

export const resolveTheme = (theme: Theme, isDark: boolean): 'light' | 'dark' => {
  if (theme === 'system') return isDark ? 'dark' : 'light';
  return theme;
};

let wanted: Theme = 'system';

function applyTheme(): void {
  document.documentElement.dataset['theme'] = resolveTheme(wanted, systemIsDark());
}

/** Colours and size of the text. Every measure is in rem, so the size of the root is enough. */
export function applyPreferences(preferences: Preferences): void {
  wanted = preferences.theme;
  applyTheme();
  document.documentElement.style.fontSize = `${preferences.text_size}%`;
}

/** Follows the system while the preference says so; call once. */
export function followSystemTheme(): () => void {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', applyTheme);
  applyTheme();
  return () => query.removeEventListener('change', applyTheme);
}
