import { dmy } from '../../date';
import type { PlanProblem, TemplateFault } from '../../ipc/bindings';
import type { errors as vi } from '../vi/errors';
import { campaignErrors } from './campaign';
import { exchangeErrors } from './exchange';
import { forms } from './forms';
import { planProblems } from './plan-file';
import { templates } from './templates';

type Fields = Record<string, string>;
const of = (fields: Fields, name: string): string => fields[name] ?? '…';
const day = (fields: Fields, name: string): string => {
  const said = fields[name];
  if (said === undefined) return '…';
  // Some refusals give the day as it is read already.
  return /^\d{4}-/.test(said) ? dmy(said) : said;
};
const named = (fields: Fields, name: string): string => (fields[name] ? ` “${fields[name]}”` : '');

const FIELDS: Record<string, string> = {
  name: 'The name',
  title: 'The title',
  superior: 'The superior body',
  place: 'The place name',
  symbol: 'The symbol',
  authority: 'The authority to sign',
  members: 'The number of members',
  note: 'The note',
  reason: 'The reason',
  url: 'The address',
  explanation: 'The explanation',
  number: 'The document number',
  text: 'The text',
  days_after_end: 'The number of days after the end of the phase',
  text_size: 'The text size',
  code: 'The code of the unit',
  followed_by: 'The department that follows the unit',
  'contact.title': 'The title of the contact',
  'contact.phone': 'The telephone number',
  'contact.email': 'The e-mail address',
  document: 'The document',
  units: 'The list of units',
  parts: 'The list of new units',
};
const field = (fields: Fields): string =>
  FIELDS[of(fields, 'field')] ?? forms.fields[of(fields, 'field')] ?? 'This field';

/** Why a file is no list, and what to do. */
const LIST_PROBLEMS: Record<string, string> = {
  damaged: 'the file is damaged or was not downloaded whole. Ask for it again, or open and save it in Excel.',
  too_big: 'it holds far more than a list of units. Copy the list into a new file.',
  word: 'it is a Word document. Copy the table into Excel and save it as .xlsx.',
  unknown_kind: 'it is no .xlsx, .xls, .ods or .csv file.',
  no_rows: 'it has no rows.',
  no_names: 'no column of unit names was found. Say which column it is, or call it “Tên đơn vị”.',
};

const NOT_A_PLAN: Record<string, (fields: Fields) => string> = {
  empty: () => 'The file is empty.',
  too_large: (f) => `The file has more than ${of(f, 'limit_mb')} MB, so it is not a plan file.`,
  encoding: () => 'The text of the file is not in UTF-8. Open it in Notepad and save it as UTF-8, and it can be used.',
  document: () => 'This is a document (Word, Excel, PDF or a packed file), not a plan file.',
  book: () => 'This is a book of the program, not a plan file.',
  sealed: () => 'This file was issued by an office; it is no template of a plan.',
};
const inField = (fields: Fields): string => (fields['field'] ? `, field “${fields['field']}”` : '');
const inLine = (fields: Fields): string => (fields['line'] ? ` at line ${fields['line']}` : '');
const planProblem = (fields: Fields): string => {
  const problem = planProblems[of(fields, 'problem') as PlanProblem] ?? 'not valid';
  return fields['value'] ? `${problem} (${fields['value']})` : problem;
};

