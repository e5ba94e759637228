import type { Component } from 'svelte';
import { book } from '$lib/book.svelte';
import { askAhead, forgetAhead } from '$lib/ipc/backend';
import { phaseOf } from '$lib/phase';
import { place } from '$lib/place.svelte';
import { ready } from '$lib/ready.svelte';
import type { Route, ScreenName } from '$lib/route';
import { STEP } from '../screens/history/lib';
import { NO_FILTER } from '../screens/ledger/lib';
import { reportShown, reportToOpen } from '../screens/reports/shown';

type Screen = Component<{ route: Route }>;
type Loader = () => Promise<Screen>;

const modules = import.meta.glob<{ default: Screen }>([
  '../screens/*/*Screen.svelte',
  '!../screens/overview/*',
  '!../screens/first-start/*',
]);

const loaders = new Map<string, Loader>(
  Object.entries(modules).map(([path, load]) => [path.split('/')[2] ?? '', async () => (await load()).default]),
);
const loaded = new Map<ScreenName, Screen>();

/** The screen at once if it has been shown before so that changing back does not flicker. */
export const shownBefore = (name: ScreenName): Screen | null => loaded.get(name) ?? null;

/** The screen, read from the program's own files when it is shown for the first time. */
export async function loadScreen(name: ScreenName): Promise<Screen> {
  const known = loaded.get(name);
  if (known) return known;
  const load = loaders.get(name);
  if (!load) throw new Error(`there is no screen ${name}`);
  const screen = await load();
  loaded.set(name, screen);
  void ready.announce();
  return screen;
}

/** A screen that takes longer is shown before what is on it. */
const PATIENCE_MS = 150;

/** What a screen asks for first. */
function ask({ screen, part }: Route): Promise<unknown> | null {
  const phase = phaseOf(book.state, part)?.code ?? '';
  switch (screen) {
    case 'overview':
      return Promise.all([askAhead('overview'), (book.state?.n_units ?? 0) > 0 ? askAhead('report_rates') : null]);
    case 'timeline':
    case 'board':
    case 'congresses':
      return askAhead(screen);
    case 'checklist':
      return Promise.all([askAhead('checklist', { phase }), askAhead('milestones')]);
    case 'figures':
      return Promise.all([askAhead('figure_table', { phase }), askAhead('return_marks', { phase })]);
    case 'reports':
      return askReport(part);
    case 'consolidation':
      return askAhead('consolidation', { phase });
    case 'register':
      return askAhead('register', { phase, structure: 'then' });
    case 'units':
      return askAhead('unit_tree', { on: null });
    case 'history':
      return askAhead('history', { limit: STEP });
    case 'ledger':
      return askAhead('ledger', { filter: NO_FILTER });
    case 'inbox':
    case 'settings':
      return null;
  }
}

/** The list says which report will be open; then all that is read of that one. */
async function askReport(part: string | null): Promise<void> {
  const rows = (await askAhead('list_reports')) ?? [];
  const phase = reportShown(rows, part, reportToOpen(rows));
  if (phase === null) return;
  await Promise.all([
    askAhead('report_draft', { phase }),
    askAhead('return_marks', { phase }),
    askAhead('report_check', { phase }),
    askAhead('report_versions', { phase }),
    askAhead('template_choice', { phase }),
  ]);
}

/**
 * Has what a screen needs before it takes the place of another one, so that the window is drawn once, and not first without
 * anything on it.
 */
export async function prepareScreen(route: Route): Promise<void> {
  forgetAhead();
  const isShown = route.screen === place.route.screen;
  const screen = isShown || route.screen === 'overview' ? null : loadScreen(route.screen);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const drawer = route.activity === null ? [] : [loadActivityDrawer(), askAhead('activity', { code: route.activity })];
  await Promise.race([Promise.allSettled([screen, isShown ? null : ask(route), ...drawer]), patience]);
}

const drawers = import.meta.glob<{ default: Component<{ code: string; onclose: () => void }> }>(
  '../lib/activity/ActivityDrawer.svelte',
);
const firstStarts = import.meta.glob<{ default: Component }>('../screens/first-start/FirstStartScreen.svelte');

async function only<T>(found: Record<string, () => Promise<{ default: T }>>): Promise<T> {
  const [load] = Object.values(found);
  if (!load) throw new Error('a part of the window is missing from the build');
  return (await load()).default;
}

export const loadActivityDrawer = () => only(drawers);
export const loadFirstStart = () => only(firstStarts);
export const loadPalette = async () => (await import('./Palette.svelte')).default;
export const loadPlanFileDialog = async () => (await import('./PlanFileDialog.svelte')).default;
export const loadKeyTable = async () => (await import('./KeyTable.svelte')).default;
