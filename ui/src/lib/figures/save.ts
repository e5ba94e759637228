import { book } from '$lib/book.svelte';
import { call, toBackendError } from '$lib/ipc/backend';
import { errorText } from '$lib/words/index.svelte';
import type { FigureRow } from '$lib/ipc/bindings';
import type { Saved, Typed } from './lib';

/**
 * Hands a figure to the core. No toast: whoever types forty numbers would see forty of them, and Ctrl+Z takes back all the
 * same.
 */
export async function saveFigure(
  phase: string,
  activity: string | null,
  row: Pick<FigureRow, 'indicator' | 'split'>,
  typed: Typed,
): Promise<Saved> {
  try {
    const { step } = await call('set_figure', {
      input: {
        phase,
        activity,
        indicator: row.indicator,
        split: row.split,
        state: typed.state,
        text: typed.text,
        is_estimate: typed.isEstimate,
      },
    });
    if (step !== null) await book.reload();
    return { error: '', isChanged: step !== null };
  } catch (reason) {
    return { error: errorText(toBackendError(reason)), isChanged: false };
  }
}
