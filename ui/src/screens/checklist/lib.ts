import { toDay, weekday, type IsoDate } from '$lib/date';
import { fold, hasWords } from '$lib/text';
import type { ChecklistGroup, ChecklistItem, Named } from '$lib/ipc/bindings';

/** Which lines are shown by where they stand. */
export const SHOWN = ['all', 'late', 'week', 'open'] as const;
export type Shown = (typeof SHOWN)[number];

export interface Filter {
  shown: Shown;
  /** Code of a form of communication. */
  form: string | null;
  text: string;
}

const isShown = (part: string): part is Shown => (SHOWN as readonly string[]).includes(part);

/** Reads the filter of an address: "late", "co-dong", or both with a comma. */
export function parseFilter(filter: string | null): Omit<Filter, 'text'> {
  const parts = (filter ?? '').split(',').filter((part) => part !== '');
  return { shown: parts.find(isShown) ?? 'all', form: parts.find((part) => !isShown(part)) ?? null };
}

export function formatFilter({ shown, form }: Omit<Filter, 'text'>): string | null {
  const parts = [shown === 'all' ? null : shown, form].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(',');
}

export const isOpen = (item: ChecklistItem): boolean => item.state === 'not_started' || item.state === 'doing';

/** Due from today to the coming Sunday, and not done: what the overview calls this week. */
export function isThisWeek(item: ChecklistItem, today: IsoDate): boolean {
  if (!isOpen(item) || item.due_on === null) return false;
  const [due, now] = [toDay(item.due_on), toDay(today)];
  return due >= now && due <= now + 6 - weekday(now);
}

function isShownAs(item: ChecklistItem, shown: Shown, today: IsoDate): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'late':
      return item.days_late !== null;
    case 'week':
      return isThisWeek(item, today);
    case 'open':
      return isOpen(item);
  }
}

export function filterItems(items: ChecklistItem[], filter: Filter, today: IsoDate): ChecklistItem[] {
  const query = filter.text.trim();
  return items.filter(
    (item) =>
      isShownAs(item, filter.shown, today) &&
      (filter.form === null || item.forms.includes(filter.form)) &&
      (query === '' || hasWords(fold(`${item.title} ${item.place}`), query)),
  );
}

/** How many lines each of the filters would show. */
export const countShown = (items: ChecklistItem[], today: IsoDate): Record<Shown, number> => ({
  all: items.length,
  late: items.filter((item) => isShownAs(item, 'late', today)).length,
  week: items.filter((item) => isShownAs(item, 'week', today)).length,
  open: items.filter(isOpen).length,
});

export interface GroupView {
  group: ChecklistGroup;
  items: ChecklistItem[];
  /** Over the whole group, whatever the filter shows of it. */
  done: number;
  applicable: number;
}

/** Groups in the order of the plan, those without a line that is shown left out. */
export function groupItems(groups: ChecklistGroup[], all: ChecklistItem[], shown: ChecklistItem[]): GroupView[] {
  return groups
    .map((group) => {
      const counted = all.filter((item) => item.group === group.code && item.state !== 'not_applicable');
      return {
        group,
        items: shown.filter((item) => item.group === group.code),
        done: counted.filter((item) => item.state === 'done').length,
        applicable: counted.length,
      };
    })
    .filter((view) => view.items.length > 0);
}

/** Short names of the item's forms, the main one first. */
export const formNames = (item: ChecklistItem, forms: Named[]): string[] =>
  item.forms.map((code) => forms.find((form) => form.code === code)?.name ?? code);

/** The forms that occur, in the order of the plan. */
export function formsThatOccur(items: ChecklistItem[], forms: Named[]): Named[] {
  const codes = new Set(items.flatMap((item) => item.forms));
  return forms.filter((form) => codes.has(form.code));
}

/** The line that has the focus after a change: the same one, or what now stands where it stood. */
export function nextCurrent(codes: string[], current: string | null, lastAt: number): string | null {
  if (current !== null && codes.includes(current)) return current;
  return codes[Math.min(Math.max(lastAt, 0), codes.length - 1)] ?? null;
}

/** What is selected and still shown, in the order of the lines: what a change of many is about. */
export const selectedCodes = (codes: string[], selected: ReadonlySet<string>): string[] =>
  codes.filter((code) => selected.has(code));
