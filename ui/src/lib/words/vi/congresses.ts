/** The screen of congresses. */
export const congresses = {
  title: 'Đại hội',
};
