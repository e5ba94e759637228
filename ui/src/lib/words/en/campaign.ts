import { dmy } from '../../date';
import { formatNumber } from '../../text';
import type { campaign as vi, campaignErrors as viErrors } from '../vi/campaign';

type Fields = Record<string, string>;
const of = (fields: Fields, name: string): string => fields[name] ?? '…';

const OTHER_KINDS: Record<string, string> = {
  report: 'a report',
  return: 'a report that was returned',
  receipt: 'a receipt',
};

export const campaignErrors: typeof viErrors = {
  file_damaged: () => 'The file is damaged or was not downloaded whole. Ask the sender for it again.',
  file_forged: () =>
    'The signature of the file is wrong: it was changed after it was signed, or it is a forgery. Ask the sender for it again.',
  file_of_other_kind: (f) => `This is ${OTHER_KINDS[of(f, 'kind')] ?? 'a file of another kind'}, not a plan file.`,
  plan_older: (f) =>
    `This file is version ${of(f, 'version')}; the book has version ${of(f, 'taken')}, which is newer.`,
  issuer_differs: (f) =>
    `The file says that it is from ${of(f, 'issuer')}, but its key is ${of(f, 'found')}; the plan of the book came with the key ${of(f, 'taken')}. Ring your superior body up and compare.`,
  other_plan: (f) => `The file is of another plan (“${of(f, 'plan')}”); this book carries out “${of(f, 'ours')}”.`,
  own_plan: () => 'This very book issued the file. Send it to the units below.',
  campaign_not_ours: (f) => `${of(f, 'issuer')} issued the plan. Pass its file on as it came.`,
};

export const campaign: typeof vi = {
  title: 'Plan file of your superior body',
  issued: (issuer, version, day) => `${issuer} issued version ${version} on ${dmy(day)}`,
  note: 'Note',
  fingerprint: 'Fingerprint of the key',
  fingerprintHint: 'Not sure that the file is genuine? Compare this by telephone.',
  sample: 'Invented data.',
  subtitle: 'The plan file sets the book up in one step; everything can be changed in Settings later.',
  who: 'Which unit are you?',
  whoIntro: 'Choose your unit in the list of your superior body. Activities, due days and the report come with it.',
  find: 'Find a unit',
  units: 'Units of the file',
  found: (shown, all) =>
    shown < all ? `${formatNumber(shown)} of ${formatNumber(all)} units, type more` : `${formatNumber(all)} units`,
  nothing: 'No unit has such a name.',
  level: {
    province: 'province',
    district: 'district',
    sector: 'sector',
    public_employees: 'public employees',
    commune: 'commune',
    direct_grassroots: 'direct grassroots',
    grassroots: 'grassroots',
    occupational_union: 'occupational union',
  },
  below: (n) => `${formatNumber(n)} units below`,
  chosen: 'Your unit',
  rest: 'What the file does not say: place, symbol and who signs',
  chooseFirst: 'Choose your unit first.',
  begin: 'Set the book up',
  drop: 'Do not use this file',
  joining:
    'The book carries out this plan. With the file your unit gets the name that it has in files; ticks, figures and texts stay.',
  amendment: (before, after) =>
    `The book has version ${before}; this is version ${after}. Ticks, figures and texts stay.`,
  same: (version) => `The book has this very version ${version}. There is nothing to do.`,
  noChanges: 'Nothing changes for your unit.',
  changes: (n) => `${formatNumber(n)} changes for your unit`,
  confirmUnit: 'Your unit in the file',
  kind: 'Change',
  what: 'Activity, milestone, unit',
  before: 'Before',
  after: 'After',
  none: 'none',
  kinds: {
    our_unit: 'Your unit',
    report_due: 'Report due',
    milestone: 'Milestone',
    activity_new: 'New activity',
    activity_gone: 'Activity gone',
    activity_title: 'Activity retitled',
    activity_due: 'Activity due',
    indicator_new: 'New indicator',
    indicator_gone: 'Indicator gone',
    plan_text: 'Wording of the plan',
    unit_new: 'New unit',
    unit_name: 'Unit renamed',
    unit_place: 'Unit moved',
    unit_gone: 'Unit no longer in the file',
  },
  take: 'Take the changes',
  takeFile: 'Take the plan file',
  later: 'Later',
  issue: 'Issue the plan file',
  issueIntro:
    'One signed file: the plan, the milestones, the due days and the list of the units below. Each unit opens it and chooses its name.',
  issueNext: (version, units) => `Version ${version}, ${formatNumber(units)} units`,
  issueSame: (version, day) =>
    `Nothing has changed since version ${version} (${dmy(day)}): it is saved again as it was.`,
  issueNote: 'Note of this version',
  issueNoteHint: 'The units read it when they open the file.',
  issueSave: 'Issue and save…',
  amend: 'Amend the plan from a file…',
  amendHint:
    'When the plan was amended by another document: activities, indicators and wording follow the new plan file.',
  amendTitle: 'Amend the plan',
  amendIntro: 'Ticks, figures and texts stay. Issue a new version to the units afterwards.',
  amendChanges: (n) => `${formatNumber(n)} ${n === 1 ? 'change' : 'changes'} in the plan`,
  amendNone: 'This file is the plan of the book as it is; there is nothing to amend.',
  amendTake: 'Amend the plan',
  amendOther: 'This file does not hold the text of a plan. Choose the plan file that the book was made from, amended.',
  passIntro: (issuer, version) =>
    `${issuer} issued the plan; the book has version ${version}. Pass that file on as it came: each unit chooses its name.`,
  passSave: 'Save it to pass it on…',
  saved: (path) => `Saved: ${path}`,
  message: 'Text to send with it',
  copy: 'Copy the text',
  copied: 'The text is on the clipboard',
  notCopied: 'The system does not allow it. Select the text and press Ctrl+C.',
  showFolder: 'Open the folder',
};
