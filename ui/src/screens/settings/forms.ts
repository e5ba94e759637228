/** An official form while it is edited: its numbers as they are typed, and what is wrong with them. */
import { dmy } from '$lib/date';
import type { FormLimit, FormProfile, KnownForm } from '$lib/ipc/bindings';
import type { Words } from '$lib/words/vi';

/** A form as the editor holds it; the numbers are texts by the paths of their fields. */
export type FormDraft = { profile: FormProfile; numbers: Record<string, string> };

type Part = Record<string, unknown>;

/** The number at "margins.top". */
export function numberAt(profile: FormProfile, field: string): number {
  const found = field.split('.').reduce<unknown>((part, name) => (part as Part)[name], profile);
  return typeof found === 'number' ? found : 0;
}

export function draftOf(profile: FormProfile, limits: readonly FormLimit[]): FormDraft {
  return {
    profile: structuredClone(profile),
    numbers: Object.fromEntries(limits.map(({ field }) => [field, String(numberAt(profile, field))])),
  };
}

/** A form of one's own with what another one says, under a code that nobody has. It holds from today on. */
export function copyOf(profile: FormProfile, known: readonly KnownForm[], name: string, today: string): FormProfile {
  const taken = new Set(known.map((form) => form.profile.code));
  let code = 'rieng';
  for (let number = 2; taken.has(code); number += 1) code = `rieng-${number}`;
  const copy = structuredClone(profile);
  return { ...copy, code, name, document: '', valid_from: today, valid_until: null, unclear: [] };
}

/** What was typed, if it is a whole number within its limits. */
export function typedNumber(draft: FormDraft, limit: FormLimit): number | null {
  const typed = draft.numbers[limit.field]?.trim() ?? '';
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : NaN;
  return number >= limit.from && number <= limit.to ? number : null;
}

/** Fields whose number cannot stay as it is. */
export function wrongNumbers(draft: FormDraft, limits: readonly FormLimit[]): FormLimit[] {
  return limits.filter((limit) => typedNumber(draft, limit) === null);
}

/** The form as it is typed; a number that cannot be read stays as it was. */
export function profileOf(draft: FormDraft, limits: readonly FormLimit[]): FormProfile {
  const profile = structuredClone(draft.profile) as FormProfile;
  for (const limit of limits) {
    const number = typedNumber(draft, limit);
    const [part, name] = limit.field.split('.') as ['margins' | 'text' | 'sizes', string];
    if (number !== null) (profile[part] as Part)[name] = number;
  }
  return profile;
}

/** When a form holds, in words. */
export function holdsWhen({ valid_from: from, valid_until: until }: FormProfile, w: Words['forms']): string {
  if (from !== null && until !== null) return w.between(dmy(from), dmy(until));
  if (from !== null) return w.since(dmy(from));
  return until !== null ? w.until(dmy(until)) : w.always;
}

/** Names of the fields that no text lays down, each part said once. */
export function unclearNames(profile: FormProfile, w: Words['forms']): string[] {
  const names = profile.unclear.map((field) => w.fields[field] ?? w.fields[field.split(/[.[]/)[0] ?? ''] ?? field);
  // They stand in the middle of a sentence.
  return [...new Set(names)].map((name) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1));
}
