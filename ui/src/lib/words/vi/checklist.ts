/** Words of the checklist of a phase. */
export const checklist = {
  title: 'Việc cần làm',
  phases: 'Các đợt',
  ofPhase: (phase: string) => `Việc cần làm ${phase}`,
  loading: 'Đang mở danh sách việc…',

  show: 'Hiện',
  all: 'Tất cả',
  late: 'Quá hạn',
  week: 'Tuần này',
  open: 'Chưa xong',
  form: 'Hình thức',
  allForms: 'Mọi hình thức',
  find: 'Tìm việc, không cần dấu',
  print: 'In',
  add: 'Thêm việc của đơn vị',
  addShort: 'Thêm việc',
  selectMany: 'Chọn nhiều',

  column: { selected: 'Chọn', tick: 'Xong', title: 'Việc', forms: 'Hình thức', due: 'Hạn hoặc ngày xong' },
  tick: (title: string) => `Đã xong: ${title}`,
  select: (title: string) => `Chọn: ${title}`,
  due: (day: string) => `Hạn ${day}`,
  doneOn: (day: string) => `Xong ${day}`,
  daysLate: (days: number) => `Quá hạn ${days} ngày`,
  daysLeft: (days: number) => (days === 0 ? 'Hạn hôm nay' : `Còn ${days} ngày`),
  notApplicable: 'Không áp dụng',
  doing: 'Đang làm',
  noDay: 'Chưa có ngày',
  proposed: 'đề xuất',
  proposedHint: 'Kế hoạch không ghi ngày riêng cho việc này; đây là ngày chương trình đề xuất.',
  own: 'Việc của đơn vị',
  notes: (note: boolean, evidence: number, figures: number) =>
    [note ? 'có ghi chú' : '', evidence ? `${evidence} minh chứng` : '', figures ? `${figures} số liệu` : '']
      .filter(Boolean)
      .join(', '),
  waitsFor: (milestone: string) => `Đợt này chưa có đủ ngày: còn chờ ${milestone}.`,

  emptyPhase: 'Đợt này chưa có việc nào áp dụng cho đơn vị. Anh/chị có thể thêm việc của đơn vị.',
  emptyFilter: 'Không có việc nào khớp với bộ lọc.',
  emptyLate: 'Không có việc nào quá hạn.',
  clearFilter: 'Bỏ lọc',

  selected: (count: number) => `${count} việc đã chọn`,
  selectAll: 'Chọn hết',
  deselect: 'Bỏ chọn',
  marks: { done: 'Đã xong', doing: 'Đang làm', not_started: 'Chưa làm', not_applicable: 'Không áp dụng' },
  keys: 'Phím tắt',
  hint: {
    move: 'di chuyển',
    tick: 'đánh dấu',
    tickKey: 'Cách',
    open: 'mở việc',
    select: 'chọn',
    late: 'chỉ quá hạn',
    add: 'thêm việc',
  },

  printed: {
    unit: 'Đơn vị',
    on: (day: string) => `In ngày ${day}`,
    maker: 'NGƯỜI LẬP',
    approver: 'NGƯỜI DUYỆT',
    sign: '(Ký, ghi rõ họ tên)',
  },
};
