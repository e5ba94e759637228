import type { CheckRule, Finding, FormRule } from '../../ipc/bindings';
import type { check as vi } from '../vi/check';

type Fields = Record<string, string>;

const form: Record<FormRule, string> = {
  superior_missing: 'The line of the superior body is missing',
  number_zero: 'A number below 10 has one zero before it, any other has none',
  number_form: 'The number is written in figures',
  symbol_spaces: 'No spaces around “/” and “-” in number and symbol',
  symbol_capitals: 'Abbreviations in the symbol are capitals',
  symbol_type: 'The symbol of a report begins with BC',
  date_zero: 'Days below 10 and the months 1 and 2 have a zero before them; other months have none',
  place_capital: 'The name of the place begins with a capital',
  subject_reference: 'The subject of a report has no “V/v”',
  subject_stop: 'The subject ends without a stop',
  addressee_missing: 'A report to a superior body has “Kính gửi”',
  as_above_missing: 'Where there is “Kính gửi”, the recipients have “Như trên”',
  filed_missing: 'The last recipient begins with “Lưu:”',
  filed_not_last: 'The line “Lưu:” is the last of the recipients',
  authority_form: 'Power and title of the signer are capitals, abbreviations with a dot (TM., KT., TL., TUQ., Q.)',
  acting_line: 'The line “KT. CHỦ TỊCH” does not go with the form in use',
  signer_honours: 'No academic or honorary title before the name of the signer',
  end_mark: 'The mark “./.” only closes the text',
  heading_number: 'Headings are not numbered one after the other',
  clause_letters: 'Write “điểm a khoản 2 Điều 5”',
  holiday_letters: 'Names of holidays have their capitals',
  citation_incomplete: 'The first mention of a document says type, number, day, issuer and subject',
  annex_title: 'An annex has a title',
};

function ofForm(finding: Finding): string {
  const rule = finding.form === null ? 'Not as the official form wants it' : form[finding.form];
  const { found = '', expected = '' } = finding.fields;
  if (found === '') return rule;
  return expected === '' ? `${rule}: “${found}”` : `${rule}: “${found}”, should be “${expected}”`;
}

const section = (f: Fields): string => f.section || 'Opening';
const jumped = (f: Fields): string =>
  `${f.name}: ${f.old} ${f.unit} in the phase before, ${f.new} ${f.unit} in this one. Is it right?`;

const rules: Record<Exclude<CheckRule, 'of_form'>, (fields: Fields) => string> = {
  number_missing: () => 'The document has no number',
  number_used: (f) => `Number ${f.number} was used for the report of ${f.phase}`,
  date_missing: () => 'The document has no date',
  date_in_future: (f) => `The date ${f.date} has not come yet`,
  date_before_end: (f) => `The date ${f.date} lies before the end of the phase, ${f.end}`,
  place_missing: () => 'There is no place before the date',
  symbol_missing: () => 'The symbol lacks the abbreviation of the unit',
  addressee_missing: () => 'There is no addressee',
  recipients_missing: () => 'There are no recipients',
  archive_missing: () => 'The recipients lack the line “Lưu: …”',
  signer_name_missing: () => 'The signer has no name',
  signer_title_missing: () => 'The signer has no title',
  signer_authority_missing: () => 'The signer lacks the line of authority (TM. …)',
  other_term: (f) => `Names the term ${f.found}; the plan is of the term ${f.wanted}`,
  other_congress: (f) => `Names “${f.found}”; the plan says ${f.wanted}`,
  other_phase: (f) => `Names ${f.found} in the report of ${f.wanted}`,
  total_differs: (f) => `Says “${f.found}”; the figure ${f.name} is ${f.period} in this period, ${f.cumulative} so far`,
  total_unknown: (f) => `Says “${f.found}”, but the figure ${f.name} was not entered`,
  gap_left: (f) => `A place to fill in is left: ${f.found}`,
  section_empty: (f) => `${section(f)}: says nothing`,
  section_tells_nothing: (f) => `${section(f)}: says that nothing happened`,
  section_outdated: (f) => `${section(f)}: ticks or figures have changed since you wrote it`,
  indicators_missing: (f) => `${f.group}: ${f.n} ${f.n === '1' ? 'indicator' : 'indicators'} not filled in: ${f.names}`,
  figure_fell: jumped,
  figure_rose: jumped,
  figure_rule_broken: (f) => `${f.because} (now ${f.left} and ${f.right})`,
  changed_since_frozen: (f) =>
    `Since the cut-off on ${f.on}, ${f.units} units have reported, corrected or withdrawn; ${f.figures} totals differ. The report still has what was frozen`,
  activity_without_note: (f) => `Not done, and nothing is noted: ${f.title}`,
  evidence_missing: (f) => `The file ${f.file} of ${f.title} is gone`,
  sample_report: () => 'Sample book: its data is invented and cannot be sent',
};

