import type { BackendError } from '../ipc/backend';
import type { Language } from '../ipc/bindings';
import { en } from './en';
import { vi, type Words } from './vi';

const catalogues: Record<Language, Words> = { vi, en };
let current = $state<Language>('vi');

/** The words in the language of the window; read it in a template or a `$derived`, and it follows the language. */
export const words = (): Words => catalogues[current];

export function setLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
}

/** What the user reads of an error. */
export const errorText = (error: BackendError): string => words().errors[error.code](error.fields);
