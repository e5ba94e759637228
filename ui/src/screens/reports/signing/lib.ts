/** What the panes of the check and of the versions decide without the program. */
import type {
  FigureCell,
  FigureDifference,
  Finding,
  FindingPlace,
  ReportCheck,
  ReportDraft,
  VersionSide,
} from '$lib/ipc/bindings';
import type { Words } from '$lib/words/vi';
import { allSections, sectionPath } from '../lib';

/** Panes of the middle of the screen that belong to no section. */
export const CHECK_PANE = '@check';
export const VERSIONS_PANE = '@versions';

/** What a finding is called in the list: the place that it leads to. */
export function placeName(place: FindingPlace, draft: ReportDraft, w: Words): string {
  switch (place.kind) {
    case 'head':
      return w.check.where.head[place.field];
    case 'settings':
      return w.check.where.settings[place.part];
    case 'figure':
      return w.check.where.figure;
    case 'activity':
      return w.check.where.activity;
    case 'consolidation':
      return w.check.where.consolidation;
    case 'section': {
      const section = allSections(draft).find((one) => one.code === place.code);
      if (section === undefined) return place.code;
      return section.number === ''
        ? section.title || w.reports.openingTitle
        : `${sectionPath(draft, section)}. ${section.title}`;
    }
  }
}

/** Under which heading a finding stands: what was seen is apart from what is open. */
export type FindingGroup = { kind: Finding['severity'] | 'seen'; findings: Finding[] };

export function findingGroups(check: ReportCheck): FindingGroup[] {
  const open = (severity: Finding['severity']): Finding[] =>
    check.findings.filter((finding) => !finding.is_seen && finding.severity === severity);
  const groups: FindingGroup[] = [
    { kind: 'must_mend', findings: open('must_mend') },
    { kind: 'please_look', findings: open('please_look') },
    { kind: 'seen', findings: check.findings.filter((finding) => finding.is_seen) },
  ];
  return groups.filter((group) => group.findings.length > 0);
}

/** Selects words in a text that is shown, however the text is cut into pieces; false if they are not there. */
export function selectWords(root: HTMLElement, words: string): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: text.length });
    text += node.textContent ?? '';
  }
  const at = text.toLocaleLowerCase('vi').indexOf(words.toLocaleLowerCase('vi'));
  if (at < 0) return false;
  const place = (offset: number): [Text, number] | null => {
    const found = nodes.filter(({ from }) => from <= offset).at(-1);
    return found === undefined ? null : [found.node, offset - found.from];
  };
  const [start, end] = [place(at), place(at + words.length)];
  if (start === null || end === null) return false;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  start[0].parentElement?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** What a cell says, with the kinds of empty by their names. */
export function cellText(cell: FigureCell | null, w: Words): string {
  if (cell === null) return w.check.notThere;
  return cell.state === 'number' ? cell.text : w.reports.figures.empty[cell.state];
}

/** "Hội nghị, buổi tuyên truyền miệng: 12 → 15 cuộc (+3)". */
export function figureSentence(figure: FigureDifference, w: Words): string {
  const which = figure.is_cumulative ? ` (${w.check.cumulative})` : '';
  const difference = figure.difference === '' ? '' : ` (${figure.difference})`;
  return `${figure.label}${which}: ${cellText(figure.left, w)} → ${cellText(figure.right, w)} ${figure.unit}${difference}`;
}

export function sideName(side: VersionSide, w: Words): string {
  return side === 'now' ? w.check.now : w.check.version(side.sent);
}

/** A side as the value of a choice, and back. */
export const sideValue = (side: VersionSide): string => (side === 'now' ? 'now' : String(side.sent));
export const sideOf = (value: string): VersionSide => (value === 'now' ? 'now' : { sent: Number(value) });
