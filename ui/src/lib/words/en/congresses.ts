import type { Words } from '../vi';

export const congresses: Words['congresses'] = {
  title: 'Congresses',
};
