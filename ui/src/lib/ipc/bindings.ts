// Written by `cargo test -p app` (src-tauri/src/typescript.rs) from the Rust types. Do not edit.

/** All that is known of one activity. */
export type ActivityDetail = {
  /** Its line in the checklist. */
  item: ChecklistItem;
  /** What is meant, in a few sentences. */
  explanation: string;
  /** Place in the plan, in full: "Mục III.1, gạch đầu dòng thứ nhất". */
  place: string;
  /** Who must do it, in words. */
  who: string;
  /** Contents of the plan's section II that it serves. */
  contents: Array<string>;
  /** What the official noted. */
  note: string;
  /** Files and links. */
  evidence: Array<Evidence>;
  /** Figures that belong to it; those that the plan suggests come first. */
  figures: Array<FigureRow>;
  /** Code of the plan's activity it is attached to, for one of our own. */
  attached_to: string | null;
  /** Its last changes, the newest first. */
  history: Array<HistoryEntry>;
};

/** An activity that differs. */
export type ActivityDifference = {
  /** Its code. */
  code: string;
  /** Its title. */
  title: string;
  /** State at the left; `None` if it was not there. */
  left: ProgressState | null;
  /** State at the right. */
  right: ProgressState | null;
  /** Day it was done, at the left. */
  left_done_on: string | null;
  /** Day it was done, at the right. */
  right_done_on: string | null;
};

/** Kinds of annexes, in the order in which they are printed. */
export type AnnexKind = "figures" | "activities" | "links" | "chart" | "photos" | "fingerprint";

/** An annex that a report can have. */
export type AnnexOffer = {
  /** "figures", "activities", "links", "photos", "fingerprint", or "chart:" and the code of a chart. */
  code: string;
  /** What it is. */
  kind: AnnexKind;
  /** Title of a chart; empty for the others. */
  title: string;
  /** How much is in it: lines, links, photos, bars. */
  count: number;
  /** True if the report has it. One in which nothing is, is not printed. */
  is_included: boolean;
};

/** A file of which somebody said whose it is. */
export type AssignedUnit = {
  /** Which file. */
  file: string;
  /** Whose. */
  unit: UnitId;
};

/** What a plan file does not say of our unit. */
export type Beginning = {
  /** Place name before the date of a document. */
  place: string;
  /** Letters after the hyphen of a document's symbol. */
  symbol: string;
  /** Who signs. */
  signer: Signer;
};

/** The board: units by phases and stages. */
export type Board = {
  /** The columns. */
  columns: Array<BoardColumn>;
  /** Codes and names of the phases, for the reports. */
  phases: Array<Named>;
  /** Every unit after its parent. */
  rows: Array<BoardRow>;
  /** All of them. */
  total: BoardRow;
};

/** One cell: activities done of those that apply, for the unit and all below it. */
export type BoardCell = {
  /** Finished. */
  done: number;
  /** That apply. */
  applicable: number;
};

/** A column of the board: a phase, or a stage of one. */
export type BoardColumn = {
  /** Code of the phase. */
  phase: string;
  /** Code of the stage; empty for the whole phase. */
  stage: string;
  /** Heading. */
  title: string;
  /** False before its first day: no number is shown. */
  is_open: boolean;
};

/** One unit on the board. */
export type BoardRow = {
  /** Which unit. */
  unit: UnitId;
  /** Unit above it; `None`: ours. */
  parent: UnitId | null;
  /** Its name. */
  name: string;
  /** Its level. */
  level: UnitLevel;
  /** 0 directly below our unit. */
  depth: number;
  /** One per column; the window gets those up to the last open one. */
  cells: Array<BoardCell>;
  /** Its reports and those below it, one per phase. */
  reports: Array<ReportRate>;
  /** Days by which its own reports are overdue or were late, one per phase. */
  days_late: Array<number | null>;
  /** True if one of them is or was. */
  has_late: boolean;
};

/** What every screen needs to know of the book. */
export type BookState = {
  /** Version of the program. */
  version: string;
  /** Today, or the day that is rehearsed. */
  today: string;
  /** True if `today` is not the day of the clock. */
  is_rehearsal: boolean;
  /** True for the book with invented data. */
  is_sample: boolean;
  /** Folder of the book. */
  folder: string;
  /** `None` until the book is set up. */
  unit: OurUnit | null;
  /** `None` until the book is set up. */
  campaign: CampaignHead | null;
  /** All signers, the default one first. */
  signers: Array<Signer>;
  /** When reports are due; `None` until the book is set up. */
  due_rule: DueRule | null;
  /** How the window looks. */
  preferences: Preferences;
  /** What Ctrl+Z would take back. */
  undo: StepLabel | null;
  /** What Ctrl+Y would do again. */
  redo: StepLabel | null;
  /** Activities that are late, over all phases. */
  n_late: number;
  /** Reports that are late. */
  n_late_reports: number;
  /** Units below ours that exist today. */
  n_units: number;
};

/** One line of the preview of an amendment. Days where the thing has days, texts where it has texts; empty: there was or will
 * be none. */
export type CampaignChange = {
  /** What it speaks of. */
  kind: CampaignChangeKind;
  /** Title of the activity, name of the phase, milestone, figure or unit. */
  title: string;
  /** Text before. */
  before: string;
  /** Text after. */
  after: string;
  /** Day before. */
  before_on: string | null;
  /** Day after. */
  after_on: string | null;
};

/** What a line of the preview of an amendment speaks of. */
export type CampaignChangeKind = "our_unit" | "report_due" | "milestone" | "activity_new" | "activity_gone" | "activity_title" | "activity_due" | "indicator_new" | "indicator_gone" | "plan_text" | "unit_new" | "unit_name" | "unit_place" | "unit_gone";

/** The campaign of the book, short. */
export type CampaignHead = {
  /** Code of the plan template. */
  plan: string;
  /** Title of the plan. */
  title: string;
  /** "Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022". */
  document: string;
  /** Motto of the congress. */
  motto: string;
  /** "2023 - 2028". */
  term: string;
  /** The phases. */
  phases: Array<PhaseHead>;
  /** Forms of communication: code and short name, in the order of the plan. */
  forms: Array<Named>;
};

/** How our book stands to the plan file of its campaign. */
export type CampaignIssue = {
  /** True if another office leads the campaign: its file is passed on, not issued anew. */
  is_led_by_other: boolean;
  /** The version that we issued or took over last; 0 for none. */
  version: number;
  /** Day it was issued. */
  issued_on: string | null;
  /** The version that issuing now would give: the same as `version` if nothing has changed. */
  next_version: number;
  /** A name for its file; that of the one that is passed on, if another office leads the campaign. */
  file_name: string;
  /** How many units it would have. */
  n_units: number;
  /** Name of the office that leads the campaign. */
  issuer: string;
  /** Fingerprint of its key. */
  fingerprint: string;
};

/** A plan file, looked at before it is taken over. */
export type CampaignOffer = {
  /** How it stands to the book. */
  standing: OfferStanding;
  /** Its version. */
  version: number;
  /** The version that the book has; 0 without one. */
  taken_version: number;
  /** Day it was issued. */
  issued_on: string;
  /** Name of the office that leads the campaign. */
  issuer: string;
  /** Fingerprint of its key, to be compared by telephone. */
  fingerprint: string;
  /** What the office says of this version; may be empty. */
  note: string;
  /** The plan. */
  plan: PlanHead;
  /** True for invented data. */
  is_sample: boolean;
  /** Units to choose ours from, each after the one above it. */
  units: Array<OfferedUnit>;
  /** The unit of `units` that is ours already, or that has our name; `None` if nobody can tell. */
  unit: string | null;
  /** True while `unit` is only a guess by its name, or there is none: the user says it. */
  is_unit_open: boolean;
  /** What would change for `unit`; empty for an empty book. */
  changes: Array<CampaignChange>;
};

/** How sure the day of a milestone is. */
export type Certainty = "unknown" | "expected" | "fixed";

/** That figures or ticks are no longer what was sent. */
export type ChangedSinceSent = {
  /** Code of the phase. */
  phase: string;
  /** "Đợt 1". */
  phase_name: string;
  /** The last version. */
  version: number;
  /** Day it was sent. */
  sent_on: string;
  /** Figures that differ. */
  figures: Array<FigureDifference>;
  /** Activities that differ. */
  activities: Array<ActivityDifference>;
};

/** A unit that is no longer as at the cut-off. */
export type ChangedUnit = {
  /** Which unit. */
  unit: UnitId;
  /** Its name. */
  name: string;
  /** What became of it. */
  change: SinceFrozen;
};

/** How a report came. */
export type Channel = "program" | "word" | "excel" | "paper" | "telephone";

/** A chart. */
export type ChartRef = {
  /** Code of the chart among those that the report offers. */
  chart: string;
  /** What stands below it; may be empty. */
  caption: string;
};

/** What is looked for. The sentences are in the catalogues; the comment names the fields that they take. */
export type CheckRule = "number_missing" | "number_used" | "date_missing" | "date_in_future" | "date_before_end" | "place_missing" | "symbol_missing" | "addressee_missing" | "recipients_missing" | "archive_missing" | "signer_name_missing" | "signer_title_missing" | "signer_authority_missing" | "other_term" | "other_congress" | "other_phase" | "total_differs" | "total_unknown" | "gap_left" | "section_empty" | "section_tells_nothing" | "section_outdated" | "indicators_missing" | "figure_fell" | "figure_rose" | "figure_rule_broken" | "changed_since_frozen" | "activity_without_note" | "evidence_missing" | "sample_report" | "of_form";

/** The checklist of one phase. */
export type Checklist = {
  /** The phase. */
  phase: PhaseHead;
  /** Groups in the order of the plan; those without an item are left out. */
  groups: Array<ChecklistGroup>;
  /** Items in the order of the groups. */
  items: Array<ChecklistItem>;
};

/** A heading of the checklist. */
export type ChecklistGroup = {
  /** Code in the plan. */
  code: string;
  /** Name on the screen. */
  name: string;
};

/** One line of a checklist. */
export type ChecklistItem = {
  /** Code of the activity, unique in the campaign. */
  code: string;
  /** Short imperative title. */
  title: string;
  /** Code of the group under which the checklist shows it. */
  group: string;
  /** Code of its phase. */
  phase: string;
  /** Code of its stage, if it belongs to one. */
  stage: string | null;
  /** Codes of its forms of communication, the main one first. */
  forms: Array<string>;
  /** First day, if it is known. */
  starts_on: string | null;
  /** Day it is due, if it is known. */
  due_on: string | null;
  /** True where the day is a proposal of the program. */
  is_proposed: boolean;
  /** Where it stands. */
  state: ProgressState;
  /** Day on which it was done. */
  done_on: string | null;
  /** Why it does not apply. */
  reason: string;
  /** Days after the due day, for one that is not done: 1 or more; `None` if not late. */
  days_late: number | null;
  /** Days until the due day, for one that is not done nor late. */
  days_left: number | null;
  /** True if something is noted. */
  has_note: boolean;
  /** Files and links. */
  n_evidence: number;
  /** Figures entered for it. */
  n_figures: number;
  /** True for one that the unit added itself. */
  is_own: boolean;
  /** Place in the plan, short: "III.1". */
  place: string;
};

/** What went wrong. */
export type CommandError = {
  /** Which refusal or failure; the catalogue has the words. */
  code: ErrorCode;
  /** What we were doing, in English, for a report of the fault. */
  message: string;
  /** What the words speak of. */
  fields: { [key in string]: string };
};

/** A field of the head that can differ. */
export type ComparedField = "number" | "dated_on" | "place" | "superior" | "issuer" | "subject" | "addressees" | "recipients" | "signer";

/** A new key of a unit, compared by telephone. */
export type ConfirmedKey = {
  /** Whose. */
  unit: UnitId;
  /** The fingerprint that was compared. */
  fingerprint: string;
};

/** The congress of a unit. */
export type Congress = {
  /** Which unit. */
  unit: UnitId;
  /** Day it is planned for. */
  planned_on: string | null;
  /** First day it was held. */
  held_on: string | null;
  /** Last day, if it took several. */
  held_until: string | null;
  /** Where. */
  place: string;
  /** Đại hội điểm. */
  is_pilot: boolean;
  /** Official delegates. */
  delegates: number | null;
  /** What came out of it; may be empty. */
  result: string;
};

/** Congresses of a level: how many are held, and what that says of the milestone. */
export type CongressLevel = {
  /** The milestone that the level's congresses must be held by: its code. */
  milestone: string;
  /** Name of the milestone. */
  name: string;
  /** Levels it speaks of. */
  levels: Array<UnitLevel>;
  /** Units that hold one. */
  expected: number;
  /** Held. */
  held: number;
  /** Held after the deadline. */
  held_late: number;
  /** Not held and past the deadline. */
  overdue: number;
  /** Day of the deadline. */
  due_on: string | null;
  /** When all are held: the day of the last one, which the milestone may take over. */
  proposed_on: string | null;
};

/** All congresses. */
export type CongressList = {
  /** By level. */
  levels: Array<CongressLevel>;
  /** Every unit after its parent. */
  rows: Array<CongressRow>;
};

