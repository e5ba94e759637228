/** The screen of units. */
export const units = {
  title: 'Đơn vị cấp dưới',
};
