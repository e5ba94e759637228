import type { overview as vi } from '../vi/overview';

export const overview: typeof vi = {};
