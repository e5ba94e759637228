import { toDay, toIso, weekday, type IsoDate } from '$lib/date';
import type { MilestoneView, Overview, PhaseCounts, PhaseHead } from '$lib/ipc/bindings';

/** How a span of time stands to today. */
export type Moment =
  | { kind: 'coming'; days: number }
  | { kind: 'running'; days: number | null }
  | { kind: 'over'; days: number }
  | { kind: 'unknown' };

/** The phase in view: running (with its days left, if its end is known), still to come, over, or without any day. */
export function phaseMoment(phase: PhaseHead, today: IsoDate, daysLeft: number | null): Moment {
  if (daysLeft !== null && daysLeft < 0) return { kind: 'over', days: -daysLeft };
  if (phase.starts_on === null) return { kind: 'unknown' };
  const until = toDay(phase.starts_on) - toDay(today);
  return until > 0 ? { kind: 'coming', days: until } : { kind: 'running', days: daysLeft };
}

/** The congress: on its days it is running, before them it comes, and without a day it is unknown. */
export function congressMoment(congress: MilestoneView, today: IsoDate): Moment {
  if (congress.certainty === 'unknown' || congress.on === null) return { kind: 'unknown' };
  const until = toDay(congress.on) - toDay(today);
  if (until > 0) return { kind: 'coming', days: until };
  const left = toDay(congress.until ?? congress.on) - toDay(today);
  return left >= 0 ? { kind: 'running', days: left } : { kind: 'over', days: -left };
}

/** Widths of the parts of a phase's bar, in percent of what applies. */
export function barShares(counts: PhaseCounts): { done: number; doing: number; late: number } {
  const share = (n: number): number => (counts.applicable === 0 ? 0 : (n / counts.applicable) * 100);
  return { done: share(counts.done), doing: share(counts.doing), late: share(counts.late) };
}

/** The coming Sunday, with which the week ends. */
export function endOfWeek(today: IsoDate): IsoDate {
  const day = toDay(today);
  return toIso(day + 6 - weekday(day));
}

export const phaseInView = (overview: Overview): PhaseHead | null =>
  overview.phases.find((phase) => phase.code === overview.phase_in_view) ?? overview.phases[0] ?? null;
