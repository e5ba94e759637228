import { toDay, type Day } from '$lib/date';
import type { MilestoneKind, MilestoneView } from '$lib/ipc/bindings';
import { xOf, type Scale } from './lib';

/** Where a milestone stands: on its day, or anywhere within a window while nobody has said a day. */
export type MilestoneSpot =
  | { milestone: MilestoneView; kind: 'dated'; day: Day }
  | { milestone: MilestoneView; kind: 'window'; from: Day; to: Day };

/** A spot with the words beside it; `none` where there is no room, then the sign has a tooltip only. */
export type PlacedSpot = MilestoneSpot & { x: number; text: string; hasDate: boolean; side: 'left' | 'right' | 'none' };

/** The milestones that have a sign: not those that only bound a phase, nor those of which nothing is known at all. */
export function spotsOf(milestones: MilestoneView[]): MilestoneSpot[] {
  return milestones.flatMap((milestone): MilestoneSpot[] => {
    if (milestone.kind === 'boundary') return [];
    if (milestone.on !== null) return [{ milestone, kind: 'dated', day: toDay(milestone.on) }];
    const { not_before: from, not_after: to } = milestone;
    return from === null || to === null ? [] : [{ milestone, kind: 'window', from: toDay(from), to: toDay(to) + 1 }];
  });
}

const RANK: Record<MilestoneKind, number> = { congress: 0, deadline: 1, issue: 2, anniversary: 3, boundary: 4 };
type Room = [left: number, right: number];

/** Gives room to the words: congresses first; the full name, else the short one; at the right, else at the left. */
export function placeSpots(spots: MilestoneSpot[], scale: Scale, rem: number, noDate: string): PlacedSpot[] {
  const end = xOf(scale, scale.to);
  const sign = 0.65 * rem;
  const placed: PlacedSpot[] = spots.map((spot) => {
    const day = spot.kind === 'dated' ? spot.day + 0.5 : (spot.from + spot.to) / 2;
    return { ...spot, x: xOf(scale, day), text: '', hasDate: false, side: 'none' };
  });
  const taken: Room[] = placed.map(({ x }) => [x - sign, x + sign]);
  const isFree = ([left, right]: Room, own: number): boolean =>
    left >= 0 && right <= end && taken.every(([from, to], i) => i === own || right < from - 2 || left > to + 2);

  const byRank = placed.map((spot, i) => ({ spot, i })).sort((a, b) => rank(a.spot) - rank(b.spot));
  for (const { spot, i } of byRank) {
    for (const choice of choicesOf(spot, noDate)) {
      const width = (choice.text.length * 0.39 + (choice.hasDate ? 2.3 : 0.4)) * rem;
      const rooms: [PlacedSpot['side'], Room][] = [
        ['right', [spot.x + sign, spot.x + sign + width]],
        ['left', [spot.x - sign - width, spot.x - sign]],
      ];
      const found = rooms.find(([, room]) => isFree(room, i));
      if (!found) continue;
      Object.assign(spot, choice, { side: found[0] });
      taken.push(found[1]);
      break;
    }
  }
  return placed;
}

const rank = (spot: MilestoneSpot): number => RANK[spot.milestone.kind];

function choicesOf(spot: MilestoneSpot, noDate: string): { text: string; hasDate: boolean }[] {
  const { name, short_name } = spot.milestone;
  if (spot.kind === 'window') {
    return [`${name}: ${noDate}`, `${short_name}: ${noDate}`, noDate].map((text) => ({ text, hasDate: false }));
  }
  return [
    { text: name, hasDate: true },
    { text: short_name, hasDate: true },
    { text: short_name, hasDate: false },
  ];
}