/** One unit in the list of congresses. */
export type CongressRow = {
  /** The congress; empty fields where nothing was entered. */
  congress: Congress;
  /** Name of the unit. */
  name: string;
  /** Its level. */
  level: UnitLevel;
  /** 0 directly below our unit. */
  depth: number;
  /** Day until which it must be held. */
  due_on: string | null;
  /** Days it was or is late. */
  days_late: number | null;
  /** Days left. */
  days_left: number | null;
  /** It is planned for a day after the deadline. */
  is_planned_late: boolean;
};

/** The figures of a phase: our own, those of the units below, and both. */
export type Consolidation = {
  /** Code of the phase. */
  phase: string;
  /** The day whose tree counts. */
  on: string;
  /** Headings in the order of the plan. */
  groups: Array<ConsolidationGroup>;
  /** Of the reports, whatever figures they have. */
  coverage: Coverage;
  /** Reports that the office has and that carry no figures: on paper, by telephone. */
  n_without_figures: number;
  /** Files that are here and do not count. */
  left_out: Array<LeftOut>;
  /** What was frozen last; `None` if nothing was. */
  frozen: FrozenHead | null;
};

/** What has changed since the cut-off. */
export type ConsolidationChanges = {
  /** The cut-off. */
  frozen: FrozenHead;
  /** Units that are no longer as they were. */
  units: Array<ChangedUnit>;
  /** Figures of the units below: then, and now. */
  figures: Array<FigureDifference>;
};

/** Lines under one heading. */
export type ConsolidationGroup = {
  /** Code in the plan. */
  code: string;
  /** Its name. */
  name: string;
  /** Its lines; splits follow their indicator. */
  rows: Array<ConsolidationRow>;
};

/** A line. */
export type ConsolidationRow = {
  /** Its figures, as the report would have them if it were frozen now. */
  row: FigureRow;
  /** Units whose report says of the units below it another number than their files that are here. */
  n_differences: number;
};

/** What one unit brings to a figure. */
export type ConsolidationUnit = {
  /** Which unit. */
  unit: UnitId;
  /** Unit above it; `None`: ours. */
  parent: UnitId | null;
  /** Its name. */
  name: string;
  /** Its level. */
  level: UnitLevel;
  /** 0 directly below ours. */
  depth: number;
  /** Whether a report is expected of it. */
  is_expected: boolean;
  /** Where its report stands. */
  state: ReceivedState;
  /** True if it is late. */
  is_late: boolean;
  /** Version of the file that is here; 0 without one. */
  version: number;
  /** The file; `None` without one. */
  file: ReceivedFileId | null;
  /** True if it is in the total by its own file, false also where the figure that the unit above states counts instead. */
  counts: boolean;
  /** What it did itself. */
  own: FigureCell;
  /** What it says of the units below it; `None` if it says nothing of them. */
  stated: FigureCell | null;
  /** What the files of the units below it come to. */
  files: FigureCell;
  /** Both together, nothing counted twice. */
  total: FigureCell;
  /** Of how many units the total is, itself among them. */
  coverage: Coverage;
  /** True if what it says of the units below is not what their files come to. */
  differs: boolean;
  /** Files and links that its report names. */
  n_evidence: number;
};

/** From which units one figure comes. */
export type ConsolidationUnits = {
  /** Code of the phase. */
  phase: string;
  /** The line. */
  row: FigureRow;
  /** Every unit after its parent. */
  units: Array<ConsolidationUnit>;
};

/** Of how many units a total is: "812/968 đơn vị; 41 trễ; 3 đã sửa". */
export type Coverage = {
  /** Units whose report is in it. */
  reported: number;
  /** Units of which it is expected. */
  expected: number;
  /** Of those in it: reports that were late. */
  late: number;
  /** Of those in it: reports that were corrected after they were sent first. */
  corrected: number;
};

/** The data folder, as settings show it. */
export type DataFolder = {
  /** Where it is. */
  path: string;
  /** Why it is there. */
  kind: PlaceKind;
  /** False if it was moved to a place that cannot be reached now. */
  is_reachable: boolean;
  /** Size of everything in it. */
  n_bytes: number;
  /** What is free beside it; `None` if the system does not say. */
  free_bytes: number | null;
  /** Who else keeps it: then the book is in danger. */
  keeper: Keeper | null;
  /** The usual folder, if the books are in danger where they are and would be safe there. */
  safe_place: string | null;
  /** What was left behind at the place that the books were moved from last; the user may delete it. */
  left_behind: string | null;
};

/** How one unit came out of another. */
export type DescentManner = "merged" | "split";

/** When the report of a phase is due. The plan sets no day (DOMAIN.md, section 0, item 6), so this is a setting. */
export type DueRule = {
  /** Days after the end of the phase. */
  days_after_end: number;
  /** True until the user has confirmed or changed what the program proposes. */
  is_proposed: boolean;
  /** Phases with a day of their own, which wins over the rule. */
  fixed: Array<FixedDue>;
};

/** What a phase asks of units below ours, whoever they are: its report, or an activity. */
export type Duty = {
  /** Code of the activity; empty for the report of the phase. */
  activity: string;
  /** What it is. */
  title: string;
  /** Levels of units that it is for. */
  levels: Array<UnitLevel>;
  /** Day it is due for a level without a day of its own. */
  due_on: string | null;
};

/** To which sector of the economy the employer belongs. */
export type EmployerSector = "unknown" | "state" | "non_state";

/** An activity of which the report says something. */
export type EnteredActivity = {
  /** Code of the activity. */
  activity: string;
  /** Where it stands. */
  state: ProgressState;
  /** Day it was done. */
  done_on: string | null;
};

/** A figure that is typed in. */
export type EnteredFigure = {
  /** Code of the indicator. */
  indicator: string;
  /** Code of the split, or empty. */
  split: string;
  /** `number` takes `text`; `not_reported` leaves the line out. */
  state: FigureState;
  /** The number as typed. */
  text: string;
  /** Ước tính. */
  is_estimate: boolean;
};

/** What is typed in for a unit. */
export type EnteredReport = {
  /** How it came: on paper, by telephone, as a Word or Excel file without data. */
  channel: Channel;
  /** Who types it in, by title: "Chuyên viên Ban Tuyên giáo". */
  entered_for: string;
  /** "12/BC-CĐCS"; may be empty. */
  number: string;
  /** Day of the document. */
  dated_on: string | null;
  /** Day it came; `None`: today. */
  received_on: string | null;
  /** The figures; what is not in it was not reported. */
  figures: Array<EnteredFigure>;
  /** The texts, by section. */
  texts: Array<EnteredText>;
  /** The activities of which it says something. */
  activities: Array<EnteredActivity>;
};

/** A text that is typed in. */
export type EnteredText = {
  /** Code of the section. */
  section: string;
  /** Lines of plain text. */
  text: string;
};

/** A refusal or failure that has words of its own in the catalogue. */
export type ErrorCode = "not_found" | "too_new" | "damaged" | "not_a_book" | "read_only" | "busy" | "disk_full" | "io" | "database" | "not_a_plan" | "bad_plan" | "bad_form" | "form_fixed" | "form_in_use" | "not_set_up" | "already_set_up" | "required" | "too_long" | "bad_number" | "out_of_range" | "bad_date" | "dates_out_of_order" | "date_in_future" | "date_needed" | "reason_needed" | "file_vanished" | "file_too_large" | "not_a_file" | "evidence_changed" | "bad_address" | "figure_is_reckoned" | "nothing_to_undo" | "nothing_to_redo" | "touched_later" | "plan_activity" | "activity_in_use" | "last_signer" | "report_sent" | "picture_unreadable" | "picture_too_large" | "too_many_photos" | "pages_not_set" | "list_vanished" | "list_unreadable" | "list_locked" | "list_too_long" | "list_changed" | "list_undecided" | "unit_not_there" | "later_change" | "units_below" | "below_itself" | "name_taken" | "code_taken" | "too_deep" | "unit_in_use" | "bad_email" | "folder_unreachable" | "place_fixed" | "place_same" | "place_inside" | "place_holds_book" | "place_not_empty" | "place_is_kept" | "no_space" | "copy_differs" | "nothing_to_consolidate" | "bad_template" | "file_damaged" | "file_forged" | "file_of_other_kind" | "key_unknown" | "file_of_other_unit" | "file_of_other_campaign" | "file_outdated" | "file_of_other_report" | "plan_older" | "issuer_differs" | "other_plan" | "own_plan" | "campaign_not_ours" | "inbox_changed";

/** A piece of evidence. */
export type Evidence = {
  /** Its id. */
  id: EvidenceId;
  /** File or link. */
  kind: EvidenceKind;
  /** Name of the file as it was given, or title of the link. */
  title: string;
  /** Address of a link; empty for a file. */
  url: string;
  /** Bytes of a file; 0 for a link. */
  size: number;
  /** SHA-256 of a file in hex; empty for a link. */
  sha256: string;
  /** Instant at which it was added, UTC, RFC 3339. */
  added_at: string;
  /** True if the kept file is no longer there. */
  is_missing: boolean;
};

/** A file or a link that belongs to an activity. */
export type EvidenceId = number;

/** What a piece of evidence is. */
export type EvidenceKind = "file" | "link";

/** What became of an exception. */
export type ExceptionGiven = { "given": "later", 
/** Which. */
due_on: string, } | { "given": "let_off" } | { "given": "removed" };

/** What a path is asked for. */
export type ExchangePath = "form" | "forms" | "return" | "receipt" | "forwarded" | "package" | "ledger" | "scan";

/** How a change of a unit's facts or kind changes what is expected of it. What the unit was let off is not expected. */
export type ExpectationChange = {
  /** Now expected and not before. */
  added: Array<ExpectedItem>;
  /** Expected before and no longer. */
  removed: Array<ExpectedItem>;
  /** Expected before and still, on another day, which stands here. */
  redated: Array<ExpectedItem>;
};

/** A line of what a change of a kind changes. */
export type ExpectationCount = {
  /** Code of the phase. */
  phase: string;
  /** Code of the activity; empty for the report of the phase. */
  activity: string;
  /** What it is. */
  title: string;
  /** For how many units. */
  n_units: number;
};

/** What is expected of one unit: everything with the day it is due. */
export type ExpectedItem = {
  /** Code of the activity; empty for the report of the phase. */
  activity: string;
  /** Code of the phase. */
  phase: string;
  /** What it is. */
  title: string;
  /** Day it is due. */
  due_on: string | null;
  /** The exception, if there is one. */
  exception: UnitException | null;
  /** State of the activity as the unit's reports say it; `None` where nothing is known yet. */
  state: ProgressState | null;
};

/** Why. The words are in the catalogues; what they speak of is in `fields`. */
export type FateReason = "none" | "same_in_drop" | "same_as_kept" | "later_kept" | "replaces" | "broken" | "unreadable" | "too_big" | "bomb" | "too_deep" | "locked" | "macro" | "data_broken" | "signature" | "format" | "other_plan" | "other_issuer" | "other_phase" | "sample" | "own_report" | "by_name" | "no_such_unit" | "other_key" | "unsigned" | "plain_word" | "plain_excel" | "other_kind" | "no_report" | "not_sent";

/** One value with its text in Vietnamese form. */
export type FigureCell = {
  /** Which kind of thing it is. */
  state: FigureState;
  /** The number times 10 to the power of the indicator's decimals: 1.234,5 with one decimal is 12345. */
  value: number | null;
  /** The number as it is printed: "24.500"; empty where there is none. */
  text: string;
  /** True if it is an estimate (ước tính). */
  is_estimate: boolean;
};

/** A figure that differs. */
export type FigureDifference = {
  /** Code of the indicator. */
  indicator: string;
  /** Code of the split, or empty. */
  split: string;
  /** "Hội nghị, buổi tuyên truyền miệng", for a split "… - Buổi khác". */
  label: string;
  /** "cuộc". */
  unit: string;
  /** True if only the figure from the beginning of the campaign differs, not the one of the phase. */
  is_cumulative: boolean;
  /** At the left; `None` if that side has no such line. */
  left: FigureCell | null;
  /** At the right. */
  right: FigureCell | null;
  /** "+3", "-1.240"; empty where one side is no number. */
  difference: string;
};

/** Lines of the table of figures under one heading. */
export type FigureGroup = {
  /** Code in the plan. */
  code: string;
  /** Name on the screen and in the annex. */
  name: string;
  /** Its lines; splits follow their indicator. */
  rows: Array<FigureRow>;
};

/** What is typed into one place. */
export type FigureInput = {
  /** Code of the phase. */
  phase: string;
  /** Code of the activity it belongs to; `None` for the phase as a whole. */
  activity: string | null;
  /** Code of the indicator. */
  indicator: string;
  /** Code of the split; empty if the indicator has none. */
  split: string;
  /** `number` takes `text`; `not_reported` removes what was there. */
  state: FigureState;
  /** The number as typed: "24.500", "24500", "1.234,5". */
  text: string;
  /** Ước tính. */
  is_estimate: boolean;
};

/** Which number of an indicator. */
export type FigureMeasure = "period" | "cumulative";

