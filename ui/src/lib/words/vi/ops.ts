import { formatNumber } from '../../text';
import type { Op, ProgressState, StepLabel } from '../../ipc/bindings';

type Verb = { name: string; done: string };

const verbs: Record<Op, Verb> = {
  set_up: { name: 'Lập sổ', done: 'Đã lập sổ' },
  set_unit: { name: 'Sửa thông tin đơn vị', done: 'Đã sửa thông tin đơn vị' },
  set_signer: { name: 'Sửa người ký', done: 'Đã lưu người ký' },
  remove_signer: { name: 'Xóa người ký', done: 'Đã xóa người ký' },
  set_milestone: { name: 'Đổi ngày của mốc', done: 'Đã đổi ngày của mốc' },
  set_due_rule: { name: 'Đổi hạn nộp báo cáo', done: 'Đã đổi hạn nộp báo cáo' },
  set_progress: { name: 'Đánh dấu tiến độ', done: 'Đã đánh dấu' },
  set_note: { name: 'Sửa ghi chú', done: 'Đã lưu ghi chú' },
  add_files: { name: 'Thêm tệp minh chứng', done: 'Đã thêm tệp minh chứng' },
  add_link: { name: 'Thêm liên kết minh chứng', done: 'Đã thêm liên kết' },
  remove_evidence: { name: 'Xóa minh chứng', done: 'Đã xóa minh chứng' },
  add_activity: { name: 'Thêm việc của đơn vị', done: 'Đã thêm việc' },
  edit_activity: { name: 'Sửa việc của đơn vị', done: 'Đã sửa việc' },
  remove_activity: { name: 'Xóa việc của đơn vị', done: 'Đã xóa việc' },
  set_figure: { name: 'Nhập số liệu', done: 'Đã lưu số liệu' },
  set_report_head: { name: 'Sửa đầu, cuối báo cáo', done: 'Đã lưu đầu, cuối báo cáo' },
  set_report_form: { name: 'Chọn mẫu thể thức của báo cáo', done: 'Đã chọn mẫu thể thức của báo cáo' },
  set_form: { name: 'Sửa mẫu thể thức', done: 'Đã lưu mẫu thể thức' },
  remove_form: { name: 'Xóa mẫu thể thức', done: 'Đã xóa mẫu thể thức' },
  set_report_section: { name: 'Sửa nội dung báo cáo', done: 'Đã lưu nội dung báo cáo' },
  set_report_annexes: { name: 'Chọn phụ lục của báo cáo', done: 'Đã chọn phụ lục' },
  set_report_photos: { name: 'Chọn ảnh minh chứng cho báo cáo', done: 'Đã lưu ảnh minh chứng của báo cáo' },
  set_report_state: { name: 'Đổi tình trạng báo cáo', done: 'Đã đổi tình trạng báo cáo' },
  set_finding_seen: { name: 'Xem kết quả kiểm tra báo cáo', done: 'Đã ghi kết quả kiểm tra' },
  correct_report: { name: 'Sửa báo cáo đã gửi', done: 'Đã mở báo cáo để sửa' },
  add_unit: { name: 'Thêm đơn vị', done: 'Đã thêm đơn vị' },
  edit_unit: { name: 'Sửa đơn vị cấp dưới', done: 'Đã lưu đơn vị' },
  remove_unit: { name: 'Xóa đơn vị', done: 'Đã xóa đơn vị' },
  change_structure: { name: 'Thay đổi tổ chức', done: 'Đã ghi thay đổi tổ chức' },
  import_units: { name: 'Nhập danh sách đơn vị', done: 'Đã nhập danh sách đơn vị' },
  set_unit_kind: { name: 'Sửa loại đơn vị', done: 'Đã lưu loại đơn vị' },
  set_level_due: { name: 'Đặt hạn theo cấp', done: 'Đã lưu hạn theo cấp' },
  set_exception: { name: 'Đặt ngoại lệ', done: 'Đã lưu ngoại lệ' },
  set_received: { name: 'Ghi sổ nhận báo cáo', done: 'Đã ghi sổ nhận báo cáo' },
  set_late_by: { name: 'Đổi cách tính trễ hạn', done: 'Đã đổi cách tính trễ hạn' },
  set_congress: { name: 'Ghi đại hội', done: 'Đã lưu đại hội' },
  add_reminders: { name: 'Ghi đôn đốc', done: 'Đã ghi đôn đốc' },
  add_template: { name: 'Thêm mẫu Word', done: 'Đã giữ mẫu Word' },
  remove_template: { name: 'Bỏ mẫu Word', done: 'Đã bỏ mẫu Word' },
  accept_files: { name: 'Nhận tệp báo cáo', done: 'Đã nhận tệp báo cáo' },
  set_report_template: { name: 'Chọn mẫu in báo cáo', done: 'Đã chọn mẫu in' },
  amend_plan: { name: 'Sửa kế hoạch', done: 'Đã sửa kế hoạch' },
  issue_campaign: { name: 'Phát hành tệp kế hoạch', done: 'Đã phát hành tệp kế hoạch' },
  take_campaign: { name: 'Nhận tệp kế hoạch', done: 'Đã nhận tệp kế hoạch' },
  return_report: { name: 'Trả lại báo cáo để sửa', done: 'Đã trả lại báo cáo để sửa' },
  take_return: { name: 'Nhận báo cáo trả lại để sửa', done: 'Đã nhận báo cáo trả lại để sửa' },
  give_receipt: { name: 'Cấp biên nhận', done: 'Đã ghi biên nhận vào sổ gửi nhận' },
  take_receipt: { name: 'Nhận biên nhận', done: 'Đã nhận biên nhận' },
  make_forms: { name: 'Tạo biểu mẫu Excel', done: 'Đã tạo biểu mẫu Excel' },
  enter_report: { name: 'Nhập thay báo cáo', done: 'Đã lưu báo cáo nhập thay' },
  forward_reports: { name: 'Chuyển tiếp báo cáo', done: 'Đã đóng gói báo cáo để chuyển tiếp' },
  freeze_consolidation: { name: 'Chốt số liệu', done: 'Đã chốt số liệu' },
  pick_narrative: { name: 'Đưa nội dung vào báo cáo', done: 'Đã đưa vào báo cáo' },
};

const progress: Record<ProgressState, string> = {
  not_started: 'Đã bỏ đánh dấu',
  doing: 'Đã đánh dấu đang làm',
  done: 'Đã đánh dấu xong',
  not_applicable: 'Đã đánh dấu không áp dụng',
};

function sentence(verb: string, { subject, count }: StepLabel): string {
  if (count > 1) return `${verb}: ${formatNumber(count)} mục`;
  return subject === '' ? verb : `${verb}: ${subject}`;
}

/** The names of changes: in the log, and in the toast that says that one was made. */
export const ops = {
  name: (label: StepLabel) => sentence(verbs[label.op].name, label),
  /** `verb` where the caller knows more closely what was done. */
  done: (label: StepLabel, verb?: string) => sentence(verb ?? verbs[label.op].done, label),
  /** Such a verb for a tick. */
  progress,
};
