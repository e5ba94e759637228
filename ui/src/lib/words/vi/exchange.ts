import { dmy } from '../../date';
import type { LedgerDirection, LedgerKind } from '../../ipc/bindings';
import { formatNumber } from '../../text';

type Fields = Record<string, string>;
const of = (fields: Fields, name: string): string => fields[name] ?? '…';

/** Why a return or a receipt was refused. */
export const exchangeErrors = {
  key_unknown: (f: Fields) =>
    f['known']
      ? `Tệp của ${of(f, 'office')} ký bằng khóa ${of(f, 'found')}, khác với khóa đã biết (${of(f, 'known')}). Hãy gọi điện đối chiếu trước khi nhận.`
      : `Tệp của ${of(f, 'office')} ký bằng khóa ${of(f, 'found')} mà sổ chưa biết. Hãy gọi điện đối chiếu trước khi nhận.`,
  file_of_other_unit: (f: Fields) => `Tệp này gửi cho đơn vị khác: ${of(f, 'unit')}.`,
  file_of_other_campaign: (f: Fields) => `Tệp này thuộc chiến dịch khác (${of(f, 'plan')}).`,
  file_outdated: (f: Fields) =>
    `Tệp này nói về bản ${of(f, 'version')} của báo cáo, còn anh/chị đã gửi bản ${of(f, 'sent')}. Không cần mở tệp này nữa.`,
  file_of_other_report: (f: Fields) =>
    `Tệp này nói về bản ${of(f, 'version')} của một báo cáo mà sổ này chưa gửi. Hãy mở đúng sổ đã gửi báo cáo, hoặc hỏi lại nơi gửi.`,
};

const directions: Record<LedgerDirection, string> = { sent: 'Gửi', received: 'Nhận' };
const kinds: Record<LedgerKind, string> = {
  campaign: 'Tệp kế hoạch',
  report: 'Báo cáo',
  form: 'Biểu mẫu Excel',
  return: 'Trả lại để sửa',
  receipt: 'Biên nhận',
  forwarded: 'Chuyển tiếp',
};