/** One line of the table of figures. */
export type FigureRow = {
  /** Code of the indicator: "TQ03". */
  indicator: string;
  /** Code of the split, empty for the line of the indicator itself. */
  split: string;
  /** Name of the indicator or of the split. */
  label: string;
  /** "cuộc", "lượt", "%". */
  unit: string;
  /** Digits after the comma: 0 to 2. */
  decimals: number;
  /** False where the line is reckoned from others (a total of splits, a percentage) and cannot be typed. */
  is_editable: boolean;
  /** What was typed here: for the phase, or for the activity when the row belongs to one. */
  entered: FigureCell;
  /** Sum of what the activities of the phase brought; `not_reported` if none did. */
  from_activities: FigureCell;
  /** What our unit did itself in this period: typed and brought by activities together. */
  own: FigureCell;
  /** What the units below brought, as it was frozen; `not_reported` where nothing was. */
  below: FigureCell;
  /** Of how many units that is; `None` where nothing was frozen. */
  coverage: Coverage | null;
  /** This period: own and below together. */
  period: FigureCell;
  /** From the first phase to this one. */
  cumulative: FigureCell;
  /** What a directive asks for: "100%"; empty if nothing. */
  target: string;
  /** Where the indicator comes from. */
  source: string;
};

/** What stands in one place of the table of figures. The last three are the kinds of empty besides the number 0. */
export type FigureState = "number" | "nothing" | "not_applicable" | "not_reported";

/** The figures of one phase. */
export type FigureTable = {
  /** Code of the phase. */
  phase: string;
  /** Headings in the order of the plan. */
  groups: Array<FigureGroup>;
  /** Indicators about which something was said. */
  n_reported: number;
  /** All indicators that can be typed. */
  n_indicators: number;
};

/** The figures under one heading of the plan. */
export type FigureTableRef = {
  /** Code of the group of indicators. */
  group: string;
};

/** What becomes of a file. */
export type FileFate = "new" | "newer" | "same" | "older" | "draft" | "unknown_unit" | "key_changed" | "no_data" | "damaged" | "forged" | "too_new" | "wrong_campaign" | "plan_file" | "return" | "receipt" | "foreign";

/** What the event that files were dropped says. */
export type FilesDropped = {
  /** Where they lie. */
  paths: Array<string>;
};

/** One thing that the check has found. */
export type Finding = {
  /** Names it among those of its report, as long as it is about the same place: `total_differs@section:III.2.4:15 cuộc`. */
  key: string;
  /** What was looked for. */
  rule: CheckRule;
  /** How bad it is. */
  severity: Severity;
  /** Where it leads. */
  place: FindingPlace;
  /** Which rule of the official form, for one of these. */
  form: FormRule | null;
  /** What its sentence takes. */
  fields: { [key in string]: string };
  /** True if the official has said that it is right as it is, and nothing has changed since. */
  is_seen: boolean;
};

/** Where a finding leads. */
export type FindingPlace = { "kind": "head", 
/** Which. */
field: HeadField, } | { "kind": "section", 
/** Code of the section. */
code: string, 
/** What was found there; empty for the section as a whole. */
found: string, } | { "kind": "figure", 
/** Code of the indicator. */
indicator: string, 
/** Code of the split, or empty. */
split: string, } | { "kind": "activity", 
/** Its code. */
code: string, } | { "kind": "consolidation" } | { "kind": "settings", 
/** Which part. */
part: SettingsPart, };

/** A phase report with a due day of its own, for instance by a letter of the superior. */
export type FixedDue = {
  /** Code of the phase. */
  phase: string;
  /** The day it is due. */
  due_on: string;
};

/** Within what a number of a form must stay. */
export type FormLimit = {
  /** The field: "margins.top". */
  field: string;
  /** Least. */
  from: number;
  /** Most. */
  to: number;
};

/** The forms that can be chosen, and within what a number of one of them must stay. */
export type FormList = {
  /** The forms: the office's own first, then the newest. */
  forms: Array<KnownForm>;
  /** The limits of NĐ 30/2020, Phụ lục I. */
  limits: Array<FormLimit>;
};

/** Margins in millimetres. */
export type FormMargins = {
  /** At the top. */
  top: number;
  /** At the bottom. */
  bottom: number;
  /** At the left. */
  left: number;
  /** At the right. */
  right: number;
};

/** What is wrong with a place of a form. */
export type FormProblem = "not_a_figure" | "broken_formula" | "repeated" | "unknown_line" | "not_a_state" | "not_a_day" | "missing_sheet" | "no_unit";

/** A form of official documents, with the days on which it holds. The words of the file are the names of the fields. */
export type FormProfile = {
  /** Code: "qd-933-2024". */
  code: string;
  /** Name as lists show it. */
  name: string;
  /** The document that lays it down; empty for one of the office's own. */
  document: string;
  /** First day on which it holds; `None`: since ever. */
  valid_from: string | null;
  /** Last day on which it holds; `None`: until now. */
  valid_until: string | null;
  /** Fields of this profile that no text we have read lays down: "margins", "heads[0].superior" … Shown as "chưa rõ". */
  unclear: Array<string>;
  /** Lines of the signature. */
  signature: SignatureForm;
  /** Symbol of a report: "{type}-{unit}" gives BC-LĐLĐ. */
  report_symbol: string;
  /** Last line of "Nơi nhận"; empty takes the one of the plan. */
  filed: string;
  /** Margins of the paper, which is A4. */
  margins: FormMargins;
  /** Indent, gaps and lines of running text. */
  text: FormText;
  /** Sizes of letters. */
  sizes: FormSizes;
  /** What heads and signatures say by level; a unit's own settings win. */
  heads: Array<LevelHead>;
};

/** A rule of the form about what a report says (NĐ 30/2020, Phụ lục I to III; DOMAIN.md, A.4). */
export type FormRule = "superior_missing" | "number_zero" | "number_form" | "symbol_spaces" | "symbol_capitals" | "symbol_type" | "date_zero" | "place_capital" | "subject_reference" | "subject_stop" | "addressee_missing" | "as_above_missing" | "filed_missing" | "filed_not_last" | "authority_form" | "acting_line" | "signer_honours" | "end_mark" | "heading_number" | "clause_letters" | "holiday_letters" | "citation_incomplete" | "annex_title";

/** Sizes of letters in points, named by what they are. */
export type FormSizes = {
  /** Quốc hiệu. */
  country: number;
  /** Tiêu ngữ. */
  motto: number;
  /** The body above the one that issues. */
  superior: number;
  /** The body that issues. */
  issuer: number;
  /** "Số: 05/BC-LĐLĐ". */
  number: number;
  /** Place and day. */
  place: number;
  /** "BÁO CÁO". */
  title: number;
  /** What a report is about. */
  subject: number;
  /** "V/v" of an official letter. */
  letter_subject: number;
  /** "Kính gửi:". */
  addressee: number;
  /** Running text and its headings. */
  body: number;
  /** Authority, title and name of who signs. */
  signature: number;
  /** "Nơi nhận:". */
  recipients_label: number;
  /** The lines below it. */
  recipients: number;
  /** "Phụ lục I". */
  annex_word: number;
  /** Title of an annex. */
  annex_title: number;
  /** "(Kèm theo …)". */
  annex_note: number;
  /** Cells of a table. */
  table: number;
  /** Number of a page. */
  page_number: number;
};

/** How running text is set. */
export type FormText = {
  /** Indent of the first line: the form knows two. */
  indent: Indent;
  /** Space below a paragraph, in points. */
  gap: number;
  /** Height of a line in per cent of a single one. */
  line: number;
};

/** A place of a form that was not understood. */
export type FormTrouble = {
  /** Name of the sheet as it is called now; empty if it is missing. */
  sheet: string;
  /** "D12"; empty for a whole sheet. */
  cell: string;
  /** What is wrong. */
  problem: FormProblem;
  /** What stands there. */
  found: string;
  /** All of it in one sentence that can be sent back to the unit. */
  sentence: string;
};

/** When a consolidation was frozen, and by whom. */
export type FrozenHead = {
  /** The cut-off: instant, UTC, RFC 3339. */
  frozen_at: string;
  /** The day of it. */
  frozen_on: string;
  /** Account on the PC; may be empty. */
  who: string;
  /** What was said of it; may be empty. */
  note: string;
  /** Hash of what was frozen, in hex. */
  sha256: string;
  /** Units that were in it. */
  n_units: number;
};

/** What was found in a plan file. */
export type HandedContent = { "plan": OfferedPlan } | { "campaign": OfferedCampaign } | { "sealed": OfferedSealed } | { "problem": CommandError };

/** A plan file, and what was found in it. */
export type HandedFile = {
  /** Where it lies. */
  path: string;
  /** Its name. */
  name: string;
  /** What was found in it. */
  content: HandedContent;
};

/** A field of the head that differs. */
export type HeadDifference = {
  /** Which. */
  field: ComparedField;
  /** At the left; several lines for a list. */
  left: string;
  /** At the right. */
  right: string;
};

/** A field of the head or foot of a report. */
export type HeadField = "number" | "dated_on" | "addressees" | "recipients" | "signer";

/** One line of the log. */
export type HistoryEntry = {
  /** The change it speaks of; for an undo or redo, the one taken back or done again. */
  label: StepLabel;
  /** Change, undo or redo. */
  kind: StepKind;
  /** Instant, UTC, RFC 3339. */
  at: string;
  /** Who did it: the name of the account on the PC. */
  who: string;
  /** True for a change that is taken back now. */
  is_undone: boolean;
};

/** A known unit that a doubtful line may be. */
export type ImportCandidate = {
  /** Which unit. */
  unit: UnitId;
  /** Its name. */
  name: string;
  /** Name of the unit above it. */
  parent_name: string;
  /** 0 to 100. */
  likeness: number;
};

/** How a file is to be read. All `None` and empty: as the program finds best. */
export type ImportChoices = {
  /** Name of the sheet. */
  sheet: string | null;
  /** One per column, where the user said so. */
  columns: Array<ImportField> | null;
  /** The user agrees that the letters are converted. */
  convert: LegacyLetters | null;
  /** Unit below which lines without a unit above go; `None`: ours. */
  below: UnitId | null;
  /** Kind for lines without one. */
  kind: string | null;
  /** Hash of the file as it was previewed; a file that has changed since is not accepted. `None`: not compared. */
  sha256: string | null;
  /** For doubtful lines: which known unit the line is (`Some`), or that it is a new one (`None`), by number of line. */
  decisions: Array<[number, UnitId | null]>;
};

/** One difference between a line and the known unit. */
export type ImportDifference = {
  /** What differs. */
  field: ImportField;
  /** As it is known. */
  old: string;
  /** As the line says. */
  new: string;
};

/** What a line would do. */
export type ImportFate = "new" | "changed" | "unchanged" | "doubtful" | "refused";

/** What a column of the list says. */
export type ImportField = "name" | "code" | "parent" | "kind" | "members" | "sector" | "page" | "followed_by" | "contact_title" | "phone" | "email" | "ignored";

/** Why a row of the file is no line of the list. */
export type ImportLeftOut = "total" | "grouping" | "headings" | "foot" | "our_unit";

/** One line of the list. */
export type ImportLine = {
  /** Number of the row in the file, from 1. */
  row: number;
  /** What would become of it. */
  fate: ImportFate;
  /** The known unit, for changed and unchanged ones. */
  unit: UnitId | null;
  /** Its name. */
  name: string;
  /** The unit above it, as the line says or as was chosen; empty: ours. */
  parent: string;
  /** Code of its kind. */
  kind: string;
  /** Its facts. */
  facts: UnitFacts;
  /** Its contact, if the list has one. */
  contact: UnitContact | null;
  /** What differs from the known unit. */
  differences: Array<ImportDifference>;
  /** Known units that it may be. */
  candidates: Array<ImportCandidate>;
  /** What is wrong. */
  problems: Array<ImportProblem>;
};

/** What a file would do to the units. Nothing is written before it is accepted. */
export type ImportPreview = {
  /** Name of the file. */
  file: string;
  /** Hash of its content: what is accepted must be what was previewed. */
  sha256: string;
  /** Sheets of the file. */
  sheets: Array<string>;
  /** The one that was read. */
  sheet: string;
  /** Row of the headings, from 1; 0 if there are none. */
  heading_row: number;
  /** Headings as they stand. */
  headings: Array<string>;
  /** What each column was taken for. */
  columns: Array<ImportField>;
  /** The letters look like these: the user is asked whether to convert. */
  legacy: LegacyLetters | null;
  /** A few words before and after conversion, to decide by. */
  legacy_examples: Array<[string, string]>;
  /** The lines, blank ones left out. */
  lines: Array<ImportLine>;
  /** Rows below the headings that are no lines. */
  left_out: Array<ImportRest>;
  /** How many are new. */
  n_new: number;
  /** How many change. */
  n_changed: number;
  /** How many stay. */
  n_unchanged: number;
  /** How many are doubtful. */
  n_doubtful: number;
  /** How many cannot be taken in. */
  n_refused: number;
};

/** Why a cell or a line is not as it should be. `problem` is a code that the catalogue has words for. */
export type ImportProblem = {
  /** Which column, where it is one. */
  field: ImportField | null;
  /** The line is refused: "name_missing", "name_twice", "unit_twice", "code_twice", "unknown_parent", "parent_is_itself";
   * "parent_refused", "too_long". The cell alone is left out: "bad_number", "bad_truth", "bad_sector", "unknown_kind", "bad_email", "too_long". */
  problem: string;
  /** What stands in the cell. */
  value: string;
};

/** A row below the headings that is no line of the list. Told, so that nothing is lost silently. */
export type ImportRest = {
  /** Number of the row in the file, from 1. */
  row: number;
  /** What stands in it. */
  text: string;
  /** Why it is left out. */
  why: ImportLeftOut;
};

