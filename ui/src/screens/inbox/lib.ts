import type { InboxChoice, InboxFile } from '$lib/ipc/bindings';
import { fold, hasWords } from '$lib/text';

export const GROUPS = ['all', 'take', 'decide', 'known', 'refused'] as const;
export type Group = (typeof GROUPS)[number];
export type Kept = Exclude<Group, 'all'>;

/** What the official decided so far. */
export type Decisions = {
  skipped: ReadonlySet<string>;
  drafts: ReadonlySet<string>;
  /** Files whose key was confirmed. */
  confirmed: ReadonlySet<string>;
  /** Whose a file is, by its id. */
  units: ReadonlyMap<string, number>;
};

export const undecided = (): Decisions => ({
  skipped: new Set(),
  drafts: new Set(),
  confirmed: new Set(),
  units: new Map(),
});

/** Under which heading a file stands; what was decided does not move it, so that it is found again. */
export function groupOf({ fate, reason }: InboxFile): Kept {
  switch (fate) {
    case 'new':
    case 'newer':
    case 'older':
      return 'take';
    case 'unknown_unit':
      return reason === 'own_report' ? 'refused' : 'decide';
    case 'key_changed':
    case 'draft':
      return 'decide';
    case 'same':
      return 'known';
    case 'no_data':
    case 'damaged':
    case 'forged':
    case 'too_new':
    case 'wrong_campaign':
    case 'plan_file':
    case 'return':
    case 'receipt':
    case 'foreign':
      return 'refused';
  }
}

/** Whether it will be taken as things are decided. */
export function isTaken(file: InboxFile, decided: Decisions): boolean {
  if (decided.skipped.has(file.id)) return false;
  switch (groupOf(file)) {
    case 'take':
      return true;
    case 'decide':
      return (
        (file.fate === 'draft' && decided.drafts.has(file.id)) ||
        (file.fate === 'key_changed' && decided.confirmed.has(file.id)) ||
        (file.fate === 'unknown_unit' && decided.units.has(file.id))
      );
    case 'known':
    case 'refused':
      return false;
  }
}

/** What is asked of the core. */
export function choiceOf(files: readonly InboxFile[], digest: string, decided: Decisions): InboxChoice {
  const confirmed = files.filter((file) => decided.confirmed.has(file.id) && file.unit !== null);
  const signed = confirmed.filter((file) => file.is_signed);
  const unsigned = confirmed.filter((file) => !file.is_signed);
  return {
    digest,
    skipped: [...decided.skipped],
    drafts: [...decided.drafts],
    keys: signed.map((file) => ({ unit: file.unit as number, fingerprint: file.fingerprint })),
    unsigned: unsigned.map((file) => file.id),
    units: [...decided.units].map(([file, unit]) => ({ file, unit })),
    accept_names: false,
  };
}

/** The one unit whose name the file has, where that is all there is to confirm. */
export const ofName = (file: InboxFile): number | null =>
  file.fate === 'unknown_unit' && file.reason === 'by_name' ? (file.candidates[0]?.unit ?? null) : null;

export function countGroups(files: readonly InboxFile[]): Record<Group, number> {
  const counts: Record<Group, number> = { all: files.length, take: 0, decide: 0, known: 0, refused: 0 };
  for (const file of files) counts[groupOf(file)] += 1;
  return counts;
}

/** The files of a group that have the words, with or without marks. */
export function filterFiles(files: readonly InboxFile[], group: Group, text: string): InboxFile[] {
  const wanted = text.trim();
  return files.filter((file) => {
    if (group !== 'all' && groupOf(file) !== group) return false;
    return wanted === '' || hasWords(fold([file.unit_name, file.name, ...file.inside].join(' ')), wanted);
  });
}
