import { toDay, type Day } from '$lib/date';
import type { MilestoneKind, MilestoneView } from '$lib/ipc/bindings';
import { xOf, type Scale } from './lib';

/** Where a milestone stands: on its day, or anywhere within a window while nobody has said a day. */
export type MilestoneSpot =
  | { milestone: MilestoneView; kind: 'dated'; day: Day }
  | { milestone: MilestoneView; kind: 'window'; from: Day; to: Day };

/** A spot with the words beside it; `none` where there is no room, then the sign has a tooltip only. */
export type PlacedSpot = MilestoneSpot & { x: number; row: number } & Says & { side: 'left' | 'right' | 'none' };
type Says = { text: string; hasDate: boolean };

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
/** More rows than one are there for signs that would lie over each other; the second one for words too. */
const ROWS = [0, 1, 2];
const WORD_ROWS = [0, 1];
/** A piece of a row that a sign or its words take. */
type Room = { row: number; left: number; right: number; owner: PlacedSpot };

/** Gives room to the words: congresses first; the full name, else the short one; at the right, else at the left. */
export function placeSpots(spots: MilestoneSpot[], scale: Scale, rem: number, noDate: string): PlacedSpot[] {
  const end = xOf(scale, scale.to);
  const sign = 0.65 * rem;
  const taken: Room[] = [];
  const isFree = ({ row, left, right, owner }: Room): boolean =>
    taken.every((at) => at.owner === owner || at.row !== row || right < at.left - 2 || left > at.right + 2);
  const signOf = (spot: PlacedSpot, row: number): Room => ({
    row,
    left: spot.x - sign,
    right: spot.x + sign,
    owner: spot,
  });
  const placed = spots.map((spot): PlacedSpot => {
    const day = spot.kind === 'dated' ? spot.day + 0.5 : (spot.from + spot.to) / 2;
    return { ...spot, x: xOf(scale, day), row: 0, text: '', hasDate: false, side: 'none' };
  });
  const byRank = [...placed].sort((a, b) => RANK[a.milestone.kind] - RANK[b.milestone.kind]);
  const setSign = (spot: PlacedSpot): void => {
    spot.row = ROWS.find((row) => isFree(signOf(spot, row))) ?? 0;
    taken.push(signOf(spot, spot.row));
  };
  const setWords = (spot: PlacedSpot): void => {
    const ways = wordsFor(spot, noDate, sign, rem);
    const found = ways.find(
      ({ room }) => room.left >= 0 && room.right <= end && isFree(room) && isFree(signOf(spot, room.row)),
    );
    if (!found) return;
    for (const at of taken) if (at.owner === spot) at.row = found.room.row;
    Object.assign(spot, found.says, { side: found.side, row: found.room.row });
    taken.push(found.room);
  };
  byRank.forEach(setSign);
  byRank.forEach(setWords);
  return placed;
}

/** About how many rem the words take; a little too many rather than too few. */
export function widthOf({ text, hasDate }: Says): number {
  const letters = [...text].map((one) => (/[\p{Lu}\d]/u.test(one) ? 0.48 : /[\p{Ll}]/u.test(one) ? 0.385 : 0.26));
  return letters.reduce((sum, one) => sum + one, 0.4) + (hasDate ? 2.3 : 0);
}

type Choice = { says: Says; side: PlacedSpot['side']; room: Room };

/** Every way to write a spot, the best one first: a row of its own is better than to leave its day out. */
function wordsFor(spot: PlacedSpot, noDate: string, sign: number, rem: number): Choice[] {
  const all = choicesOf(spot, noDate);
  const other = WORD_ROWS.filter((row) => row !== spot.row);
  const inRow = (row: number, choices: Says[]): Choice[] =>
    choices.flatMap((says) => {
      const width = widthOf(says) * rem;
      const right = { row, left: spot.x + sign, right: spot.x + sign + width, owner: spot };
      const left = { row, left: spot.x - sign - width, right: spot.x - sign, owner: spot };
      return [
        { says, side: 'right', room: right },
        { says, side: 'left', room: left },
      ];
    });
  const [good, last] = [all.slice(0, -1), all.slice(-1)];
  return [good, last].flatMap((says) => [spot.row, ...other].flatMap((row) => inRow(row, says)));
}

function choicesOf(spot: MilestoneSpot, noDate: string): Says[] {
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