/** What was dropped. */
export type Inbox = {
  /** Of all that is shown: what is accepted must be what was looked at. */
  digest: string;
  /** One line per file found, by unit, phase, version. */
  files: Array<InboxFile>;
  /** Files beyond the number that is looked at. */
  n_left_out: number;
};

/** What the official decided. */
export type InboxChoice = {
  /** Of the preview; `None` accepts whatever is there. */
  digest: string | null;
  /** Files that are not taken. */
  skipped: Array<string>;
  /** Drafts that are taken all the same. */
  drafts: Array<string>;
  /** Keys that were confirmed. */
  keys: Array<ConfirmedKey>;
  /** Files without a signature of which the unit says by telephone that they are its own. */
  unsigned: Array<string>;
  /** Whose a file is. */
  units: Array<AssignedUnit>;
  /** True to take the unit that a name stands for where it is exactly one. */
  accept_names: boolean;
};

/** One file of a drop. */
export type InboxFile = {
  /** By which a choice names it. */
  id: string;
  /** Its name as it lies on the disk. */
  name: string;
  /** The folder, as far as it lies below what was dropped; may be empty. */
  folder: string;
  /** Its name inside of packed files, the outermost first; none for a file that lies open. */
  inside: Array<string>;
  /** Bytes. */
  size: number;
  /** What becomes of it. */
  fate: FileFate;
  /** Why. */
  reason: FateReason;
  /** What the words speak of. */
  fields: { [key in string]: string };
  /** Whose it is, where that is known. */
  unit: UnitId | null;
  /** Its name: as our office has it, else as the file says. */
  unit_name: string;
  /** The one above it, as the file says. */
  superior: string;
  /** Units that it may be of. */
  candidates: Array<ImportCandidate>;
  /** Code of the phase; empty if the file does not say. */
  phase: string;
  /** Version; 0 if the file does not say. */
  version: number;
  /** "12/BC-CĐCS"; may be empty. */
  number: string;
  /** Day of the document. */
  dated_on: string | null;
  /** Day it was sent. */
  sent_on: string | null;
  /** Fingerprint of the key that signed it; empty for what nobody signed. */
  fingerprint: string;
  /** True if no key of the unit is known yet. */
  is_first_key: boolean;
  /** True for invented data. */
  is_sample: boolean;
  /** Lines that were changed after it left the program. */
  edits: Array<LineEdit>;
  /** How many there are; of very many only the first are in `edits`. */
  n_edits: number;
  /** Places of an Excel form that were not understood. */
  troubles: Array<FormTrouble>;
  /** How many there are; of very many only the first are in `troubles`. */
  n_troubles: number;
  /** False for an Excel form, and for anything that is no report. */
  is_signed: boolean;
};

/** Indent of the first line of a paragraph. */
export type Indent = "1cm" | "1.27cm";

/** A plan file that was issued, and what to say when it is sent. */
export type IssuedCampaign = {
  /** Its version. */
  version: number;
  /** Day it was issued. */
  issued_on: string;
  /** What we said of this version. */
  note: string;
  /** How many units it has. */
  n_units: number;
  /** Fingerprint of our key. */
  fingerprint: string;
  /** A name for the file. */
  file_name: string;
  /** A text to paste into a chat or an e-mail that the file goes with. */
  message: string;
};

/** Who keeps a folder besides this PC. */
export type Keeper = "one_drive" | "google_drive" | "dropbox" | "i_cloud" | "box" | "nextcloud" | "synology_drive" | "network_share";

/** How another level of a kind changes what is expected of the units of that kind. */
export type KindExpectation = {
  /** Units for which something changes. */
  n_units: number;
  /** Now expected and not before. */
  added: Array<ExpectationCount>;
  /** Expected before and no longer. */
  removed: Array<ExpectationCount>;
  /** Expected before and still, on another day. */
  redated: Array<ExpectationCount>;
};

/** A kind and how many units have it. */
export type KindUse = {
  /** Code, ASCII. */
  code: string;
  /** Name on the screen and in lists. */
  name: string;
  /** The level that rules take it for. */
  level: UnitLevel;
  /** Units that have it on the day that was asked for. */
  n_units: number;
  /** Units that have it on any day: another level changes what is expected of all these. */
  n_ever: number;
};

/** A form that can be chosen. */
export type KnownForm = {
  /** What it says. */
  profile: FormProfile;
  /** True for one that this office made; the others come with the program and cannot be changed. */
  is_own: boolean;
  /** True for the one that a document of today takes. */
  holds: boolean;
};

/** A lane: one form of communication. */
export type Lane = {
  /** Code of the form. */
  form: string;
  /** Name of the form. */
  name: string;
  /** Short name. */
  short_name: string;
  /** Place in the plan: "IV.1.1". */
  place: string;
  /** Activities that count. */
  n_applicable: number;
  /** Activities that are done. */
  n_done: number;
};

/** Language of the window. Documents are always in Vietnamese. */
export type Language = "vi" | "en";

/** Which day of a report decides whether it is late. */
export type LateBy = "signed" | "sent" | "received";

/** Which way a file went. */
export type LedgerDirection = "sent" | "received";

/** One line of the ledger. */
export type LedgerEntry = {
  /** Its number, in the order in which lines were written. */
  number: number;
  /** Which way. */
  direction: LedgerDirection;
  /** What it was. */
  kind: LedgerKind;
  /** The unit; `None`: our own unit's, or all. */
  unit: UnitId | null;
  /** Its name as it is known last; empty without a unit. */
  unit_name: string;
  /** Code of the phase; may be empty. */
  phase: string;
  /** Version; 0 where there is none. */
  version: number;
  /** Name of the file; may be empty. */
  file_name: string;
  /** Hash of the file, in hex; may be empty. */
  sha256: string;
  /** The day that counts for it. */
  on: string;
  /** Instant at which the line was written, UTC, RFC 3339. */
  at: string;
  /** Account on the PC. */
  who: string;
  /** What is to be known besides; may be empty. */
  note: string;
};

/** Which lines of the ledger are wanted. */
export type LedgerFilter = {
  /** Only this way. */
  direction: LedgerDirection | null;
  /** Only this kind. */
  kind: LedgerKind | null;
  /** Only this unit. */
  unit: UnitId | null;
  /** Only this phase. */
  phase: string | null;
  /** From this day on. */
  from: string | null;
  /** Until this day. */
  until: string | null;
  /** Words of the unit's name, of the file's name or of the note; marks and case do not matter. */
  words: string;
};

/** What a file was. */
export type LedgerKind = "campaign" | "report" | "form" | "return" | "receipt" | "forwarded";

/** A file that does not count. */
export type LeftOut = {
  /** Whose it is. */
  unit: UnitId;
  /** Its name. */
  name: string;
  /** Why. */
  reason: LeftOutReason;
};

/** Why a file that is here does not count. */
export type LeftOutReason = "returned" | "withdrawn" | "not_received" | "not_there";

/** How the letters of a file are coded, other than in Unicode. */
export type LegacyLetters = "tcvn3" | "vni";

/** What was copied, in Unicode. */
export type LegacyOffer = {
  /** The letters that it is in. */
  letters: LegacyLetters;
  /** The pieces in Unicode, as many as there were. */
  texts: Array<string>;
};

/** What the official says in the letter that reminds. */
export type LetterInput = {
  /** Number, without the symbol; empty prints a gap to fill in by hand. */
  number: string;
  /** Day of the letter; `None` prints a gap. */
  dated_on: string | null;
  /** Day until which the report is asked for. */
  until: string;
};

/** A due day for all units of a level: of their reports, or of one activity. */
export type LevelDue = {
  /** Code of the phase. */
  phase: string;
  /** Code of the activity; empty for the report of the phase. */
  activity: string;
  /** The level. */
  level: UnitLevel;
  /** `None` takes the rule of the campaign, or the day of the plan, again. */
  due_on: string | null;
};

/** What heads and signatures of units of some levels say. A proposal: the settings of the unit win. */
export type LevelHead = {
  /** Which levels. */
  levels: Array<UnitLevel>;
  /** The line above, as the names of such bodies begin or as they are; "…" where the name of a place follows. */
  superior: string;
  /** The line of the unit itself, likewise. */
  issuer: string;
  /** Letters of the unit in symbols. */
  symbol: string;
  /** For whom its head signs. */
  authority: string;
};

/** A line of a document that is no longer what left the program. */
export type LineEdit = {
  /** What it said; empty for a line that was added. */
  before: string;
  /** What it says; empty for a line that was removed. */
  after: string;
  /** Names of the indicators whose figure stands otherwise in the text than in the data. */
  indicators: Array<string>;
};

/** A figure in a text. */
export type LiveFigure = {
  /** Code of the indicator. */
  indicator: string;
  /** Code of the split; empty for the indicator itself. */
  split: string;
  /** Which of its numbers. */
  measure: FigureMeasure;
  /** The number as it was printed when the text was last looked at; the figures themselves win. */
  value: string;
};

/** A place of a report. */
export type MarkPlace = { "figure": { 
/** Code of the indicator. */
indicator: string, 
/** Code of the split, or empty. */
split: string, } } | { "section": string } | { "activity": string };

/** What a milestone is, which decides its sign on the timeline. */
export type MilestoneKind = "congress" | "deadline" | "anniversary" | "boundary" | "issue";

/** What the user says about a milestone. */
export type MilestoneSetting = {
  /** Code in the plan. */
  code: string;
  /** How sure the day is. With `unknown` the days are ignored. */
  certainty: Certainty;
  /** First day. */
  on: string | null;
  /** Last day, if it takes several. */
  until: string | null;
  /** Why, for instance the letter that set it; may be empty. */
  reason: string;
};

/** A milestone with the day that holds now. */
export type MilestoneView = {
  /** Code in the plan. */
  code: string;
  /** Full name. */
  name: string;
  /** Short name for the timeline. */
  short_name: string;
  /** What it is. */
  kind: MilestoneKind;
  /** How sure its day is. */
  certainty: Certainty;
  /** First day; `None` while it is unknown. */
  on: string | null;
  /** Last day of an event of several days. */
  until: string | null;
  /** Earliest day that is possible while it is unknown. */
  not_before: string | null;
  /** Latest day that is possible while it is unknown. */
  not_after: string | null;
  /** Code of the milestone that it is reckoned from, where it has a rule. */
  from_milestone: string | null;
  /** Days after (or, negative, before) `from_milestone`. */
  days: number | null;
  /** True where the day is a proposal of the program and not in a document. */
  is_proposed: boolean;
  /** True where the user has set it, and so it no longer follows the plan. */
  is_changed: boolean;
  /** Why the user set it. */
  reason: string;
  /** Where the day comes from: place in the plan, or another document. */
  source: string;
};

/** What moving the data folder will do. */
export type MovePreview = {
  /** Where it is now. */
  from: string;
  /** Where it will be: the folder that was chosen, or a new one in it if there is something in it. */
  to: string;
  /** Files to copy. */
  n_files: number;
  /** Their size. */
  n_bytes: number;
  /** What is free there. */
  free_bytes: number | null;
  /** Who else keeps that place: then the move must be insisted on. */
  keeper: Keeper | null;
};

/** How far a move is. */
export type MoveProgress = {
  /** What it is doing. */
  step: MoveStep;
  /** Files of this step that are done. */
  n_files_done: number;
  /** Files to do. */
  n_files: number;
  /** Bytes of this step that are done. */
  n_bytes_done: number;
  /** Bytes to do. */
  n_bytes: number;
};

/** What a move is doing. */
export type MoveStep = "preparing" | "copying" | "verifying" | "switching" | "finishing";

/** One thing whose dates would move, or have moved, with a milestone. */
export type MovedItem = {
  /** What moves. */
  kind: MovedKind;
  /** Code of the phase, milestone or activity. */
  code: string;
  /** Its title. */
  title: string;
  /** First day before the change. */
  old_starts_on: string | null;
  /** Last day before the change. */
  old_ends_on: string | null;
  /** First day after the change. */
  new_starts_on: string | null;
  /** Last day after the change. */
  new_ends_on: string | null;
};

/** What a [`MovedItem`] is. */
export type MovedKind = "phase" | "milestone" | "activity" | "report";

/** A code with its name. */
export type Named = {
  /** Code. */
  code: string;
  /** Name on the screen. */
  name: string;
};

/** Texts that are nearly the same. */
export type NarrativeGroup = {
  /** False for what the program wrote. */
  is_own: boolean;
  /** In the order of the tree. */
  texts: Array<NarrativeText>;
};

/** A section in the reading room. */
export type NarrativeSection = {
  /** Code in the outline. */
  code: string;
  /** "II", "2.1". */
  number: string;
  /** Its title. */
  title: string;
  /** Units that wrote it in words of their own. */
  n_own: number;
  /** Units of which the program wrote it. */
  n_composed: number;
  /** Units whose text was picked for our report and stands there still. */
  n_picked: number;
};

/** The text of one unit. */
export type NarrativeText = {
  /** Whose. */
  unit: UnitId;
  /** Its name. */
  name: string;
  /** Out of which file. */
  file: ReceivedFileId;
  /** The text, its figures as letters: they are those of the unit. */
  text: RichText;
  /** True if it was picked for our report and stands there still. */
  is_picked: boolean;
};

