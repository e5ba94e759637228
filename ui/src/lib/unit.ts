import type { BookState, UnitLevel } from './ipc/bindings';

const LOWEST: readonly UnitLevel[] = ['direct_grassroots', 'grassroots', 'occupational_union'];

/** Whether the office may have units below it: the lowest levels have none, unless somebody entered some. */
export function hasUnitsBelow(state: Pick<BookState, 'unit' | 'n_units'>): boolean {
  return state.n_units > 0 || (state.unit !== null && !LOWEST.includes(state.unit.level));
}
