import { formatNumber } from '../../text';
import type { Certainty, ProgressState, ReportState } from '../../ipc/bindings';

const roman = ['I', 'II', 'III', 'IV'];

const progress: Record<ProgressState, string> = {
  not_started: 'Chưa làm',
  doing: 'Đang làm',
  done: 'Đã xong',
  not_applicable: 'Không áp dụng',
};

const report: Record<ReportState, string> = {
  draft: 'Đang soạn',
  sent: 'Đã gửi',
  received: 'Đã nhận',
  returned: 'Trả lại',
  accepted: 'Chấp nhận',
};

const certainty: Record<Certainty, string> = {
  unknown: 'Chưa có ngày',
  expected: 'Dự kiến',
  fixed: 'Đã ấn định',
};

/** Words that more than one screen uses. */
export const common = {
  progress,
  report,
  certainty,
  late: 'Quá hạn',
  proposed: 'Đề xuất',
  proposedHint: 'Ngày do chương trình đề xuất, kế hoạch không quy định. Đổi được trong Cài đặt.',
  noDate: 'chưa có ngày',
  own: 'Việc của đơn vị',
  today: 'Hôm nay',
  due: (date: string) => `Hạn ${date}`,
  doneOn: (date: string) => `Xong ${date}`,
  days: (n: number) => `${formatNumber(n)} ngày`,
  daysLate: (n: number) => `Quá ${formatNumber(n)} ngày`,
  daysLeft: (n: number) => (n === 0 ? 'Hôm nay' : n === 1 ? 'Ngày mai' : `Còn ${formatNumber(n)} ngày`),
  activities: (n: number) => `${formatNumber(n)} việc`,
  doneOf: (done: number, all: number) => `${formatNumber(done)}/${formatNumber(all)} việc đã xong`,
  phase: (n: number) => `Đợt ${n}`,
  month: (n: number) => `Tháng ${n}`,
  monthShort: (n: number) => `T${n}`,
  quarter: (n: number, year: number) => `Quý ${roman[n - 1] ?? n}/${year}`,
  weekdaysShort: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  save: 'Lưu',
  cancel: 'Hủy',
  close: 'Đóng',
  remove: 'Xóa',
  edit: 'Sửa',
  add: 'Thêm',
  open: 'Mở',
  print: 'In',
  retry: 'Thử lại',
  loading: 'Đang mở…',
  required: 'bắt buộc',
  optional: 'không bắt buộc',
  dateFormat: 'dd/mm/yyyy',
  badDate: 'Ngày phải viết là ngày/tháng/năm, ví dụ 05/08/2023.',
  openCalendar: (label: string) => `Mở lịch: ${label}`,
  calendar: 'Lịch',
  previousMonth: 'Tháng trước',
  nextMonth: 'Tháng sau',
  moreChoices: (n: number) => `Còn ${formatNumber(n)} mục khác, gõ thêm để thu hẹp`,
  clearDate: 'Bỏ ngày',
};
