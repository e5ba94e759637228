import type { history as vi } from '../vi/history';

export const history: typeof vi = {};
