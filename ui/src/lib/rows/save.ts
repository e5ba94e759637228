import { call, toBackendError } from '$lib/ipc/backend';
import { toasts } from '$lib/toasts.svelte';
import { errorText } from '$lib/words/index.svelte';

/** Has a table written as a workbook where the user says, and tells where it is. */
export async function saveTable(
  ask: () => Promise<string | null>,
  say: { saved: (path: string) => string; showFolder: string },
): Promise<void> {
  try {
    const path = await ask();
    if (path === null) return;
    const run = (): void => void call('show_in_folder', { path });
    toasts.show('done', say.saved(path), { label: say.showFolder, run });
  } catch (reason) {
    toasts.show('error', errorText(toBackendError(reason)));
  }
}