/** The texts of all units for one section. */
export type Narratives = {
  /** Code of the section. */
  section: string;
  /** Texts that are nearly the same together: first what units wrote themselves, of those the ones of most units first. */
  groups: Array<NarrativeGroup>;
  /** Units whose report says nothing here. */
  n_silent: number;
};

/** A new unit. */
export type NewUnit = {
  /** `None`: directly below our unit. */
  parent: UnitId | null;
  /** Its name. */
  name: string;
  /** Code of its kind, from which its level follows. */
  kind: string;
  /** The day from which it exists; `None` since ever. */
  starts_on: string | null;
  /** Its facts. */
  facts: UnitFacts;
  /** Its contacts. */
  contacts: Array<UnitContact>;
};

/** How a plan file stands to the book that looks at it. */
export type OfferStanding = "beginning" | "joining" | "amendment" | "same";

/** A plan file that an office has issued, and what it offers. */
export type OfferedCampaign = {
  /** What is shown of it. */
  offer: CampaignOffer;
  /** The file itself, which taking it over asks for: what was looked at is what is taken. */
  text: string;
};

/** A plan that can be carried out. */
export type OfferedPlan = {
  /** What is shown of it. */
  head: PlanHead;
  /** What the set-up takes. */
  text: PlanText;
  /** How it stands to the plan of the open book; `None` as long as that is not set up. */
  comparison: PlanComparison | null;
};

/** A return or a receipt, and what it would do. */
export type OfferedSealed = {
  /** What is shown of it. */
  preview: SealedPreview;
  /** The file itself, which taking it over asks for: what was looked at is what is taken. */
  text: string;
};

/** A unit of a plan file. */
export type OfferedUnit = {
  /** Its name in files. */
  uid: string;
  /** Its name. */
  name: string;
  /** Its level. */
  level: UnitLevel;
  /** Name of its kind. */
  kind: string;
  /** Name of the unit above it, which is the issuer's for those directly below. */
  superior: string;
  /** Number of union members, where it is known. */
  members: number | null;
  /** How many units stand below it, at any depth. */
  n_below: number;
};

/** The name of a change. Its words are in the catalogue of the window. */
export type Op = "set_up" | "set_unit" | "set_signer" | "remove_signer" | "set_milestone" | "set_due_rule" | "set_progress" | "set_note" | "add_files" | "add_link" | "remove_evidence" | "add_activity" | "edit_activity" | "remove_activity" | "set_figure" | "set_report_head" | "set_report_form" | "set_form" | "remove_form" | "set_report_section" | "set_report_state" | "set_report_annexes" | "set_report_photos" | "set_finding_seen" | "correct_report" | "add_unit" | "edit_unit" | "remove_unit" | "change_structure" | "import_units" | "set_unit_kind" | "set_level_due" | "set_exception" | "set_received" | "set_late_by" | "set_congress" | "add_reminders" | "add_template" | "remove_template" | "set_report_template" | "freeze_consolidation" | "pick_narrative" | "return_report" | "take_return" | "give_receipt" | "take_receipt" | "make_forms" | "enter_report" | "forward_reports" | "amend_plan" | "issue_campaign" | "take_campaign" | "accept_files";

/** The unit whose book this is: what the head of its documents says. */
export type OurUnit = {
  /** Full official name, as it stands in the head of a document: "Liên đoàn Lao động huyện Tam Đường". */
  name: string;
  /** What decides which activities of a plan are ours. */
  level: UnitLevel;
  /** Full name of the body directly above, printed over ours; empty for the highest one. */
  superior: string;
  /** Place name before the date of a document: "Tam Đường". */
  place: string;
  /** Letters after the hyphen of a document's symbol: "LĐLĐ" in 12/BC-LĐLĐ. */
  symbol: string;
  /** Number of union members, where it is known; some activities apply from a number on. */
  members: number | null;
};

/** Answer to a change: what was done, so that a toast can offer to take it back. `None` if nothing changed. */
export type Outcome = {
  /** The change in the log. */
  step: StepLabel | null;
};

/** The first screen. */
export type Overview = {
  /** Today. */
  today: string;
  /** All phases. */
  phases: Array<PhaseHead>;
  /** Code of the phase that runs today, or of the next one, or of the last one when all are over. */
  phase_in_view: string;
  /** Days until the end of the phase in view; negative when it is over, `None` if its end is unknown. */
  days_left: number | null;
  /** What is late, the longest first, over all phases. */
  late: Array<ChecklistItem>;
  /** What is due from today to the coming Sunday, and not done. */
  this_week: Array<ChecklistItem>;
  /** What comes after this week, the nearest first; at most ten. */
  upcoming: Array<ChecklistItem>;
  /** The next congress that is not over. */
  next_congress: MilestoneView | null;
  /** The report that is due next, or late. */
  next_report: ReportRow | null;
  /** Reports that were sent and whose figures or ticks have changed since. */
  changed_reports: Array<ChangedSinceSent>;
};

/** An activity of the unit's own, as it is entered. */
export type OwnActivity = {
  /** Code of the plan's activity that it is attached to; it takes phase, stage and group from it. */
  attached_to: string;
  /** Short title. */
  title: string;
  /** What is meant; may be empty. */
  explanation: string;
  /** Codes of forms, the main one first; empty takes those of `attached_to`. */
  forms: Array<string>;
  /** First day. */
  starts_on: string;
  /** Day it is due; not before `starts_on`. */
  due_on: string;
};

/** A piece of what was copied elsewhere. */
export type PastedText = {
  /** The letters. */
  text: string;
  /** Name of their font; empty where it is not said. */
  font: string;
};

/** Activities of a phase, counted. `done + doing + not_started = applicable`; late and due soon are among those not done. */
export type PhaseCounts = {
  /** Activities that count: all but those marked not applicable. */
  applicable: number;
  /** Đã xong. */
  done: number;
  /** Đang làm. */
  doing: number;
  /** Chưa làm. */
  not_started: number;
  /** Không áp dụng. */
  not_applicable: number;
  /** Not done, and due before today. */
  late: number;
  /** Not done, and due today or within the next seven days. */
  due_soon: number;
};

/** A phase with its dates and how far it is. */
export type PhaseHead = {
  /** Code in the plan: "dot1". */
  code: string;
  /** 1, 2, 3. */
  number: number;
  /** "Đợt 1". */
  name: string;
  /** What the phase is about, short. */
  title: string;
  /** First day, if it is known. */
  starts_on: string | null;
  /** Last day, if it is known. */
  ends_on: string | null;
  /** True where start or end is a proposal of the program. */
  is_proposed: boolean;
  /** Milestone that must be known before the phase has both dates. */
  waits_for: string | null;
  /** Today lies within it. */
  is_current: boolean;
  /** How far it is. */
  counts: PhaseCounts;
  /** Day on which its report is due. */
  report_due_on: string | null;
};

/** The total of the register of a phase. */
export type PhaseRate = {
  /** Code and name of the phase. */
  phase: Named;
  /** All units below ours. */
  rate: ReportRate;
};

/** A photo that the official chose. */
export type PhotoChoice = {
  /** Which evidence. */
  evidence: EvidenceId;
  /** What stands below it; empty takes the title of the activity. */
  caption: string;
  /** True if it takes the whole width of the page. */
  is_large: boolean;
};

/** A photo that could stand in a report, or does. */
export type PhotoView = {
  /** Which evidence. */
  evidence: EvidenceId;
  /** Name of the file. */
  title: string;
  /** Title of its activity. */
  activity: string;
  /** What stands below it; the title of the activity where nobody wrote anything. */
  caption: string;
  /** True if it stands in the report. */
  is_chosen: boolean;
  /** True if it takes the whole width of the page. */
  is_large: boolean;
  /** True if the file is no longer there. */
  is_missing: boolean;
};

/** What became of a stretch of words. */
export type PieceKind = "same" | "removed" | "added";

/** Why the books lie where they lie. */
export type PlaceKind = "asked" | "portable" | "moved" | "usual";

/** Which plan is carried out. */
export type PlanChoice = string | PlanText;

/** How a plan stands to the one that the book carries out. */
export type PlanComparison = {
  /** True if it is the same plan by its code, in whatever version. */
  is_same_plan: boolean;
  /** Where the two differ; empty if they say the same. */
  differs_in: Array<PlanPart>;
  /** Activities of the plan that the book carries out. */
  n_activities_in_book: number;
};

/** A plan template to choose. */
export type PlanHead = {
  /** Code. */
  code: string;
  /** Title. */
  title: string;
  /** Number, date and issuer in one line. */
  document: string;
  /** Issuing body. */
  issuer: string;
  /** Motto. */
  motto: string;
  /** The phases, with the days that the plan gives. */
  phases: Array<PlannedPhase>;
  /** Number of activities, over all levels. */
  n_activities: number;
  /** Its milestones with the dates that the plan gives. */
  milestones: Array<MilestoneView>;
};

/** A part of a plan, for saying where two of them differ. */
export type PlanPart = "document" | "dates" | "forms" | "activities" | "indicators" | "report";

/** What is wrong with a field of a template; its code stands in the field `problem` of the refusal. */
export type PlanProblem = "syntax" | "unknown_field" | "wrong_type" | "missing" | "empty" | "unclean_text" | "too_long" | "bad_code" | "duplicate_code" | "duplicate_title" | "unknown_code" | "later_code" | "unknown_value" | "bad_date" | "bad_rule" | "date_needed" | "date_not_wanted" | "dates_out_of_order" | "out_of_range" | "out_of_order" | "placeholder_missing" | "unknown_placeholder" | "not_wanted" | "unserved";

/** A plan template from outside the program, as it was read. */
export type PlanText = {
  /** Name of its file, for messages. */
  file_name: string;
  /** The template itself: what was looked at is what is set up, wherever the file is by then. */
  text: string;
};

/** A phase as the plan gives it. */
export type PlannedPhase = {
  /** "Đợt 1". */
  name: string;
  /** What it is about. */
  title: string;
  /** First day, if it is known. */
  starts_on: string | null;
  /** Last day, if it is known. */
  ends_on: string | null;
};

/** How the window looks; not part of the history, Ctrl+Z does not touch it. */
export type Preferences = {
  /** Language of the window. */
  language: Language;
  /** Colours of the window. */
  theme: Theme;
  /** Size of the text in percent: 100 to 150. */
  text_size: number;
};

/** What is said about the state of one activity or of many. */
export type ProgressChange = {
  /** The new state. */
  state: ProgressState;
  /** Day on which it was done; `None` takes today. Ignored for the other states. */
  done_on: string | null;
  /** Why it does not apply; needed for that state, ignored for the others. */
  reason: string;
};

/** State of one activity for one unit. */
export type ProgressState = "not_started" | "doing" | "done" | "not_applicable";

/** How one expected report counts. Exactly one of them holds, so the three add up to what is expected. */
export type Punctuality = "on_time" | "late" | "not_yet";

/** What is entered for one unit's report, or for many at once. */
export type Receipt = {
  /** Where it stands; `missing` removes the entry. */
  state: ReceivedState;
  /** Day on the document. */
  signed_on: string | null;
  /** Day it was sent. */
  sent_on: string | null;
  /** Day it came; `None` takes today. */
  received_on: string | null;
  /** How it came. */
  channel: Channel;
  /** False for a report that says nothing; it does not count as one. */
  has_content: boolean;
  /** May be empty. */
  note: string;
};

/** A file that came of a unit below ours. */
export type ReceivedFileId = number;

/** Where the report of a unit below stands in our office. */
export type ReceivedState = "missing" | "received" | "returned" | "accepted" | "withdrawn";

/** The register of a phase. */
export type Register = {
  /** Code of the phase. */
  phase: string;
  /** The day whose tree is shown. */
  on: string;
  /** By which structure. */
  structure: StructureOf;
  /** Which day decides. */
  late_by: LateBy;
  /** Every unit after its parent. */
  rows: Array<RegisterRow>;
  /** All of them. */
  total: ReportRate;
};

/** One unit in the register of a phase. */
export type RegisterRow = {
  /** Which unit. */
  unit: UnitId;
  /** Unit above it; `None`: ours. */
  parent: UnitId | null;
  /** Its name on the day that counts. */
  name: string;
  /** Its level then. */
  level: UnitLevel;
  /** Code of its kind. */
  kind: string;
  /** 0 directly below our unit. */
  depth: number;
  /** Whether a report is expected of it. */
  is_expected: boolean;
  /** Why not, or why on another day: the reason of the exception; empty without one. */
  exception: string;
  /** Day it is due; `None` while unknown, or where nothing is expected. */
  due_on: string | null;
  /** Where it stands. */
  state: ReceivedState;
  /** How it counts; `None` where nothing is expected. */
  punctuality: Punctuality | null;
  /** Days late by the rule of the office: of one that is there, or until today of one that is not. */
  days_late: number | null;
  /** Days until it is due. */
  days_left: number | null;
  /** Day on the document. */
  signed_on: string | null;
  /** Day it was sent. */
  sent_on: string | null;
  /** Day it came: the first version that said something. */
  received_on: string | null;
  /** Day on which the file that counts now came, where that is a later one. */
  corrected_on: string | null;
  /** How it came. */
  channel: Channel | null;
  /** False for a report without content. */
  has_content: boolean;
  /** Note of our office. */
  note: string;
  /** Day of the last reminder. */
  reminded_on: string | null;
  /** The unit itself and all units below it. */
  rate: ReportRate;
};

