import type { ReminderRow } from '$lib/ipc/bindings';

export const REMINDED = ['open', 'all'] as const;
export type Reminded = (typeof REMINDED)[number];

/** Whom the list shows: those that were not reminded at the step they have reached, or all. */
export const shownOf = (rows: ReminderRow[], shown: Reminded): ReminderRow[] =>
  shown === 'all' ? rows : rows.filter((row) => !row.is_reminded);

/** The messages one below the other with an empty line between, to be pasted one by one or as they are. */
export const messagesOf = (rows: ReminderRow[]): string => rows.map((row) => row.chat).join('\n\n');

export const withoutAddress = (rows: ReminderRow[]): number =>
  rows.filter((row) => !row.contacts.some((contact) => contact.email !== '')).length;

/** "Chủ tịch 0213 000 000 · vanphong@…". */
export const contactsOf = (row: ReminderRow): string =>
  row.contacts.map((one) => [one.title, one.phone, one.email].filter((part) => part !== '').join(' ')).join('; ');
