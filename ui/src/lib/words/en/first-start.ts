import type { firstStart as vi } from '../vi/first-start';

export const firstStart: typeof vi = {};