/** How somebody is reminded. */
export type ReminderChannel = "chat" | "email" | "letter" | "telephone";

/** Who is to be reminded of the report of a phase. */
export type ReminderList = {
  /** Code of the phase. */
  phase: string;
  /** Units that are late, or due within 7 days, the latest first. */
  rows: Array<ReminderRow>;
};

/** One unit that is to be reminded of a report. */
export type ReminderRow = {
  /** Which unit. */
  unit: UnitId;
  /** Its name. */
  name: string;
  /** Day the report is due. */
  due_on: string;
  /** Days late; negative: days left. */
  days_late: number;
  /** The step that has been reached: -7, 0, 3 or 7 days after the due day. */
  step: number;
  /** Whether it was reminded at this step already. */
  is_reminded: boolean;
  /** Reminders so far, of any step. */
  n_reminders: number;
  /** Day of the last one. */
  reminded_on: string | null;
  /** How it was reminded then. */
  channel: ReminderChannel | null;
  /** Whom one writes to or calls. */
  contacts: Array<UnitContact>;
  /** The line to paste into a chat. */
  chat: string;
};

/** What the check of a report found, the worst first; what was seen comes last. */
export type ReportCheck = {
  /** Code of the phase. */
  phase: string;
  /** What was found. */
  findings: Array<Finding>;
  /** Of these, what must be mended and was not seen. */
  n_must: number;
  /** What should be looked at and was not seen. */
  n_look: number;
  /** What was seen. */
  n_seen: number;
};

/** A report being written. */
export type ReportDraft = {
  /** What is owed. */
  row: ReportRow;
  /** Head and foot. */
  head: ReportHead;
  /** Body above ours, in capitals. */
  superior: string;
  /** Our unit, in capitals. */
  issuer: string;
  /** Symbol after the number: "BC-LĐLĐ". */
  symbol: string;
  /** Place before the date. */
  place: string;
  /** Subject under the type of the document. */
  subject: string;
  /** First paragraph. */
  opening: ReportSection;
  /** Sections I to VI with what is below them. */
  sections: Array<ReportSection>;
  /** Which official form it takes. */
  form: ReportForm;
  /** The annex of figures. */
  figures: FigureTable;
  /** The annexes that the report can have. */
  annexes: Array<AnnexOffer>;
  /** Name under which the file is proposed: safe letters, ends in .docx. */
  file_name: string;
};

/** Which form a report takes. */
export type ReportForm = {
  /** Its code. */
  code: string;
  /** Its name. */
  name: string;
  /** True if the official chose it; false if it holds on the day of the report. */
  is_chosen: boolean;
};

/** What the official can change in the head and the foot of a report. */
export type ReportHead = {
  /** Number, without the symbol; empty prints a gap to fill in by hand. */
  number: string;
  /** Day of the document; `None` prints a gap. */
  dated_on: string | null;
  /** Lines after "Kính gửi:". */
  addressees: Array<string>;
  /** Lines after "Nơi nhận:", without the dash. */
  recipients: Array<string>;
  /** Who signs. */
  signer: Signer;
};

/** One page. Lengths are in points. */
export type ReportPage = {
  /** The same for the same page. */
  hash: string;
  /** The number that is printed on it, or would be: an annex begins with 1 again. */
  number: number;
  /** Its width. */
  width: number;
  /** Its height. */
  height: number;
  /** Its picture; none for a page that the window knows. */
  svg: string | null;
};

/** All pages of a report. */
export type ReportPages = {
  /** In the order of the report. */
  pages: Array<ReportPage>;
  /** Where the sections lie. */
  anchors: Array<SectionPlace>;
};

/** Numerators and their one denominator. Never more than all. */
export type ReportRate = {
  /** Reports that are expected. */
  expected: number;
  /** There, and not late. */
  on_time: number;
  /** There, and late. */
  late: number;
  /** Not there. */
  not_yet: number;
  /** Of those not there: past their due day. */
  overdue: number;
  /** Reports that came although none is expected (exempted, or the unit has ended); in no other number. */
  unexpected: number;
};

/** One report that is owed. */
export type ReportRow = {
  /** Code of the phase. */
  phase: string;
  /** "Đợt 1". */
  phase_name: string;
  /** What the phase is about. */
  phase_title: string;
  /** Where it stands. */
  state: ReportState;
  /** Day it is due; `None` while the end of the phase is unknown. */
  due_on: string | null;
  /** True where the due day comes from the rule that the program proposes. */
  is_proposed: boolean;
  /** Days until it is due, for one that is not sent nor late. */
  days_left: number | null;
  /** Days late: for one not sent, until today; for one sent, until the day it was sent. */
  days_late: number | null;
  /** Number of the document, empty while it has none. */
  number: string;
  /** Day of the document. */
  dated_on: string | null;
  /** Day it was sent. */
  sent_on: string | null;
  /** How far the phase is: activities done. */
  n_done: number;
  /** Activities that count. */
  n_applicable: number;
  /** Sections whose text the official has changed. */
  n_kept_sections: number;
};

/** A section of a report. */
export type ReportSection = {
  /** Code in the outline. */
  code: string;
  /** "I", "2", "2.1". */
  number: string;
  /** Title as printed. */
  title: string;
  /** 1 for I, II …; 2 for 1, 2 …; 3 for 2.1 … */
  level: number;
  /** False for a heading that only holds others. */
  has_text: boolean;
  /** What the program writes now, from what was ticked, noted and counted. */
  composed: RichText;
  /** What the official wrote instead, if so, with the figures of now. */
  kept: RichText | null;
  /** What each block of the text that is printed was written from: as many as it has blocks. */
  sources: Array<Array<TextSource>>;
  /** What the program would write otherwise since the official wrote his own, in the order of the text. */
  changes: Array<TextChange>;
};

/** Where a report stands. */
export type ReportState = "draft" | "sent" | "received" | "returned" | "accepted";

/** What was sent of a report, and how it stands now. */
export type ReportVersions = {
  /** Code of the phase. */
  phase: string;
  /** The newest first. */
  versions: Array<VersionHead>;
  /** What has changed since the last one was sent; `None` if nothing has, and while the report is being corrected. */
  changed: ChangedSinceSent | null;
  /** Why the report is being corrected; empty if it is not. */
  correction: string;
};

/** What the receiving official says of a report that goes back. */
export type ReturnInput = {
  /** What is to be mended where. */
  marks: Array<ReturnMark>;
  /** What is to be mended on the whole; may be empty if there are marks. */
  note: string;
  /** Day by which the correction is wanted. */
  wanted_by: string | null;
};

/** A place of a report with a note of the office that returns it. */
export type ReturnMark = {
  /** Where. */
  place: MarkPlace;
  /** What is to be mended. */
  note: string;
};

/** A report of ours that came back. */
export type ReturnedReport = {
  /** Code of the phase. */
  phase: string;
  /** Version that came back. */
  version: number;
  /** The office that returned it. */
  office: string;
  /** Day it was returned. */
  returned_on: string;
  /** Day by which the correction is wanted. */
  wanted_by: string | null;
  /** What is to be mended on the whole; may be empty. */
  note: string;
  /** What is to be mended where. */
  marks: Array<ShownMark>;
};

/** A text: blocks one below the other. No blocks at all is an empty text. */
export type RichText = {
  /** The blocks. */
  content: Array<TextBlock>;
};

/** A plan file that was written. */
export type SavedCampaign = {
  /** Where it lies. */
  path: string;
  /** What it is, and the words that it goes with. */
  issued: IssuedCampaign;
  /** What was changed in the book. */
  outcome: Outcome;
};

/** A file that was written, and what was changed in the book. */
export type SavedExchange = {
  /** Where it lies. */
  path: string;
  /** What was changed. */
  outcome: Outcome;
  /** How many files went into it: forms in a folder, files of units in a package. */
  n_files: number;
  /** Names of units whose report has no file. */
  without: Array<string>;
};

/** What a sealed file is. */
export type SealedKind = "campaign" | "report" | "return" | "receipt";

/** A return or a receipt, before it is taken over. */
export type SealedPreview = {
  /** Return or receipt. */
  kind: SealedKind;
  /** The office that made it. */
  office: string;
  /** Fingerprint of its key. */
  fingerprint: string;
  /** True if the key is the one of the office that leads the campaign, or was confirmed before. Otherwise it is taken over
   * only once somebody has confirmed the fingerprint. */
  is_known_key: boolean;
  /** Code of the phase. */
  phase: string;
  /** "Đợt 1". */
  phase_name: string;
  /** Version of our report. */
  version: number;
  /** Day it was returned, or came. */
  on: string;
  /** Day by which the correction is wanted. */
  wanted_by: string | null;
  /** What is to be mended on the whole; empty for a receipt. */
  note: string;
  /** What is to be mended where; none for a receipt. */
  marks: Array<ShownMark>;
  /** True for a receipt of an office that has accepted the report. */
  is_accepted: boolean;
  /** True if it was taken over before. */
  is_taken: boolean;
};

/** A section that differs, word by word. */
export type SectionDifference = {
  /** Code of the section. */
  code: string;
  /** "III", "2.4"; empty for the opening. */
  number: string;
  /** Its title. */
  title: string;
  /** The text of both sides: without what was added it is the left one, without what was removed the right one. */
  pieces: Array<TextPiece>;
};

/** Where a section lies. Heights are counted from the upper edge of the page, in points; pages from 0. */
export type SectionPlace = {
  /** Code in the outline. */
  section: string;
  /** The page on which it begins. */
  page: number;
  /** Where it begins there. */
  top: number;
  /** The page on which it ends. */
  last_page: number;
  /** Where it ends there. */
  bottom: number;
};

/** A file or a link that the unit has for an activity. */
export type SentEvidence = {
  /** Code of the activity. */
  activity: string;
  /** Its title. */
  title: string;
  /** Hash of the file, in hex; empty for a link. */
  sha256?: string;
  /** Bytes of the file; 0 for a link. */
  size: number;
  /** Address of a link; empty for a file. */
  address?: string;
};

/** All that the four steps of the first start ask. */
export type SetUp = {
  /** Which unit we are. */
  unit: OurUnit;
  /** Who signs. */
  signer: Signer;
  /** Which plan. */
  plan: PlanChoice;
  /** Only the milestones that were changed. */
  milestones: Array<MilestoneSetting>;
};

/** A part of the settings. */
export type SettingsPart = "unit" | "signers" | "book";

/** How bad it is. Nothing forbids anything. */
export type Severity = "must_mend" | "please_look";

/** A mark with what people call its place. */
export type ShownMark = {
  /** Where. */
  place: MarkPlace;
  /** "Băng rôn (cái)", "II. Kết quả thực hiện", title of the activity. */
  label: string;
  /** What is to be mended. */
  note: string;
};

/** How many lines stand above a signature. */
export type SignatureForm = "two_lines" | "three_lines";

/** A person who signs, as the signature block prints it. */
export type Signer = {
  /** `None` for one that is not stored yet. */
  id: SignerId | null;
  /** First line, for instance "TM. BAN THƯỜNG VỤ"; DOMAIN.md A.3. */
  authority: string;
  /** Second line, for instance "PHÓ CHỦ TỊCH". */
  title: string;
  /** Full name under the signature. */
  name: string;
  /** The one that a new report takes. */
  is_default: boolean;
};

/** A person who may sign. */
export type SignerId = number;

/** What became of a unit since the cut-off. */
export type SinceFrozen = "came" | "corrected" | "left";

/** A part of a phase: before, during, after the congress. */
export type StageSpan = {
  /** Code in the plan. */
  code: string;
  /** "Trước", "Trong", "Sau". */
  name: string;
  /** First day, if it is known. */
  starts_on: string | null;
  /** Last day, if it is known. */
  ends_on: string | null;
};

/** One named change in the log. */
export type StepId = number;

/** Whether an entry of the log is a change, or takes one back, or does it again. */
export type StepKind = "do" | "undo" | "redo";

/** A change that can be named to the user: "Đánh dấu đã xong: Treo băng rôn". */
export type StepLabel = {
  /** The change. */
  step: StepId;
  /** Its name. */
  op: Op;
  /** What it was about: the title of the activity, the name of the milestone …; may be empty. */
  subject: string;
  /** How many things it touched, for bulk ticking. */
  count: number;
};

/** A change of the structure, with the day it takes effect (its first day in the new form). */
export type StructureChange = { "change": "rename", 
/** Which unit. */
unit: UnitId, 
/** Its new name. */
name: string, 
/** Code of its new kind. */
kind: string, } | { "change": "move", 
/** Which unit. */
unit: UnitId, 
/** Unit above it; `None`: ours. */
parent: UnitId | null, } | { "change": "close", 
/** Which unit. */
unit: UnitId, } | { "change": "merge", 
/** The units that end. */
units: Array<UnitId>, 
/** The unit that takes them in. */
into: UnitId, } | { "change": "split", 
/** The unit. */
unit: UnitId, 
/** The new ones. */
parts: Array<NewUnit>, 
/** True if the old one ends. */
ends: boolean, };

/** By which structure a register adds up. */
export type StructureOf = "then" | "today";

/** What the user says when he takes a plan file over. */
export type TakeCampaign = {
  /** Which unit of the file ours is. */
  unit: string;
  /** What an empty book needs besides; ignored by one that is set up. */
  beginning: Beginning | null;
};