/** What goes between an office and its units, and the ledger of it. */
export const exchange = {
  saved: (path: string) => `Đã lưu: ${path}`,
  savedForms: (n: number, path: string) => `Đã tạo ${formatNumber(n)} biểu mẫu trong ${path}`,
  savedForwarded: (n: number, path: string) => `Đã đóng gói báo cáo và ${formatNumber(n)} tệp của đơn vị: ${path}`,
  showFolder: 'Mở thư mục',
  ofUnit: (name: string, phase: string) => `Tệp của ${name}, ${phase}`,
  form: 'Biểu mẫu Excel',
  formHint: 'Tạo biểu mẫu Excel cho đơn vị chưa dùng chương trình',
  enter: 'Nhập thay',
  enterHint: 'Nhập thay báo cáo giấy, báo cáo qua điện thoại',
  giveBack: 'Trả lại để sửa',
  receipt: 'Biên nhận',
  /** Returning a report. */
  returnTitle: (name: string, phase: string) => `Trả lại để sửa: ${name}, ${phase}`,
  returnIntro: 'Ghi điều cần sửa vào đúng số liệu, đúng mục. Đơn vị mở tệp sẽ thấy ghi chú ngay tại chỗ ấy.',
  returnNote: 'Điều cần sửa nói chung',
  wantedBy: 'Đề nghị gửi lại trước ngày',
  markFigures: 'Số liệu',
  markSections: 'Các mục của báo cáo',
  markFind: 'Tìm số liệu hoặc mục',
  markOf: (label: string) => `Điều cần sửa ở: ${label}`,
  nMarks: (n: number) => `${formatNumber(n)} chỗ cần sửa`,
  returnSave: 'Trả lại và lưu tệp…',
  /** A receipt. */
  receiptTitle: (name: string) => `Biên nhận cho ${name}`,
  receiptIntro: 'Chép dòng này gửi qua Zalo, hoặc lưu thành tệp để chương trình của đơn vị tự ghi là đã nhận.',
  receiptLine: 'Dòng biên nhận',
  copyLine: 'Chép dòng này',
  copied: 'Đã chép dòng biên nhận',
  notCopied: 'Máy không cho sao chép. Hãy bôi đen dòng chữ rồi nhấn Ctrl+C.',
  saveFile: 'Lưu tệp…',
  /** A report on paper. */
  enterTitle: (name: string, phase: string) => `Nhập thay: ${name}, ${phase}`,
  enteredFor: 'Chức danh người nhập thay',
  enteredForHint: 'Ví dụ: Chuyên viên Ban Tuyên giáo. Không ghi họ tên.',
  channel: 'Báo cáo đến bằng cách nào',
  number: 'Số, ký hiệu',
  datedOn: 'Ngày của văn bản',
  receivedOn: 'Ngày nhận',
  scan: 'Bản quét hoặc ảnh chụp',
  chooseScan: 'Chọn tệp…',
  noScan: 'Chưa có tệp kèm theo',
  enterFigures: 'Số liệu',
  enterFiguresHint: 'Ghi một số, hoặc: không có, không áp dụng. Để trống nếu báo cáo không nói.',
  badFigure: 'Ghi một số, “không có” hoặc “không áp dụng”.',
  enterTexts: 'Nội dung',
  enterActivities: 'Việc đã xong',
  enterSave: 'Lưu báo cáo',
  /** A file that came from the office above. */
  sealedReturn: 'Báo cáo được trả lại để sửa',
  sealedReceipt: 'Biên nhận báo cáo',
  returnedBy: (office: string, phase: string, version: number, day: string) =>
    `${office} trả lại báo cáo ${phase}, bản ${version}, ngày ${dmy(day)}.`,
  receivedBy: (office: string, phase: string, version: number, day: string) =>
    `${office} đã nhận báo cáo ${phase}, bản ${version}, ngày ${dmy(day)}.`,
  acceptedBy: (office: string, phase: string, version: number, day: string) =>
    `${office} đã nhận và chấp nhận báo cáo ${phase}, bản ${version}, ngày ${dmy(day)}.`,
  wanted: (day: string) => `Đề nghị gửi lại trước ngày ${dmy(day)}.`,
  fingerprint: (code: string) => `Mã khóa của nơi gửi: ${code}`,
  unknownKey: 'Sổ chưa biết khóa này. Hãy gọi điện cho cấp trên, đọc cho nhau mã khóa; đúng thì đánh dấu dưới đây.',
  confirmKey: 'Đã gọi điện đối chiếu, mã khóa đúng',
  taken: 'Tệp này đã mở trước đây.',
  take: 'Nhận',
  toReport: 'Sửa và gửi lại',
  later: 'Để sau',
  /** Beside the report that came back. */
  marksTitle: (office: string, day: string) => `${office} trả lại ngày ${dmy(day)}`,
  goToMark: 'Đến chỗ cần sửa',
  mark: 'Cần sửa',
  /** The ledger. */
  ledger: 'Sổ gửi nhận',
  ledgerNote: 'Mọi tệp đã gửi đi và nhận về, không sửa được.',
  filters: 'Lọc',
  direction: 'Chiều',
  kind: 'Loại',
  phase: 'Đợt',
  all: 'Tất cả',
  directions,
  kinds,
  find: 'Tìm đơn vị, tệp, ghi chú',
  columns: {
    on: 'Ngày',
    direction: 'Chiều',
    kind: 'Loại',
    unit: 'Đơn vị',
    phase: 'Đợt',
    file: 'Tệp',
    who: 'Người ghi',
    note: 'Ghi chú',
  },
  ours: 'Đơn vị mình',
  version: (n: number) => `bản ${n}`,
  empty: 'Chưa gửi, chưa nhận tệp nào',
  emptyText: 'Báo cáo gửi đi, tệp nhận về, biên nhận… đều được ghi vào đây.',
  nothing: 'Không có dòng nào như vậy',
  nLines: (n: number) => `${formatNumber(n)} dòng`,
  more: 'Xem thêm',
  excel: 'Xuất Excel',
  allForms: 'Biểu mẫu Excel cho mọi đơn vị…',
  forward: 'Chuyển tiếp lên cấp trên…',
  withEvidence: 'ZIP kèm minh chứng',
};
