import { dmy } from '../../date';
import type { LedgerDirection, LedgerKind } from '../../ipc/bindings';
import { formatNumber } from '../../text';
import type { exchange as vi, exchangeErrors as viErrors } from '../vi/exchange';

type Fields = Record<string, string>;
const of = (fields: Fields, name: string): string => fields[name] ?? '…';

export const exchangeErrors: typeof viErrors = {
  key_unknown: (f: Fields) =>
    f['known']
      ? `The file of ${of(f, 'office')} is signed with the key ${of(f, 'found')}, another one than the known key (${of(f, 'known')}). Compare it by telephone before you take the file over.`
      : `The file of ${of(f, 'office')} is signed with the key ${of(f, 'found')}, which this book does not know yet. Compare it by telephone before you take the file over.`,
  file_of_other_unit: (f: Fields) => `This file is for another unit: ${of(f, 'unit')}.`,
  file_of_other_campaign: (f: Fields) => `This file belongs to another campaign (${of(f, 'plan')}).`,
  file_outdated: (f: Fields) =>
    `This file is about version ${of(f, 'version')} of the report; you have sent version ${of(f, 'sent')}. It need not be opened any more.`,
  file_of_other_report: (f: Fields) =>
    `This file is about version ${of(f, 'version')} of a report that this book has not sent. Open the book that sent it, or ask the sender.`,
};

const directions: Record<LedgerDirection, string> = { sent: 'Sent', received: 'Received' };
const kinds: Record<LedgerKind, string> = {
  campaign: 'Plan file',
  report: 'Report',
  form: 'Excel form',
  return: 'Return for correction',
  receipt: 'Receipt',
  forwarded: 'Forwarded',
};

export const exchange: typeof vi = {
  saved: (path) => `Saved: ${path}`,
  savedForms: (n, path) => `${formatNumber(n)} forms made in ${path}`,
  savedForwarded: (n, path) => `The report and ${formatNumber(n)} files of units were packed: ${path}`,
  showFolder: 'Open the folder',
  ofUnit: (name, phase) => `Files of ${name}, ${phase}`,
  form: 'Excel form',
  formHint: 'Make an Excel form for a unit without the program',
  enter: 'Enter for it',
  enterHint: 'Enter a report that came on paper or by telephone',
  giveBack: 'Return for correction',
  receipt: 'Receipt',
  returnTitle: (name, phase) => `Return for correction: ${name}, ${phase}`,
  returnIntro: 'Write what is to be mended at the figure or section itself. The unit sees the note there.',
  returnNote: 'To be mended on the whole',
  wantedBy: 'Wanted back by',
  markFigures: 'Figures',
  markSections: 'Sections of the report',
  markFind: 'Find a figure or section',
  markOf: (label) => `To be mended at: ${label}`,
  nMarks: (n) => `${formatNumber(n)} places to mend`,
  returnSave: 'Return and save the file…',
  receiptTitle: (name) => `Receipt for ${name}`,
  receiptIntro: 'Copy this line into a chat, or save it as a file, so that the unit’s program notes it by itself.',
  receiptLine: 'Line of the receipt',
  copyLine: 'Copy this line',
  copied: 'The line was copied',
  notCopied: 'This PC does not allow copying. Select the line and press Ctrl+C.',
  saveFile: 'Save the file…',
  enterTitle: (name, phase) => `Enter for: ${name}, ${phase}`,
  enteredFor: 'Title of who enters it',
  enteredForHint: 'For example: Officer of the communication board. No names of persons.',
  channel: 'How the report came',
  number: 'Number',
  datedOn: 'Day of the document',
  receivedOn: 'Day it came',
  scan: 'Scan or photo',
  chooseScan: 'Choose a file…',
  noScan: 'No file yet',
  enterFigures: 'Figures',
  enterFiguresHint:
    'A number, or: không có (none), không áp dụng (does not apply). Empty where the report says nothing.',
  badFigure: 'A number, “không có” or “không áp dụng”.',
  enterTexts: 'Texts',
  enterActivities: 'Activities done',
  enterSave: 'Save the report',
  sealedReturn: 'A report came back to be corrected',
  sealedReceipt: 'Receipt for a report',
  returnedBy: (office, phase, version, day) =>
    `${office} returned the report of ${phase}, version ${version}, on ${dmy(day)}.`,
  receivedBy: (office, phase, version, day) =>
    `${office} received the report of ${phase}, version ${version}, on ${dmy(day)}.`,
  acceptedBy: (office, phase, version, day) =>
    `${office} received and accepted the report of ${phase}, version ${version}, on ${dmy(day)}.`,
  wanted: (day) => `Wanted back by ${dmy(day)}.`,
  fingerprint: (code) => `Key of the sender: ${code}`,
  unknownKey:
    'This book does not know the key yet. Call the office above and compare it; if it is the same, tick below.',
  confirmKey: 'Compared by telephone: the key is right',
  taken: 'This file was opened before.',
  take: 'Take over',
  toReport: 'Correct and send again',
  later: 'Later',
  marksTitle: (office, day) => `${office} returned it on ${dmy(day)}`,
  goToMark: 'Go to the place',
  mark: 'To be mended',
  ledger: 'Sent and received',
  ledgerNote: 'Every file that was sent or came; it cannot be changed.',
  filters: 'Filter',
  direction: 'Direction',
  kind: 'Kind',
  phase: 'Phase',
  all: 'All',
  directions,
  kinds,
  find: 'Find unit, file, note',
  columns: {
    on: 'Day',
    direction: 'Direction',
    kind: 'Kind',
    unit: 'Unit',
    phase: 'Phase',
    file: 'File',
    who: 'Written by',
    note: 'Note',
  },
  ours: 'Our unit',
  version: (n) => `version ${n}`,
  empty: 'Nothing was sent or received yet',
  emptyText: 'Reports that are sent, files that come, receipts … all stand here.',
  nothing: 'No such line',
  nLines: (n) => `${formatNumber(n)} lines`,
  more: 'Show more',
  excel: 'Export to Excel',
  allForms: 'Excel forms for all units…',
  forward: 'Forward to the office above…',
  withEvidence: 'ZIP with evidence',
};
