import type {
  ErrorCode,
  ExpectationChange,
  NewUnit,
  StructureChange,
  UnitContact,
  UnitDetail,
  UnitFacts,
  UnitId,
  UnitNode,
  UnitTree,
} from '$lib/ipc/bindings';
import { foldedOnce, hasWords } from '$lib/text';

/** A line of the tree as it is shown. */
export type TreeLine = {
  node: UnitNode;
  /** Place among its brothers, from 1, and how many they are: for a screen reader. */
  at: number;
  of: number;
  isOpen: boolean;
};

export const hasBelow = (node: UnitNode): boolean => node.n_below > 0;

/** The units above one, the nearest first. */
export function above(units: ReadonlyMap<UnitId, UnitNode>, id: UnitId): UnitId[] {
  const found: UnitId[] = [];
  for (let next = units.get(id)?.parent ?? null; next !== null && !found.includes(next);) {
    found.push(next);
    next = units.get(next)?.parent ?? null;
  }
  return found;
}

const foldedUnit = foldedOnce((node: UnitNode) => `${node.name} ${node.facts.code}`);

/** What a search finds: how many units match, and what is shown of the tree, which is these and all that stands above them. */
export type Found = { n: number; shown: ReadonlySet<UnitId> };

/** `null`: no search, all of them. The words of a name or code may stand in any order, with marks or without. */
export function search(units: UnitNode[], query: string): Found | null {
  if (query.trim() === '') return null;
  const byId = new Map(units.map((node) => [node.id, node]));
  const matching = units.filter((node) => hasWords(foldedUnit(node), query.trim()));
  return { n: matching.length, shown: new Set(matching.flatMap(({ id }) => [id, ...above(byId, id)])) };
}

/** The lines that are shown: what stands below a closed unit is not. While one searches, everything found is open. */
export function lines(units: UnitNode[], open: ReadonlySet<UnitId>, found: Found | null): TreeLine[] {
  const shown: TreeLine[] = [];
  const brothers = new Map<UnitId | null, TreeLine[]>();
  /** Depth of the closed unit that is being passed over. */
  let closed = Infinity;
  for (const node of units) {
    if (node.depth > closed) continue;
    closed = Infinity;
    if (found !== null && !found.shown.has(node.id)) continue;
    const isOpen = hasBelow(node) && (found !== null || open.has(node.id));
    if (!isOpen) closed = node.depth;
    const among = brothers.get(node.parent) ?? [];
    const line = { node, at: among.length + 1, of: 0, isOpen };
    among.push(line);
    brothers.set(node.parent, among);
    shown.push(line);
  }
  for (const line of shown) line.of = brothers.get(line.node.parent)?.length ?? 1;
  return shown;
}

/** What a key does in the tree: go to another line, open or close the one it is at. */
export type TreeMove = { to: number } | { open: UnitId } | { close: UnitId } | { choose: UnitId } | null;

/** The keys of a tree (ARIA): up, down, home, end and pages; right opens or goes in, left closes or goes out. */
export function treeKey(key: string, shown: TreeLine[], at: number, page: number): TreeMove {
  const line = shown[at];
  if (!line) return null;
  const to = (wanted: number): TreeMove => ({ to: Math.max(0, Math.min(shown.length - 1, wanted)) });
  const { node, isOpen } = line;
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(shown.length - 1);
    case 'ArrowRight':
      if (!hasBelow(node)) return null;
      return isOpen ? to(at + 1) : { open: node.id };
    case 'ArrowLeft': {
      if (isOpen) return { close: node.id };
      const parent = shown.findIndex((one) => one.node.id === node.parent);
      return parent < 0 ? null : to(parent);
    }
    case 'Enter':
    case ' ':
      return { choose: node.id };
    default:
      return null;
  }
}

/** Small trees are open at once; of large ones only the first level is shown. */
export function openAtFirst(units: UnitNode[]): Set<UnitId> {
  return new Set(units.length <= 40 ? units.filter(hasBelow).map((node) => node.id) : []);
}

/** Reads a number of members as officials write it: "1.250", "45", nothing. `undefined` if it is none. */
export function readMembers(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(text)) return undefined;
  const number = Number(text.replaceAll('.', ''));
  return number <= 4_294_967_295 ? number : undefined;
}

export const noFacts = (): UnitFacts => ({
  code: '',
  members: null,
  sector: 'unknown',
  has_page: null,
  followed_by: '',
});
export const noContact = (): UnitContact => ({ title: '', phone: '', email: '' });

export const isBlank = ({ title, phone, email }: UnitContact): boolean => `${title}${phone}${email}`.trim() === '';

/** Whether a change of facts or kind leaves what is expected of the unit as it is. */
export const changesNothing = ({ added, removed, redated }: ExpectationChange): boolean =>
  added.length + removed.length + redated.length === 0;

