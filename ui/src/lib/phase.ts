import type { BookState, PhaseHead } from './ipc/bindings';

/** The class that carries the colours of a phase; a plan with more phases than colours begins again. */
export const phaseClass = (number: number): string => `phase-${((number - 1) % 3) + 1}`;

/** The phase that is asked for by its code, or else the one that runs. */
export function phaseOf(state: BookState | null, code: string | null): PhaseHead | undefined {
  const phases = state?.campaign?.phases ?? [];
  return phases.find((one) => one.code === code) ?? phases.find((one) => one.is_current) ?? phases[0];
}
