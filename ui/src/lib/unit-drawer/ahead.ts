import { askAhead } from '$lib/ipc/backend';

/** Lines of its history that the drawer of a unit shows at first. */
export const FIRST_LINES = 10;

/** Has what the drawer of a unit shows before it is opened, so that it is drawn once. */
export async function askUnitAhead(unit: number): Promise<void> {
  await Promise.all([
    askAhead('unit_detail', { unit }),
    askAhead('unit_reports', { unit }),
    askAhead('expected_of', { unit }),
    askAhead('unit_history', { unit, limit: FIRST_LINES }),
  ]);
}
