/** Moving and choosing among the lines of a list by the keys, whatever the lines are. */

/** Where a key leads in so many lines, of which `page` are in view; `null` if the key does not move. */
export function moveTo(key: string, at: number, length: number, page: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: length - 1,
  }[key];
  return to === undefined || length === 0 ? null : Math.max(0, Math.min(length - 1, to));
}

/** From `anchor` to `to`, in whichever order they stand; `to` alone where the anchor is not shown any more. */
export function linesBetween<T>(lines: readonly T[], anchor: T, to: T): T[] {
  const [a, b] = [lines.indexOf(anchor), lines.indexOf(to)];
  if (a < 0 || b < 0) return b < 0 ? [] : [to];
  return lines.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** With a line that was not selected, or without one that was. */
export function toggled<T>(selected: ReadonlySet<T>, line: T): Set<T> {
  const next = new Set(selected);
  if (!next.delete(line)) next.add(line);
  return next;
}