/** The check before signing, and versions of what was sent. */
export const check: typeof vi = {
  title: 'Check before signing',
  severity: { must_mend: 'To mend', please_look: 'To look at' },
  seenMark: 'Seen',
  counts: (must, look, seen) => `${must} to mend · ${look} to look at · ${seen} seen`,
  must: (n) => `${n} to mend`,
  look: (n) => `${n} to look at`,
  hint: 'Click or press Enter to go to the place; arrows choose a line; D marks it as seen.',
  nothing: 'Nothing to mend was found. Do read it once more before it is signed.',
  list: 'What should be looked at',
  markSeen: 'Seen, it is right',
  unmark: 'Ask again',
  finding: (finding) => (finding.rule === 'of_form' ? ofForm(finding) : rules[finding.rule](finding.fields as Fields)),
  form,
  where: {
    head: {
      number: 'Number',
      dated_on: 'Date',
      addressees: 'Addressees',
      recipients: 'Recipients',
      signer: 'Signer',
    },
    settings: { unit: 'Settings › Unit', signers: 'Settings › Signers', book: 'Settings › Book' },
    figure: 'Figures',
    activity: 'Activity',
    consolidation: 'Consolidation',
  },
  beforeSending: (must) => `${must} ${must === 1 ? 'place' : 'places'} to mend. It can be marked as sent all the same.`,
  show: 'Show them',

  versions: 'Versions sent',
  noVersions: 'Nothing was sent yet. When it is, the report and its Word document are kept as they were.',
  version: (number) => `Version ${number}`,
  now: 'Now',
  sentOn: (day) => `sent on ${day}`,
  causes: {
    first: 'Sent first',
    returned: 'Sent again after it was returned',
    corrected: 'Correction of what was sent',
  },
  by: (who) => `by ${who}`,
  missing: 'The document is gone',
  saveDocument: 'Save the document again',
  savedAt: (path) => `Saved: ${path}`,
  correcting: (reason) => `What was sent is being corrected. Reason: ${reason}`,
  changed: (version, day) => `Since version ${version} was sent (${day}), figures or ticks have changed:`,
  changedMark: 'changed',
  more: (n) => `and ${n} more`,
  openReport: 'Open the report',
  compare: 'Compare',
  compareWith: 'Compare',
  and: 'with',
  comparing: (left, right) => `${left} and ${right}`,
  same: 'Both are the same.',
  headPart: 'Head and foot',
  textPart: 'Text',
  figurePart: 'Figures',
  activityPart: 'Activities',
  removed: 'removed',
  added: 'added',
  before: 'Before',
  after: 'After',
  difference: 'Difference',
  cumulative: 'cumulative',
  notThere: 'none',
  fields: {
    number: 'Number and symbol',
    dated_on: 'Date',
    place: 'Place',
    superior: 'Superior body',
    issuer: 'Unit',
    subject: 'Subject',
    addressees: 'Addressees',
    recipients: 'Recipients',
    signer: 'Signer',
  },
  correct: 'Correct what was sent',
  correctHint: 'What was sent is kept. Marking it as sent again makes a new version.',
  reason: 'Reason',
  begin: 'Begin to correct',
};
