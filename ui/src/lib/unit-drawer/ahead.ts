import { askAhead } from '$lib/ipc/backend';

/** Has what the drawer of a unit shows before it is opened, so that it is drawn once. */
export async function askUnitAhead(unit: number): Promise<void> {
  await Promise.all([
    askAhead('unit_detail', { unit }),
    askAhead('unit_reports', { unit }),
    askAhead('expected_of', { unit }),
  ]);
}
