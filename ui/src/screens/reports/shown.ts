/** Which report is shown, and whether it can be changed. By itself, because the frame asks before the editor is there. */
import type { ReportRow, ReportState } from '$lib/ipc/bindings';

/** The core refuses to change a report in any other state. */
export function isEditable(state: ReportState): boolean {
  return state === 'draft' || state === 'returned';
}

/** The report of the phase that is asked for if there is one, otherwise the proposed one. */
export const reportShown = (rows: readonly ReportRow[], part: string | null, proposed: string | null): string | null =>
  rows.some((row) => row.phase === part) ? part : proposed;

/** The report to open first: the one that is late or due next and not sent, otherwise the first. */
export function reportToOpen(rows: readonly ReportRow[]): string | null {
  const open = rows.filter((row) => isEditable(row.state) && row.due_on !== null);
  const nearest = open.sort((a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? ''))[0];
  return (nearest ?? rows[0])?.phase ?? null;
}