/** What a look at a template found. */
export type TemplateCheck = {
  /** Everything that is wrong or doubtful, in the order of the document. */
  findings: Array<TemplateFinding>;
  /** The fields of the report that it uses, each once. */
  fields: Array<string>;
};

/** In what form a report is written out, and what it could be. */
export type TemplateChoice = {
  /** The template that was chosen; `None` is the program's own form. */
  chosen: TemplateId | null;
  /** All templates, by name. */
  templates: Array<WordTemplate>;
};

/** What can be wrong or doubtful in a template. */
export type TemplateFault = "not_word" | "old_word" | "dot_file" | "macros" | "too_large" | "unsafe" | "broken" | "unknown_field" | "open_tag" | "bad_tag" | "unknown_command" | "unknown_filter" | "not_a_list" | "not_a_text" | "never_closed" | "never_opened" | "split" | "not_in_row" | "lost_text" | "cannot_fill" | "no_number" | "no_day" | "no_signer" | "no_sections";

/** One thing that is wrong or doubtful in a template. */
export type TemplateFinding = {
  /** What it is. */
  fault: TemplateFault;
  /** True if a report can be written all the same. */
  is_warning: boolean;
  /** Where it is; `None` for the file as a whole. */
  place: TemplatePlace | null;
  /** The field or the tag as it stands there; the name of a part for a file that is refused. */
  found: string;
  /** A field that may be meant; empty if none is near. */
  hint: string;
};

/** A Word template of the office's own. */
export type TemplateId = number;

/** A part of a Word document that is filled. */
export type TemplatePart = "body" | "header" | "footer" | "notes";

/** A place in a template. */
export type TemplatePlace = {
  /** Which part of the document. */
  part: TemplatePart;
  /** Number of the paragraph in that part, from 1, those in tables included. */
  paragraph: number;
  /** What the paragraph says, shortened round the place. */
  text: string;
};

/** A block of a text. */
export type TextBlock = { "type": "paragraph", 
/** What it says. */
content: Array<TextInline>, } | { "type": "heading", 
/** What it says. */
content: Array<TextInline>, } | { "type": "dash_item", 
/** What it says. */
content: Array<TextInline>, } | { "type": "figure_table", 
/** Which one. */
attrs: FigureTableRef, } | { "type": "chart", 
/** Which one. */
attrs: ChartRef, };

/** Something that the program would write otherwise than when the official wrote his own text. */
export type TextChange = {
  /** What the program would have written then; `None` for something that is new. */
  before: TextBlock | null;
  /** What it would write now; `None` for something that is gone. */
  now: TextBlock | null;
  /** What the one of now was written from. */
  sources: Array<TextSource>;
};

/** Something in a line. */
export type TextInline = { "type": "text", 
/** The letters. */
text: string, 
/** How they are set; none for plain ones. */
marks?: Array<TextMark>, } | { "type": "figure", 
/** Which one. */
attrs: LiveFigure, 
/** How it is set. */
marks?: Array<TextMark>, };

/** How letters are set. */
export type TextMark = { "type": "strong" } | { "type": "em" };

/** A stretch of words with the spaces and line ends after them. */
export type TextPiece = {
  /** What became of it. */
  kind: PieceKind;
  /** The words. */
  text: string;
};

/** What a sentence of the program was written from. */
export type TextSource = { "kind": "activity", 
/** Code of the activity. */
code: string, 
/** Its title. */
title: string, } | { "kind": "figure", 
/** Code of the indicator. */
indicator: string, 
/** Code of the split, or empty. */
split: string, 
/** Its name. */
label: string, };

/** Light, dark, or as the system says. */
export type Theme = "system" | "light" | "dark";

/** The whole campaign on a line of time. */
export type Timeline = {
  /** Today. */
  today: string;
  /** First day to draw. */
  from: string;
  /** Last day to draw. */
  to: string;
  /** The phases. */
  phases: Array<TimelinePhase>;
  /** All milestones, boundaries included. */
  milestones: Array<MilestoneView>;
  /** The lanes in the order of the plan. */
  lanes: Array<Lane>;
  /** The activities. */
  bars: Array<TimelineBar>;
};

/** An activity on the timeline. */
export type TimelineBar = {
  /** Code of the activity. */
  code: string;
  /** Its title. */
  title: string;
  /** Code of the form whose lane it stands in. */
  lane: string;
  /** Code of its phase. */
  phase: string;
  /** Number of its phase, for the colour. */
  phase_number: number;
  /** First day, if it is known. */
  starts_on: string | null;
  /** Day it is due, if it is known. */
  due_on: string | null;
  /** First day to draw it from: the day itself, or the earliest that is possible. */
  drawn_from: string;
  /** Last day to draw it to: the day itself, or the latest that is possible. */
  drawn_to: string;
  /** Where it stands. */
  state: ProgressState;
  /** Days late, if it is. */
  days_late: number | null;
  /** True for one that the unit added itself. */
  is_own: boolean;
};

/** A phase on the timeline. */
export type TimelinePhase = {
  /** Dates and counts. */
  head: PhaseHead;
  /** First day to draw it from: the day itself, or the earliest that is possible. */
  drawn_from: string;
  /** Last day to draw it to: the day itself, or the latest that is possible. */
  drawn_to: string;
  /** Its stages; none in the first phase. */
  stages: Array<StageSpan>;
};

/** What is being typed into a report and is not saved yet: the preview shows it. */
export type TypedReport = {
  /** Head and foot, if they are open. */
  head: ReportHead | null;
  /** Sections that are open. */
  sections: Array<TypedSection>;
};

/** The text of a section as it is being typed. */
export type TypedSection = {
  /** Code in the outline. */
  code: string;
  /** Its text. */
  text: RichText;
};

/** An office contact: by title, never a member. */
export type UnitContact = {
  /** "Chủ tịch", "Văn phòng". */
  title: string;
  /** Telephone of the office; may be empty. */
  phone: string;
  /** E-mail of the office; may be empty. */
  email: string;
};

/** One step of the lineage, seen from a unit. */
export type UnitDescent = {
  /** The older unit. */
  from: UnitId;
  /** Its name. */
  from_name: string;
  /** The younger one, or the one it went up in. */
  to: UnitId;
  /** Its name. */
  to_name: string;
  /** How. */
  manner: DescentManner;
  /** The day it took effect. */
  on: string;
  /** Document that decided it; may be empty. */
  document: string;
};

/** One unit with everything that is known of it. */
export type UnitDetail = {
  /** Which unit. */
  id: UnitId;
  /** Its last name. */
  name: string;
  /** Its last level. */
  level: UnitLevel;
  /** Code of its last kind. */
  kind: string;
  /** Units above it on that day, the highest first, ours left out. */
  path: Array<[UnitId, string]>;
  /** Its facts. */
  facts: UnitFacts;
  /** Whom one writes to or calls. */
  contacts: Array<UnitContact>;
  /** Names and places in the tree, the oldest first. */
  spans: Array<UnitSpan>;
  /** Where it came from and what came out of it. */
  descents: Array<UnitDescent>;
  /** True if it exists on the day that was asked for. */
  exists: boolean;
};

/** What a change meant for one unit. Of an undo: what was taken back. */
export type UnitEvent = { "what": "reminder", 
/** Of which phase. */
phase: Named, 
/** The step that had been reached, in days after the due day. */
step: number, 
/** How. */
channel: ReminderChannel, 
/** The day. */
on: string, 
/** May be empty. */
note: string, } | { "what": "report", 
/** Of which phase. */
phase: Named, 
/** Where it stands since; `missing`: the entry was removed. */
state: ReceivedState, 
/** Day it came. */
on: string | null, 
/** How it came. */
channel: Channel | null, 
/** May be empty. */
note: string, } | { "what": "exception", 
/** In which phase. */
phase: Named, 
/** Title of the activity; empty for the report of the phase. */
activity: string, 
/** Whether the exception holds since, and which. */
given: ExceptionGiven, 
/** Why it was made. */
reason: string, } | { "what": "congress", 
/** Day it is planned for. */
planned_on: string | null, 
/** Day it was held. */
held_on: string | null, };

/** What a unit's report has behind its figures. */
export type UnitEvidence = {
  /** The file. */
  file: ReceivedFileId;
  /** Its name as it came. */
  file_name: string;
  /** Day it came. */
  received_on: string;
  /** Who typed it in for the unit, by title; empty for what the unit wrote itself. */
  entered_for: string;
  /** Files and links, with the titles of their activities in place of the codes. */
  evidence: Array<SentEvidence>;
};

/** One unit is given another day, or is not expected to. */
export type UnitException = {
  /** Which unit. */
  unit: UnitId;
  /** Code of the phase. */
  phase: string;
  /** Code of the activity; empty for the report of the phase. */
  activity: string;
  /** The other day; `None`: not expected. */
  due_on: string | null;
  /** Why; never empty. */
  reason: string;
  /** Who allowed it, by title. */
  allowed_by: string;
  /** The document that allows it; may be empty. */
  document: string;
};

/** Facts of a unit below ours that have no date of their own. */
export type UnitFacts = {
  /** The office's own code for it; empty if it has none, else unique. */
  code: string;
  /** Number of union members, where it is known. */
  members: number | null;
  /** Sector of the employer. */
  sector: EmployerSector;
  /** Whether it has a page on Facebook; `None` while nobody has said. */
  has_page: boolean | null;
  /** The department of our office that follows it. */
  followed_by: string;
};

/** One line of a unit's history: an entry of the log that touched it. */
export type UnitHistoryEntry = {
  /** The line of the log. Its subject and number are those of the whole change, which may have touched other units too. */
  entry: HistoryEntry;
  /** What it meant for this unit; `None` where the name of the change says it all. */
  event: UnitEvent | null;
};

/** A node of the organisation. */
export type UnitId = number;

/** A kind of unit (data of the office): "Liên đoàn Lao động huyện", "Công đoàn cơ sở trường học". */
export type UnitKind = {
  /** Code, ASCII. */
  code: string;
  /** Name on the screen and in lists. */
  name: string;
  /** The level that rules take it for. */
  level: UnitLevel;
};

/** Level of a unit in the organisation. Which activities a unit has follows from it. */
export type UnitLevel = "province" | "district" | "sector" | "public_employees" | "commune" | "direct_grassroots" | "grassroots" | "occupational_union";

/** A unit in the tree on a day. */
export type UnitNode = {
  /** Which unit. */
  id: UnitId;
  /** `None`: directly below our unit. */
  parent: UnitId | null;
  /** Name on that day. */
  name: string;
  /** Level on that day. */
  level: UnitLevel;
  /** Code of its kind. */
  kind: string;
  /** Its facts as they are now. */
  facts: UnitFacts;
  /** 0 directly below our unit. */
  depth: number;
  /** All units below it, at every depth. */
  n_below: number;
};

/** The report of one unit for one phase. */
export type UnitReport = {
  /** Code and name of the phase. */
  phase: Named;
  /** Its line in the register; `None` if the unit does not exist on the day that counts and nothing came of it. */
  row: RegisterRow | null;
};

/** A stretch of time in which a unit had one name and one place in the tree. */
export type UnitSpan = {
  /** First day; `None` since ever. */
  starts_on: string | null;
  /** Last day; `None` still. */
  ends_on: string | null;
  /** Unit above it; `None`: ours. */
  parent: UnitId | null;
  /** Name of the unit above it. */
  parent_name: string;
  /** Its name. */
  name: string;
  /** Its level. */
  level: UnitLevel;
  /** Code of its kind. */
  kind: string;
  /** The document by which it came to be so; may be empty. */
  began_by: string;
  /** The document by which the unit ended with it; may be empty, and is while the unit goes on. */
  ended_by: string;
};

/** The tree on a day: every unit after its parent, children in the order of the office. */
export type UnitTree = {
  /** The day. */
  on: string;
  /** The units that exist on it. */
  units: Array<UnitNode>;
  /** Kinds to choose from. */
  kinds: Array<UnitKind>;
};

/** Why a version was made. */
export type VersionCause = "first" | "returned" | "corrected";

/** What differs between two versions, or between one and now. */
export type VersionComparison = {
  /** Code of the phase. */
  phase: string;
  /** The left side. */
  left: VersionSide;
  /** The right side. */
  right: VersionSide;
  /** Head and foot. */
  head: Array<HeadDifference>;
  /** Texts. */
  sections: Array<SectionDifference>;
  /** Figures. */
  figures: Array<FigureDifference>;
  /** Activities. */
  activities: Array<ActivityDifference>;
};

/** A report as it left the house. */
export type VersionHead = {
  /** 1, 2, 3. */
  number: number;
  /** Day it was sent. */
  sent_on: string;
  /** Instant at which it was kept, UTC, RFC 3339. */
  kept_at: string;
  /** Account on the PC; may be empty. */
  who: string;
  /** Why there is this version. */
  cause: VersionCause;
  /** What the official said of it; empty for the first one, and where nothing was said of a returned one. */
  reason: string;
  /** Name of the kept document. */
  document: string;
  /** Its hash, in hex. */
  sha256: string;
  /** Its bytes. */
  size: number;
  /** True if the kept document is no longer beside the book. */
  is_missing: boolean;
};

/** One side of a comparison. */
export type VersionSide = { "sent": number } | "now";

