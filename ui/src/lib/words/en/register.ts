import type { Words } from '../vi';

export const register: Words['register'] = {
  title: 'Reports received',
};
