/** What starts the program on a book of its own for another plan, beside the book that is open. */
export function startOnOwnBook(folder: string, code: string, file: string): string {
  const slash = folder.includes('\\') ? '\\' : '/';
  const parent = folder.slice(0, folder.lastIndexOf(slash) + 1);
  return `so-tuyen-giao --book "${parent}so-${code}" "${file}"`;
}
