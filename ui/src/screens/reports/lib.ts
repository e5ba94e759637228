/**
 * What the screen of reports decides without the program: which pane shows what, what a typed text means for the
 * section it belongs to, and how a report is cut into blocks and pages for the quick preview. Nothing here calls.
 */
import type { ReportDraft, ReportHead, ReportRow, ReportSection, RichText, Signer } from '$lib/ipc/bindings';
import { isSameRichText, plain } from './editor/text';
import { isEditable } from './shown';

/** What the middle of the screen shows: one of the panes that are not a section, or the code of a section. */
export const HEAD_PANE = '@head';
export const ANNEX_PANE = '@annex';
export const ANNEXES_PANE = '@annexes';
export const PHOTOS_PANE = '@photos';

export type Tone = 'late' | 'soon' | 'good' | 'plain';

/** How a card speaks of time: by words and by tone, never by the tone alone. */
export type Standing =
  | { kind: 'unknown'; tone: Tone }
  | { kind: 'left' | 'late' | 'sent_late'; days: number; tone: Tone }
  | { kind: 'sent_in_time'; tone: Tone };

const SOON_DAYS = 14;

/** Where a report stands against its due day. */
export function standing(row: ReportRow): Standing {
  const isSent = !isEditable(row.state);
  if (row.days_late !== null && row.days_late > 0) {
    return { kind: isSent ? 'sent_late' : 'late', days: row.days_late, tone: isSent ? 'plain' : 'late' };
  }
  if (isSent) return { kind: 'sent_in_time', tone: 'good' };
  if (row.days_left === null) return { kind: 'unknown', tone: 'plain' };
  return { kind: 'left', days: row.days_left, tone: row.days_left <= SOON_DAYS ? 'soon' : 'plain' };
}

/** The opening and the sections under it, in the order of the document. */
export function allSections(draft: ReportDraft): ReportSection[] {
  return [draft.opening, ...draft.sections];
}

export function sectionText(section: ReportSection): RichText {
  return section.kept ?? section.composed;
}

/** "có … đoàn viên": a place to fill in by hand. "Cờ, phướn…" is none: those dots follow a word. */
export function hasGap(section: ReportSection): boolean {
  return section.has_text && /(^|\s)(…|\.{3,})/.test(plain(sectionText(section)));
}

/** Sections that still have places to fill in. */
export function sectionsWithGaps(draft: ReportDraft): ReportSection[] {
  return allSections(draft).filter(hasGap);
}

/** "III.2.1": the number of a section with that of the part it stands in; empty for the opening. */
export function sectionPath(draft: ReportDraft, section: ReportSection): string {
  if (section.level <= 1) return section.number;
  const before = draft.sections.slice(
    0,
    draft.sections.findIndex((one) => one.code === section.code),
  );
  const part = before.filter((one) => one.level === 1).at(-1);
  return part === undefined ? section.number : `${part.number}.${section.number}`;
}

/** "III. KẾT QUẢ", "2.1. Báo, đài"; the opening has no number. */
export function sectionTitle(section: ReportSection): string {
  return section.number === '' ? section.title : `${section.number}. ${section.title}`;
}

/** What to send to the core for what was typed. */
export type SectionChange = { kind: 'nothing' } | { kind: 'set'; text: RichText | null };

/** A text typed back to what the program writes is the program's again; one that did not change is not sent. */
export function sectionChange(section: ReportSection, typed: RichText): SectionChange {
  if (isSameRichText(typed, sectionText(section))) return { kind: 'nothing' };
  if (isSameRichText(typed, section.composed)) return { kind: 'set', text: null };
  return { kind: 'set', text: typed };
}

/** Lines typed into a field that takes one thing a line. */
export function filledLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A report head as the form holds it: as text, so that nothing is rewritten while it is typed. */
export type HeadForm = {
  number: string;
  dated_on: string | null;
  addressees: string;
  recipients: string;
  signer: Signer;
};

export function headForm(head: ReportHead): HeadForm {
  return {
    number: head.number,
    dated_on: head.dated_on,
    addressees: head.addressees.join('\n'),
    recipients: head.recipients.join('\n'),
    signer: head.signer,
  };
}

export function headFromForm(form: HeadForm): ReportHead {
  return {
    number: form.number.trim(),
    dated_on: form.dated_on,
    addressees: filledLines(form.addressees),
    recipients: filledLines(form.recipients),
    signer: form.signer,
  };
}

function sameSigner(left: Signer, right: Signer): boolean {
  return left.name === right.name && left.authority === right.authority && left.title === right.title;
}

export function isSameHead(left: ReportHead, right: ReportHead): boolean {
  return (
    left.number === right.number &&
    left.dated_on === right.dated_on &&
    left.addressees.join('\n') === right.addressees.join('\n') &&
    left.recipients.join('\n') === right.recipients.join('\n') &&
    sameSigner(left.signer, right.signer)
  );
}

/** A signer to choose; one that only this report names comes first and is marked. */
export type SignerChoice = { value: string; signer: Signer; isAsWritten: boolean };

export function signerChoices(signers: readonly Signer[], written: Signer): SignerChoice[] {
  const known = signers.map((signer, at) => ({ value: String(signer.id ?? `new-${at}`), signer, isAsWritten: false }));
  if (known.some((choice) => sameSigner(choice.signer, written))) return known;
  return [{ value: 'written', signer: written, isAsWritten: true }, ...known];
}

export function chosenSigner(choices: readonly SignerChoice[], signer: Signer): string {
  return choices.find((choice) => sameSigner(choice.signer, signer))?.value ?? '';
}

export type FigureCount = { code: string; name: string; n_reported: number; n_all: number };

/** Per heading of the annex: how many of its lines say something. */
export function figureCounts(draft: ReportDraft): FigureCount[] {
  return draft.figures.groups.map((group) => ({
    code: group.code,
    name: group.name,
    n_reported: group.rows.filter((row) => row.split === '' && row.period.state !== 'not_reported').length,
    n_all: group.rows.filter((row) => row.split === '').length,
  }));
}