/** The folder into which the office saves what it is sent. */
export type WatchedFolder = {
  /** Where it is. */
  path: string;
  /** False if it cannot be reached now. */
  is_there: boolean;
  /** Files that came, or changed, since the folder was looked at last. */
  n_new: number;
};

/** A Word template that is kept in the book. */
export type WordTemplate = {
  /** Its id. */
  id: TemplateId;
  /** What the office calls it. */
  name: string;
  /** SHA-256 of the file in hex. */
  sha256: string;
  /** Bytes of the file. */
  size: number;
  /** Instant at which it was added, UTC, RFC 3339. */
  added_at: string;
  /** True if the kept file is no longer there. */
  is_missing: boolean;
};

/** Every command of the window. */
export interface Commands {
  book_state: { args: Record<string, never>; ret: BookState };
  set_up: { args: { input: SetUp }; ret: Outcome };
  open_sample: { args: Record<string, never>; ret: BookState };
  open_own: { args: Record<string, never>; ret: BookState };
  ready_to_close: { args: Record<string, never>; ret: null };
  show_log: { args: Record<string, never>; ret: null };
  data_folder: { args: Record<string, never>; ret: DataFolder };
  choose_data_folder: { args: Record<string, never>; ret: string | null };
  preview_move: { args: { path: string }; ret: MovePreview };
  move_data_folder: { args: { path: string; insists: boolean }; ret: DataFolder };
  take_data_folder: { args: { path: string }; ret: BookState };
  open_data_folder: { args: Record<string, never>; ret: null };
  open_left_behind: { args: Record<string, never>; ret: null };
  list_plans: { args: Record<string, never>; ret: Array<PlanHead> };
  handed_file: { args: Record<string, never>; ret: HandedFile | null };
  choose_plan_file: { args: Record<string, never>; ret: HandedFile | null };
  read_plan_file: { args: { path: string }; ret: HandedFile };
  campaign_issue: { args: Record<string, never>; ret: CampaignIssue };
  choose_campaign_place: { args: Record<string, never>; ret: string | null };
  issue_campaign: { args: { note: string; path: string }; ret: SavedCampaign };
  pass_campaign: { args: { path: string }; ret: SavedCampaign };
  preview_amended_plan: { args: { plan: PlanText }; ret: Array<CampaignChange> };
  amend_plan: { args: { plan: PlanText }; ret: Outcome };
  preview_campaign: { args: { text: string; unit: string | null }; ret: CampaignOffer };
  take_campaign: { args: { text: string; input: TakeCampaign }; ret: Outcome };
  choose_exchange_path: { args: { kind: ExchangePath; phase: string; unit: UnitId | null }; ret: string | null };
  save_form: { args: { phase: string; unit: UnitId; path: string }; ret: SavedExchange };
  save_forms: { args: { phase: string; units: Array<UnitId>; path: string }; ret: SavedExchange };
  return_report: { args: { phase: string; unit: UnitId; input: ReturnInput; path: string }; ret: SavedExchange };
  receipt_line: { args: { phase: string; unit: UnitId }; ret: string };
  give_receipt_line: { args: { phase: string; unit: UnitId }; ret: Outcome };
  save_receipt: { args: { phase: string; unit: UnitId; path: string }; ret: SavedExchange };
  forward_reports: { args: { phase: string; path: string }; ret: SavedExchange };
  save_report_package: { args: { phase: string; path: string }; ret: SavedExchange };
  enter_report: { args: { phase: string; unit: UnitId; entered: EnteredReport; scan: string | null }; ret: Outcome };
  entered_report: { args: { phase: string; unit: UnitId }; ret: EnteredReport | null };
  take_sealed: { args: { text: string; confirmed: boolean }; ret: Outcome };
  return_marks: { args: { phase: string }; ret: ReturnedReport | null };
  ledger: { args: { filter: LedgerFilter }; ret: Array<LedgerEntry> };
  export_ledger: { args: { filter: LedgerFilter; path: string }; ret: string };
  overview: { args: Record<string, never>; ret: Overview };
  timeline: { args: Record<string, never>; ret: Timeline };
  checklist: { args: { phase: string }; ret: Checklist };
  activity: { args: { code: string }; ret: ActivityDetail };
  set_progress: { args: { codes: Array<string>; change: ProgressChange }; ret: Outcome };
  set_note: { args: { code: string; note: string }; ret: Outcome };
  add_activity: { args: { activity: OwnActivity }; ret: Outcome };
  edit_activity: { args: { code: string; activity: OwnActivity }; ret: Outcome };
  remove_activity: { args: { code: string }; ret: Outcome };
  choose_files: { args: { code: string }; ret: Outcome };
  add_files: { args: { code: string; paths: Array<string> }; ret: Outcome };
  add_link: { args: { code: string; url: string; title: string }; ret: Outcome };
  remove_evidence: { args: { id: EvidenceId }; ret: Outcome };
  open_evidence: { args: { id: EvidenceId }; ret: null };
  figure_table: { args: { phase: string }; ret: FigureTable };
  set_figure: { args: { input: FigureInput }; ret: Outcome };
  list_reports: { args: Record<string, never>; ret: Array<ReportRow> };
  report_draft: { args: { phase: string }; ret: ReportDraft };
  set_report_head: { args: { phase: string; head: ReportHead }; ret: Outcome };
  set_report_section: { args: { phase: string; section: string; text: RichText | null }; ret: Outcome };
  decide_text_change: { args: { phase: string; section: string; change: TextChange; takes: boolean }; ret: Outcome };
  offer_unicode: { args: { texts: Array<PastedText> }; ret: LegacyOffer | null };
  set_report_state: { args: { phase: string; state: ReportState; on: string | null }; ret: Outcome };
  save_report: { args: { phase: string }; ret: string | null };
  save_report_pdf: { args: { phase: string }; ret: string | null };
  print_report: { args: { phase: string }; ret: null };
  report_pages: { args: { phase: string; typed: TypedReport; known: Array<string> }; ret: ReportPages };
  export_report: { args: { phase: string; path: string }; ret: string };
  save_report_tables: { args: { phase: string }; ret: string | null };
  export_report_tables: { args: { phase: string; path: string }; ret: string };
  show_in_folder: { args: { path: string }; ret: null };
  set_report_annexes: { args: { phase: string; included: Array<string> }; ret: Outcome };
  report_chart: { args: { phase: string; code: string }; ret: Array<string> };
  report_photos: { args: { phase: string }; ret: Array<PhotoView> };
  set_report_photos: { args: { phase: string; photos: Array<PhotoChoice> }; ret: Outcome };
  photo_address: { args: { id: EvidenceId }; ret: string };
  report_check: { args: { phase: string }; ret: ReportCheck };
  mark_finding_seen: { args: { phase: string; key: string }; ret: Outcome };
  unmark_finding_seen: { args: { phase: string; key: string }; ret: Outcome };
  correct_report: { args: { phase: string; reason: string }; ret: Outcome };
  report_versions: { args: { phase: string }; ret: ReportVersions };
  compare_versions: { args: { phase: string; left: VersionSide; right: VersionSide }; ret: VersionComparison };
  save_version: { args: { phase: string; number: number }; ret: string | null };
  export_version: { args: { phase: string; number: number; path: string }; ret: string };
  list_forms: { args: Record<string, never>; ret: FormList };
  set_form: { args: { form: FormProfile }; ret: Outcome };
  remove_form: { args: { code: string }; ret: Outcome };
  set_report_form: { args: { phase: string; code: string | null }; ret: Outcome };
  list_templates: { args: Record<string, never>; ret: Array<WordTemplate> };
  choose_template: { args: Record<string, never>; ret: string | null };
  check_template: { args: { path: string }; ret: TemplateCheck };
  add_template: { args: { path: string; name: string }; ret: Outcome };
  remove_template: { args: { id: TemplateId }; ret: Outcome };
  save_template_sample: { args: Record<string, never>; ret: string | null };
  template_choice: { args: { phase: string }; ret: TemplateChoice };
  set_report_template: { args: { phase: string; template: TemplateId | null }; ret: Outcome };
  undo: { args: { step: StepId | null }; ret: Outcome };
  redo: { args: Record<string, never>; ret: Outcome };
  history: { args: { limit: number }; ret: Array<HistoryEntry> };
  set_unit: { args: { unit: OurUnit }; ret: Outcome };
  set_signer: { args: { signer: Signer }; ret: Outcome };
  remove_signer: { args: { id: SignerId }; ret: Outcome };
  set_preferences: { args: { preferences: Preferences }; ret: null };
  milestones: { args: Record<string, never>; ret: Array<MilestoneView> };
  preview_milestone: { args: { setting: MilestoneSetting }; ret: Array<MovedItem> };
  set_milestone: { args: { setting: MilestoneSetting }; ret: Outcome };
  set_due_rule: { args: { rule: DueRule }; ret: Outcome };
  unit_tree: { args: { on: string | null }; ret: UnitTree };
  unit_detail: { args: { unit: UnitId }; ret: UnitDetail };
  unit_history: { args: { unit: UnitId; limit: number }; ret: Array<UnitHistoryEntry> };
  add_unit: { args: { unit: NewUnit }; ret: Outcome };
  edit_unit: { args: { unit: UnitId; facts: UnitFacts; contacts: Array<UnitContact> }; ret: Outcome };
  correct_unit: { args: { unit: UnitId; name: string; kind: string }; ret: Outcome };
  remove_unit: { args: { unit: UnitId }; ret: Outcome };
  change_structure: { args: { change: StructureChange; on: string; document: string }; ret: Outcome };
  unit_kinds: { args: Record<string, never>; ret: Array<KindUse> };
  set_unit_kind: { args: { kind: UnitKind }; ret: Outcome };
  choose_unit_list: { args: Record<string, never>; ret: string | null };
  preview_units: { args: { path: string; choices: ImportChoices; on: string | null }; ret: ImportPreview };
  import_units: { args: { path: string; choices: ImportChoices; on: string | null }; ret: Outcome };
  register: { args: { phase: string; structure: StructureOf }; ret: Register };
  report_rates: { args: Record<string, never>; ret: Array<PhaseRate> };
  set_received: { args: { phase: string; units: Array<UnitId>; receipt: Receipt }; ret: Outcome };
  board: { args: Record<string, never>; ret: Board };
  save_board: { args: Record<string, never>; ret: string | null };
  export_board: { args: { path: string }; ret: string };
  save_register: { args: { phase: string; structure: StructureOf }; ret: string | null };
  export_register: { args: { phase: string; structure: StructureOf; path: string }; ret: string };
  unit_reports: { args: { unit: UnitId }; ret: Array<UnitReport> };
  expected_of: { args: { unit: UnitId }; ret: Array<ExpectedItem> };
  preview_facts: { args: { unit: UnitId; facts: UnitFacts }; ret: ExpectationChange };
  preview_kind: { args: { unit: UnitId; kind: string; on: string | null }; ret: ExpectationChange };
  preview_unit_kind: { args: { kind: UnitKind }; ret: KindExpectation };
  list_exceptions: { args: Record<string, never>; ret: Array<UnitException> };
  set_exception: { args: { exception: UnitException }; ret: Outcome };
  remove_exception: { args: { unit: UnitId; phase: string; activity: string }; ret: Outcome };
  list_level_dues: { args: Record<string, never>; ret: Array<LevelDue> };
  list_duties: { args: { phase: string }; ret: Array<Duty> };
  set_level_due: { args: { due: LevelDue }; ret: Outcome };
  set_late_by: { args: { rule: LateBy }; ret: Outcome };
  reminders: { args: { phase: string }; ret: ReminderList };
  add_reminders: { args: { phase: string; units: Array<UnitId>; channel: ReminderChannel; note: string }; ret: Outcome };
  save_reminder_mails: { args: { phase: string; units: Array<UnitId> }; ret: string | null };
  save_reminder_letter: { args: { phase: string; units: Array<UnitId>; letter: LetterInput }; ret: string | null };
  export_reminder_letter: { args: { phase: string; units: Array<UnitId>; letter: LetterInput; path: string }; ret: string };
  choose_report_files: { args: Record<string, never>; ret: Array<string> };
  choose_report_folder: { args: Record<string, never>; ret: string | null };
  preview_files: { args: { paths: Array<string> }; ret: Inbox };
  accept_files: { args: { paths: Array<string>; choice: InboxChoice }; ret: Outcome };
  watched_folder: { args: Record<string, never>; ret: WatchedFolder | null };
  watch_folder: { args: { path: string | null }; ret: WatchedFolder | null };
  see_watched_folder: { args: Record<string, never>; ret: null };
  consolidation: { args: { phase: string }; ret: Consolidation };
  consolidation_units: { args: { phase: string; indicator: string; split: string }; ret: ConsolidationUnits };
  unit_evidence: { args: { phase: string; unit: UnitId }; ret: UnitEvidence | null };
  freeze_consolidation: { args: { phase: string; note: string }; ret: Outcome };
  consolidation_changes: { args: { phase: string }; ret: ConsolidationChanges };
  narrative_sections: { args: { phase: string }; ret: Array<NarrativeSection> };
  narratives: { args: { phase: string; section: string }; ret: Narratives };
  pick_narrative: { args: { phase: string; section: string; file: ReceivedFileId; text: RichText }; ret: Outcome };
  congresses: { args: Record<string, never>; ret: CongressList };
  set_congress: { args: { congress: Congress }; ret: Outcome };
}