export const errors: typeof vi = {
  not_found: (f) =>
    f['what'] === 'plan_file'
      ? `There is no plan file “${of(f, 'id')}”. It may have been removed or renamed, or the USB stick taken out.`
      : `There is no ${of(f, 'what')} “${of(f, 'id')}”. It may have been removed.`,
  too_new: (f) =>
    f['what'] === 'plan'
      ? 'This plan file is of a newer form that the program does not know. Install a newer version and open it again.'
      : f['what'] === 'file'
        ? 'A newer version of the program made this file. Install that version and open the file again.'
        : 'A newer version of the program made this book. Install that version and open it again; the book is untouched.',
  damaged: (f) => `The book${named(f, 'path')} is damaged. The program changes nothing in this file.`,
  not_a_book: (f) => `The file${named(f, 'path')} is not a book of this program.`,
  read_only: (f) =>
    `Unable to write to${named(f, 'path') || ' the folder of the book'}. Check the permissions and try again.`,
  busy: (f) =>
    f['path']
      ? `Another program (Word, perhaps) has the file ${f['path']} open. Close it there and try again.`
      : 'Another program is using this book. Close that program and try again.',
  disk_full: () => 'The disk is full. Free some space and try again.',
  io: (f) => `The file${named(f, 'path')} could not be read or written. Please try again.`,
  database: () => 'The data of the book could not be read or written. Close the program, open it and try again.',
  not_a_plan: (f) => NOT_A_PLAN[of(f, 'kind')]?.(f) ?? 'This is not a plan file.',
  bad_form: (f) => `The official form${named(f, 'form')} is wrong${inLine(f)}${inField(f)}: ${planProblem(f)}.`,
  form_fixed: (f) =>
    `The official form${named(f, 'form')} comes with the program and cannot be changed or removed. Make your own.`,
  form_in_use: (f) =>
    `The report ${of(f, 'phase')} is set to the form${named(f, 'form')}. Choose another form for it first.`,
  bad_plan: (f) =>
    `The plan file${named(f, 'plan')} is wrong at line ${of(f, 'line')}${inField(f)}: ${planProblem(f)}.`,
  not_set_up: () => 'The book is not set up yet. Go through the four steps first.',
  already_set_up: () => 'The book is set up already. Changes are made in Settings.',
  required: (f) => `${field(f)} must not be empty.`,
  too_long: (f) => `${field(f)} has ${of(f, 'length')} characters; at most ${of(f, 'limit')} are allowed.`,
  bad_number: (f) =>
    f['decimals'] && f['decimals'] !== '0'
      ? `“${of(f, 'text')}” is not a number. Write 1.234,5 (at most ${f['decimals']} digits after the comma).`
      : `“${of(f, 'text')}” is not a whole number. Write 1.234 or 1234.`,
  out_of_range: (f) => `${field(f)} must lie between ${of(f, 'from')} and ${of(f, 'to')}.`,
  bad_date: (f) => `“${of(f, 'text')}” is not a day. Write day/month/year, for instance 05/08/2023.`,
  dates_out_of_order: (f) => `The end (${day(f, 'end')}) must not lie before the start (${day(f, 'start')}).`,
  date_in_future: (f) => `${day(f, 'date')} has not come yet. Choose today or a day in the past.`,
  date_needed: () => 'An expected or fixed milestone needs a day.',
  reason_needed: () => 'Say why it does not apply.',
  file_vanished: (f) => `The evidence file${named(f, 'path')} is no longer there.`,
  file_too_large: (f) =>
    `The file${named(f, 'path')} has ${of(f, 'size_mb')} MB; at most ${of(f, 'limit_mb')} MB are allowed.`,
  not_a_file: (f) => `${named(f, 'path').trim() || 'This'} is a folder. Choose single files.`,
  evidence_changed: (f) => `The evidence file${named(f, 'path')} was changed after it had been added.`,
  bad_address: (f) => `“${of(f, 'text')}” is not a web address. An address begins with https:// or http://.`,
  figure_is_reckoned: () => 'This line is reckoned from others and cannot be typed.',
  nothing_to_undo: () => 'There is nothing to undo.',
  nothing_to_redo: () => 'There is nothing to redo.',
  touched_later: (f) =>
    f['subject']
      ? `This cannot be undone, because “${f['subject']}” was changed later. Undo the later change first.`
      : 'This cannot be undone, because the same thing was changed later. Undo the later change first.',
  plan_activity: () =>
    'This activity belongs to the plan and cannot be changed or removed. You can mark it “Not applicable”.',
  activity_in_use: (f) => `The activity${named(f, 'title')} has progress, evidence or figures and cannot be removed.`,
  last_signer: () => 'The book needs at least one signer.',
  folder_unreachable: ({ path = '' }) =>
    `The data folder ${path} cannot be reached. Plug in the stick or drive that it is on, then try again. Nothing in it was touched.`,
  place_fixed: (f) =>
    f['kind'] === 'portable'
      ? 'A portable program keeps its data beside it. To move them, copy the whole folder of the program.'
      : 'This folder was named when the program was started, so it cannot be moved here.',
  place_same: (f) => `The data lie in ${of(f, 'path')} already. Choose another folder.`,
  place_inside: (f) =>
    `${of(f, 'path')} lies within the present folder of the data, or holds it. Choose a folder elsewhere.`,
  place_holds_book: (f) => `There is a book in ${of(f, 'path')} already. Choose another folder.`,
  place_not_empty: (f) => `There is something else in ${of(f, 'path')} already. Choose an empty folder.`,
  place_is_kept: (f) =>
    `${f['keeper'] || 'Another PC of the network'} keeps ${of(f, 'path')}, so the book may lose data there. Choose a folder that is only on this PC.`,
  no_space: (f) =>
    `There is too little space at the new place: ${of(f, 'needed_mb')} MB are needed and ${of(f, 'free_mb')} MB are free. Remove files there, or choose another drive.`,
  copy_differs: (f) =>
    `The copy ${of(f, 'path')} is not like the original: the drive or stick may be faulty. The data are at the old place; choose another drive.`,
  picture_unreadable: (f) =>
    `The file${named(f, 'path')} is no picture that can be printed (JPEG, PNG and WebP can), or it is damaged. Choose another one.`,
  picture_too_large: (f) =>
    `The picture${named(f, 'path')} has ${of(f, 'width')} × ${of(f, 'height')} points, more than ${of(f, 'limit')} million. Make it smaller and add it again.`,
  too_many_photos: (f) =>
    `${of(f, 'count')} photos are chosen; a report holds ${of(f, 'limit')} at most. Take some out.`,
  ...campaignErrors,
  ...exchangeErrors,
  pages_not_set: () =>
    'The typesetter fails on this content. What you typed is kept and can still go to Word; change what you wrote last and try again.',
  bad_template: (f) => {
    const why =
      templates.faults[f['fault'] as TemplateFault]?.(of(f, 'found')) ??
      'Check it in Settings › Word templates of the office.';
    const where = f['paragraph'] ? ` (paragraph ${f['paragraph']}: “${of(f, 'text')}”)` : '';
    return `The Word template${named(f, 'path')} cannot be used${where}: ${why}`;
  },
  nothing_to_consolidate: () =>
    'No report with figures has come yet. Receive reports of the units first, then freeze the figures.',
  report_sent: () => 'The report was sent and cannot be changed. Set its state back to “Draft” first.',
  unit_not_there: (f) =>
    f['on']
      ? `On ${day(f, 'on')} the unit${named(f, 'unit')} does not exist yet, or no longer. Enter another day, or choose another unit.`
      : `The unit${named(f, 'unit')} exists only since ${day(f, 'from')}. Enter a first day.`,
  later_change: (f) =>
    `The unit${named(f, 'unit')} has a change from ${day(f, 'on')} on. Undo that change first, or enter a later day.`,
  units_below: (f) =>
    `There are still ${of(f, 'n')} units below${named(f, 'unit') || ' this unit'}: ${of(f, 'names')}. Move them first, or merge the unit to take them along.`,
  below_itself: (f) => `“${of(f, 'parent')}” is “${of(f, 'unit')}” itself or lies below it. Choose another unit.`,
  name_taken: (f) =>
    f['what'] === 'unit_kind'
      ? `There is a kind named “${of(f, 'name')}” already. Enter another name.`
      : `There is a unit named “${of(f, 'name')}” below ${f['parent'] || 'our unit'} already. Enter a name that tells them apart.`,
  code_taken: (f) => `The code ${of(f, 'code')} belongs to “${of(f, 'unit')}”. Choose another one.`,
  too_deep: (f) => `The tree of units must not have more than ${of(f, 'limit')} levels. Choose a unit further up.`,
  unit_in_use: (f) =>
    `The unit${named(f, 'unit')} has reports, a congress, units below it or other entries and cannot be removed. If it has ended, close it.`,
  bad_email: (f) => `“${of(f, 'text')}” is not an e-mail address.`,
  list_vanished: (f) => `The list${named(f, 'path')} is no longer where it was. Choose the file again.`,
  list_unreadable: (f) =>
    `The list${named(f, 'file')} cannot be read: ${LIST_PROBLEMS[of(f, 'problem')] ?? LIST_PROBLEMS['damaged']}`,
  list_locked: (f) =>
    `The file${named(f, 'file')} has a password. Open it in Excel, save it without one and choose it again.`,
  list_too_long: (f) =>
    `The list${named(f, 'file')} has more than ${of(f, 'limit')} rows. Split it into several files.`,
  list_changed: (f) =>
    `The file${named(f, 'file')} has changed since it was previewed. Look at it again before accepting.`,
  inbox_changed: () => 'The files have changed since they were looked at. Look again, then accept.',
  list_undecided: (f) => `${of(f, 'count')} lines may be known units. Decide each of them before accepting.`,
};
