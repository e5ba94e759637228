import { book } from './book.svelte';
import { call } from './ipc/backend';
import type { Overview } from './ipc/bindings';

/**
 * What the first screen needs, asked for at once and together: so the window is drawn once, with everything on it, and
 * not as a frame, then with data, then with other letters. On a slow PC each drawing is a tenth of a second.
 */
const overview: Promise<Overview | null> = call('overview').catch(() => null);

/** Every file that letters come from. `LETTERS` name both parts of a family that is cut by alphabet. */
const FONTS = [...[400, 500, 600, 700].map((weight) => `${weight} 1em Inter`), '600 1em "Be Vietnam Pro"'];
const LETTERS = 'aạ';

/** Resolves when the first screen can be drawn. Never rejects: what is missing is said by the screen itself. */
export async function readyToDraw(): Promise<void> {
  await Promise.allSettled([book.load(), overview, ...FONTS.map((font) => document.fonts.load(font, LETTERS))]);
}

let isTaken = false;

/** The overview: for the first one who asks, what was asked for at the start. */
export async function loadOverview(): Promise<Overview> {
  const first = isTaken ? null : await overview;
  isTaken = true;
  return first ?? (await call('overview'));
}
