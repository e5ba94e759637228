import type { Words } from '../vi';

export const board: Words['board'] = {
  title: 'Board',
};
