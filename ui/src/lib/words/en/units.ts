import type { Words } from '../vi';

export const units: Words['units'] = {
  title: 'Units below',
};
