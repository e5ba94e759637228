import type { TimelineBar } from '$lib/ipc/bindings';
import { SCREENS, type Route, type ScreenName } from '$lib/route';
import { fold, hasWords } from '$lib/text';

/** One thing that the search finds, with the place where it leads or what it does. */
export type Hit = {
  key: string;
  text: string;
  detail: string;
  folded: string;
} & (
  | { kind: 'screen' | 'activity'; to: Partial<Route> & { screen: ScreenName } }
  /** Something that is done at once. */
  | { kind: 'command'; run: () => void }
);

const MOST = 40;
const FIRST = 12;

export function screenHits(names: Record<ScreenName, string>, kind: string): Hit[] {
  return SCREENS.map((screen, i) => ({
    key: `screen-${screen}`,
    kind: 'screen',
    text: names[screen],
    detail: `${kind} · Alt+${i + 1}`,
    folded: fold(names[screen]),
    to: { screen },
  }));
}

export function commandHit(text: string, detail: string, run: () => void): Hit {
  return { key: `command-${text}`, kind: 'command', text, detail, folded: fold(`${text} ${detail}`), run };
}

export function activityHits(bars: TimelineBar[], phaseName: (number: number) => string): Hit[] {
  return bars.map((bar) => ({
    key: `activity-${bar.code}`,
    kind: 'activity',
    text: bar.title,
    detail: phaseName(bar.phase_number),
    folded: fold(`${bar.title} ${phaseName(bar.phase_number)}`),
    to: { screen: 'checklist', part: bar.phase, activity: bar.code },
  }));
}

/** What matches every word of the query, accents left out or not; without a query the first of all. */
export function findHits(hits: Hit[], query: string): Hit[] {
  if (query.trim() === '') return hits.slice(0, FIRST);
  return hits.filter((hit) => hasWords(hit.folded, query.trim())).slice(0, MOST);
}
