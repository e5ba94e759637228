import type { ErrorCode } from '$lib/ipc/bindings';

/** The folder in which a file lies, on every system. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end <= 0 ? path : path.slice(0, end);
}

/** What to do about a book that could not be opened; `other` where the fault has no steps of its own. */
export function stepsFor(code: ErrorCode, steps: Record<string, string[]> & { other: string[] }): string[] {
  return steps[code] ?? steps.other;
}
