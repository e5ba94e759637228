/** Plan files of an office: finding one's unit among a thousand, and how a change reads. Pure. */
import { dmy } from '../date';
import type { CampaignChange, OfferedUnit } from '../ipc/bindings';
import { fold, hasWords } from '../text';

/** Rows that are drawn at once; whoever has more types another letter. */
export const SHOWN = 60;

/** What a unit is found by: its name and that of the unit above it, which tells schools of one name apart. */
export const foldOffered = (unit: OfferedUnit): string => fold(`${unit.name} ${unit.superior}`);

/** The units that have all words typed, in the order of the file; offices with units below them come first. */
export function findUnits(units: readonly OfferedUnit[], folded: readonly string[], query: string): OfferedUnit[] {
  const found = units.filter((_, at) => hasWords(folded[at] ?? '', query));
  return [...found.filter((unit) => unit.n_below > 0), ...found.filter((unit) => unit.n_below === 0)];
}

/** What stands in the columns before and after; `none` where there was or will be nothing to show. */
export function sides(change: CampaignChange, none: string): { before: string; after: string } {
  const hasDays = change.before_on !== null || change.after_on !== null;
  const side = (on: string | null, text: string): string => (on !== null ? dmy(on) : hasDays ? none : text);
  return { before: side(change.before_on, change.before), after: side(change.after_on, change.after) };
}
