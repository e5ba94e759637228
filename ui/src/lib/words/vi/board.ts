/** The screen of board. */
export const board = {
  title: 'Bảng theo dõi',
};
