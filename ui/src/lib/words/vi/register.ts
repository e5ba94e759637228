/** The screen of register. */
export const register = {
  title: 'Sổ nhận báo cáo',
};
