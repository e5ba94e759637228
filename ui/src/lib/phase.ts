/** The class that carries the colours of a phase; a plan with more phases than colours begins again. */
export const phaseClass = (number: number): string => `phase-${((number - 1) % 3) + 1}`;
