import { book } from '../book.svelte';
import { call, toBackendError } from '../ipc/backend';
import type { ExchangePath, SavedExchange } from '../ipc/bindings';
import { toasts } from '../toasts.svelte';
import { errorText, words } from '../words/index.svelte';

type Place = { kind: ExchangePath; phase: string; unit: number | null };

/**
 * Asks where a file is to lie, has it written there, and says where it is. `null` if the user thought better of it or it was
 * refused; a refusal becomes a toast unless `onrefused` shows it.
 */
export async function saveExchange(
  { kind, phase, unit }: Place,
  write: (path: string) => Promise<SavedExchange>,
  { says, onrefused }: { says?: (saved: SavedExchange) => string; onrefused?: (text: string) => void } = {},
): Promise<SavedExchange | null> {
  try {
    const path = await call('choose_exchange_path', { kind, phase, unit });
    if (path === null) return null;
    const saved = await write(path);
    if (saved.outcome.step !== null) await book.reload();
    const w = words().exchange;
    const run = (): void => void call('show_in_folder', { path: saved.path });
    toasts.show('done', says?.(saved) ?? w.saved(saved.path), { label: w.showFolder, run });
    return saved;
  } catch (reason) {
    const text = errorText(toBackendError(reason));
    if (onrefused) onrefused(text);
    else toasts.show('error', text);
    return null;
  }
}