/** A step of the lineage as it is told of one unit. */
export type Told = { way: 'mergedInto' | 'mergedFrom' | 'splitInto' | 'splitFrom'; other: UnitId; name: string };

export function tellDescent(unit: UnitId, step: UnitDetail['descents'][number]): Told {
  const isOlder = step.from === unit;
  const [other, name] = isOlder ? [step.to, step.to_name] : [step.from, step.from_name];
  if (step.manner === 'merged') return { way: isOlder ? 'mergedInto' : 'mergedFrom', other, name };
  return { way: isOlder ? 'splitInto' : 'splitFrom', other, name };
}

/** A unit and all that stands below it: what a unit must not be moved below. The units come each after its parent. */
export function withBelow(units: UnitNode[], id: UnitId): Set<UnitId> {
  const found = new Set([id]);
  for (const node of units) if (node.parent !== null && found.has(node.parent)) found.add(node.id);
  return found;
}

/** Units to choose from, each with the one above it: many schools have one name. */
export function unitChoices(units: UnitNode[]): { value: string; label: string; hint: string }[] {
  const names = new Map(units.map((node) => [node.id, node.name]));
  return units.map((node) => ({
    value: String(node.id),
    label: node.name,
    hint: node.parent === null ? '' : (names.get(node.parent) ?? ''),
  }));
}

/** A change of the structure while it is being entered. */
export type ChangeKind = 'rename' | 'move' | 'close' | 'merge' | 'split';
export type PartDraft = { name: string; kind: string };
export type ChangeDraft = {
  name: string;
  kind: string;
  /** `undefined`: not chosen yet. */
  parent: UnitId | null | undefined;
  into: UnitId | null;
  others: UnitId[];
  parts: PartDraft[];
  ends: boolean;
  on: string | null;
};
export type Missing = 'name' | 'parent' | 'into' | 'parts' | 'on';

export const changeDraft = (unit: { name: string; kind: string }, kind: ChangeKind): ChangeDraft => ({
  name: unit.name,
  kind: unit.kind,
  parent: undefined,
  into: null,
  others: [],
  parts: kind === 'split' ? [{ name: '', kind: unit.kind }] : [],
  ends: false,
  on: null,
});

/** What is still to be entered before the change can be made. */
export function missing(kind: ChangeKind, draft: ChangeDraft): Missing[] {
  const blank = (text: string): boolean => text.trim() === '';
  const found: [Missing, boolean][] = [
    ['name', kind === 'rename' && blank(draft.name)],
    ['parent', kind === 'move' && draft.parent === undefined],
    ['into', kind === 'merge' && draft.into === null],
    ['parts', kind === 'split' && (draft.parts.length === 0 || draft.parts.some((part) => blank(part.name)))],
    ['on', draft.on === null],
  ];
  return found.filter(([, isMissing]) => isMissing).map(([what]) => what);
}

/** The change as the program takes it. `above` is what the unit stands below: its parts stand there too. */
export function changeOf(kind: ChangeKind, unit: UnitId, above: UnitId | null, draft: ChangeDraft): StructureChange {
  switch (kind) {
    case 'rename':
      return { change: 'rename', unit, name: draft.name, kind: draft.kind };
    case 'move':
      return { change: 'move', unit, parent: draft.parent ?? null };
    case 'close':
      return { change: 'close', unit };
    case 'merge':
      return { change: 'merge', units: [unit, ...draft.others], into: draft.into ?? unit };
    case 'split': {
      const part = ({ name, kind }: PartDraft): NewUnit => {
        return { parent: above, name, kind, starts_on: draft.on, facts: noFacts(), contacts: [] };
      };
      return { change: 'split', unit, parts: draft.parts.map(part), ends: draft.ends };
    }
  }
}

/** The kind that a new unit most likely has: that of the last of its brothers, else the first of them all. */
export function kindBelow(tree: Pick<UnitTree, 'units' | 'kinds'>, parent: UnitId | null): string {
  const brother = tree.units.filter((node) => node.parent === parent).at(-1);
  return brother?.kind ?? tree.kinds.find((kind) => parent === null || kind.level === 'grassroots')?.code ?? '';
}

/** Beside which field the refusal of a change is shown; `null`: below all of them. */
export function refusedField(
  kind: ChangeKind,
  refusal: { code: ErrorCode; fields: Record<string, string> },
): Missing | 'document' | null {
  const { code, fields } = refusal;
  if (fields['field'] === 'document') return 'document';
  if (code === 'unit_not_there' || code === 'later_change' || code === 'bad_date') return 'on';
  const place = kind === 'move' ? 'parent' : kind === 'merge' ? 'into' : kind === 'split' ? 'parts' : 'name';
  if (code === 'below_itself' || code === 'too_deep') return place;
  if (code === 'name_taken' || fields['field'] === 'name') return place;
  return null;
}
