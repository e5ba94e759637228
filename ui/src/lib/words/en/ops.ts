import { formatNumber } from '../../text';
import type { Op, StepLabel } from '../../ipc/bindings';
import type { ops as vi } from '../vi/ops';

type Verb = { name: string; done: string };

const verbs: Record<Op, Verb> = {
  set_up: { name: 'Set up the book', done: 'The book is set up' },
  set_unit: { name: 'Change our unit', done: 'Our unit was changed' },
  set_signer: { name: 'Change a signer', done: 'The signer was saved' },
  remove_signer: { name: 'Remove a signer', done: 'The signer was removed' },
  set_milestone: { name: 'Change the day of a milestone', done: 'The day of the milestone was changed' },
  set_due_rule: { name: 'Change when reports are due', done: 'The due days of reports were changed' },
  set_progress: { name: 'Mark progress', done: 'Marked' },
  set_note: { name: 'Change a note', done: 'The note was saved' },
  add_files: { name: 'Add evidence files', done: 'Evidence files were added' },
  add_link: { name: 'Add an evidence link', done: 'The link was added' },
  remove_evidence: { name: 'Remove evidence', done: 'The evidence was removed' },
  add_activity: { name: 'Add an activity of our own', done: 'The activity was added' },
  edit_activity: { name: 'Change an activity of our own', done: 'The activity was changed' },
  remove_activity: { name: 'Remove an activity of our own', done: 'The activity was removed' },
  set_figure: { name: 'Enter a figure', done: 'The figure was saved' },
  set_report_head: { name: 'Change head or foot of a report', done: 'Head and foot of the report were saved' },
  set_report_form: { name: 'Choose the official form of a report', done: 'The official form of the report was set' },
  set_form: { name: 'Change an official form', done: 'The official form was saved' },
  remove_form: { name: 'Remove an official form', done: 'The official form was removed' },
  set_report_section: { name: 'Change the text of a report', done: 'The text of the report was saved' },
  set_report_annexes: { name: 'Choose the annexes of a report', done: 'The annexes were chosen' },
  set_report_photos: { name: 'Choose the photos of a report', done: 'The photos of the report were saved' },
  set_report_state: { name: 'Change the state of a report', done: 'The state of the report was changed' },
  set_finding_seen: { name: 'A finding was seen', done: 'The finding was recorded' },
  correct_report: { name: 'Correct what was sent', done: 'The report is open for correction' },
  add_unit: { name: 'Add a unit', done: 'The unit was added' },
  edit_unit: { name: 'Change a unit below ours', done: 'The unit was saved' },
  remove_unit: { name: 'Remove a unit', done: 'The unit was removed' },
  change_structure: { name: 'Change the structure', done: 'The change of the structure was saved' },
  import_units: { name: 'Import units', done: 'The units were imported' },
  set_unit_kind: { name: 'Change a kind of units', done: 'The kind was saved' },
  set_level_due: { name: 'Set the due day of a level', done: 'The due day of the level was saved' },
  set_exception: { name: 'Set an exception', done: 'The exception was saved' },
  set_received: { name: 'Enter received reports', done: 'The register was saved' },
  set_late_by: { name: 'Change what counts as late', done: 'What counts as late was changed' },
  set_congress: { name: 'Enter a congress', done: 'The congress was saved' },
  add_reminders: { name: 'Enter reminders', done: 'The reminders were saved' },
  add_template: { name: 'Add a Word template', done: 'The Word template was kept' },
  remove_template: { name: 'Remove a Word template', done: 'The Word template was removed' },
  accept_files: { name: 'Accept report files', done: 'Report files were accepted' },
  set_report_template: { name: 'Choose the form of a report', done: 'The form was chosen' },
  amend_plan: { name: 'Amend the plan', done: 'The plan was amended' },
  issue_campaign: { name: 'Issue the plan file', done: 'The plan file was issued' },
  take_campaign: { name: 'Take a plan file over', done: 'The plan file was taken over' },
  return_report: { name: 'Return a report for correction', done: 'The report was returned for correction' },
  take_return: { name: 'Take a returned report over', done: 'The returned report was taken over' },
  give_receipt: { name: 'Give a receipt', done: 'The receipt stands in the ledger' },
  take_receipt: { name: 'Take a receipt over', done: 'The receipt was taken over' },
  make_forms: { name: 'Make Excel forms', done: 'The Excel form was made' },
  enter_report: { name: 'Enter a report for a unit', done: 'The report was entered for its unit' },
  forward_reports: { name: 'Forward reports', done: 'The reports were packed to be forwarded' },
  freeze_consolidation: { name: 'Freeze the figures', done: 'The figures were frozen' },
  pick_narrative: { name: 'Take a text into the report', done: 'Taken into the report' },
};

function sentence(verb: string, { subject, count }: StepLabel): string {
  if (count > 1) return `${verb}: ${formatNumber(count)} items`;
  return subject === '' ? verb : `${verb}: ${subject}`;
}

export const ops: typeof vi = {
  name: (label) => sentence(verbs[label.op].name, label),
  done: (label, verb) => sentence(verb ?? verbs[label.op].done, label),
  progress: {
    not_started: 'Tick removed',
    doing: 'Marked as in progress',
    done: 'Marked as done',
    not_applicable: 'Marked as not applicable',
  },
};
