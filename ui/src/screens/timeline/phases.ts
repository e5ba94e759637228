import { toDay, type Day } from '$lib/date';
import type { StageSpan, TimelinePhase } from '$lib/ipc/bindings';

/** A phase as it is drawn: `end` is the day after its last one; phases that really overlap stand in rows of their own. */
export type PhaseStrip = { phase: TimelinePhase; start: Day; end: Day; isOpen: boolean; row: number };

/**
 * The strips of the phases. While the end of one or the start of the next hangs on an unknown day, their possible spans
 * overlap: a day that is known wins, and what is in dispute between two unknown days is shared.
 */
export function phaseStrips(phases: TimelinePhase[]): PhaseStrip[] {
  const strips = phases.map((phase): PhaseStrip => ({
    phase,
    start: toDay(phase.drawn_from),
    end: toDay(phase.drawn_to) + 1,
    isOpen: phase.head.starts_on === null || phase.head.ends_on === null,
    row: 0,
  }));
  strips.forEach((strip, i) => {
    const next = strips[i + 1];
    if (!next || next.start >= strip.end) return;
    const isEndKnown = strip.phase.head.ends_on !== null;
    const isStartKnown = next.phase.head.starts_on !== null;
    if (isEndKnown && isStartKnown) return;
    const middle = Math.round((Math.max(next.start, strip.start) + Math.min(strip.end, next.end)) / 2);
    const border = isStartKnown ? next.start : isEndKnown ? strip.end : middle;
    strip.end = Math.max(strip.start + 1, border);
    next.start = border;
  });
  setRows(strips);
  return strips;
}

function setRows(strips: PhaseStrip[]): void {
  const ends: Day[] = [];
  for (const strip of strips) {
    const free = ends.findIndex((end) => end <= strip.start);
    strip.row = free < 0 ? ends.length : free;
    ends[strip.row] = strip.end;
  }
}

/** A stage, or several in a row of which the days between them are unknown. */
export type StageBlock = { stages: StageSpan[]; start: Day; end: Day; isOpen: boolean };

const isDated = (stage: StageSpan): boolean => stage.starts_on !== null && stage.ends_on !== null;

export function stageBlocks({ phase, start, end }: PhaseStrip): StageBlock[] {
  const runs: StageSpan[][] = [];
  for (const stage of phase.stages) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && !isDated(before) && !isDated(stage)) last.push(stage);
    else runs.push([stage]);
  }
  // A stage that is drawn beyond its strip would lie over the next phase.
  const within = (day: Day): Day => Math.min(end, Math.max(start, day));
  const blocks = runs.map((stages, i) => {
    const before = runs[i - 1]?.at(-1)?.ends_on;
    const after = runs[i + 1]?.[0]?.starts_on;
    const from = stages[0]?.starts_on;
    const to = stages.at(-1)?.ends_on;
    return {
      stages,
      start: within(from ? toDay(from) : before ? toDay(before) + 1 : start),
      end: within(to ? toDay(to) + 1 : after ? toDay(after) : end),
      isOpen: !stages.every(isDated),
    };
  });
  return blocks.filter((block) => block.start < block.end);
}
