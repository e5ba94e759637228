import { formatNumber } from '../../text';
import type { ImportFate, ImportField, ImportLeftOut, LegacyLetters } from '../../ipc/bindings';

const fields: Record<ImportField, string> = {
  name: 'Tên đơn vị',
  code: 'Mã đơn vị',
  parent: 'Đơn vị cấp trên',
  kind: 'Loại, cấp',
  members: 'Số đoàn viên',
  sector: 'Khu vực',
  page: 'Trang Facebook',
  followed_by: 'Ban theo dõi',
  contact_title: 'Chức danh liên hệ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  ignored: '(không lấy)',
};

const fates: Record<ImportFate, string> = {
  new: 'Mới',
  changed: 'Thay đổi',
  unchanged: 'Không đổi',
  doubtful: 'Nghi trùng',
  refused: 'Không nhận',
};

const letters: Record<LegacyLetters, string> = { tcvn3: 'TCVN3 (phông .Vn…)', vni: 'VNI (phông VNI-…)' };

const leftOut: Record<ImportLeftOut, string> = {
  total: 'dòng cộng',
  grouping: 'tiêu đề nhóm',
  headings: 'tiêu đề lặp lại',
  foot: 'phần ký ở cuối',
  our_unit: 'chính đơn vị chủ sổ',
};

/** What is wrong with a line or a cell; the value that stands there, if there is one, is shown after it. */
const problems: Record<string, string> = {
  name_missing: 'Thiếu tên đơn vị',
  name_twice: 'Tên này đã có ở dòng khác, cùng nơi trực thuộc',
  unit_twice: 'Một dòng khác đã là đơn vị này',
  code_twice: 'Mã này đã có ở dòng khác',
  unknown_parent: 'Không tìm thấy đơn vị cấp trên',
  parent_is_itself: 'Đơn vị cấp trên là chính nó',
  parent_refused: 'Dòng của đơn vị cấp trên không nhận được',
  too_long: 'Chữ quá dài',
  bad_number: 'Không phải là số, bỏ qua ô này',
  bad_truth: 'Không rõ có hay không, bỏ qua ô này',
  bad_sector: 'Không rõ khu vực nào, bỏ qua ô này',
  unknown_kind: 'Không rõ loại đơn vị, bỏ qua ô này',
  bad_email: 'Không phải thư điện tử, bỏ qua ô này',
};

/** Taking in a list of units. */
export const unitImport = {
  title: 'Nhập danh sách đơn vị',
  steps: { file: 'Tệp', columns: 'Các cột', check: 'Kiểm tra khác biệt' },
  stepOf: (n: number, name: string) => `${n}. ${name}`,
  back: 'Về danh sách đơn vị',
  previous: 'Quay lại',
  next: 'Tiếp tục',
  otherFile: 'Chọn tệp khác…',
  reading: 'Đang đọc danh sách…',
  accept: 'Nhận vào sổ',
  willTake: (created: number, changed: number) =>
    `Sẽ thêm ${formatNumber(created)} đơn vị, cập nhật ${formatNumber(changed)} đơn vị`,
  nothingToTake: 'Không có gì mới để nhận',
  openDoubts: (n: number) => `Còn ${formatNumber(n)} dòng nghi trùng cần chọn`,
  file: {
    name: 'Tệp',
    sheet: 'Trang tính',
    lines: (n: number) => `${formatNumber(n)} dòng`,
    below: 'Dòng không ghi cấp trên thì thuộc',
    kind: 'Dòng không ghi loại thì là',
    kindGuess: 'Đoán theo tên đơn vị',
    ours: 'Đơn vị chủ sổ',
    legacyTitle: (name: LegacyLetters) => `Chữ trong tệp có vẻ theo mã ${letters[name]}`,
    legacyText: 'So hai cột dưới đây: nếu cột phải đọc được thì hãy chuyển mã.',
    before: 'Trong tệp',
    after: 'Sau khi chuyển',
    convert: 'Chuyển mã',
    converted: (name: LegacyLetters) => `Đã chuyển từ mã ${letters[name]}`,
    keep: 'Giữ nguyên như trong tệp',
    leftOut: (n: number) => `${formatNumber(n)} dòng không phải là đơn vị, được bỏ qua`,
    row: (n: number) => `Dòng ${n}`,
    nameColumn: 'Cột tên đơn vị',
    chooseColumn: 'Chọn cột',
    column: (letter: string) => `Cột ${letter}`,
  },
  columns: {
    text: 'Chương trình nhận ra các cột theo tiêu đề. Cột nào chưa đúng thì chọn lại.',
    letter: 'Cột',
    heading: 'Tiêu đề trong tệp',
    meaning: 'Là',
    example: 'Ví dụ',
    noHeading: (letter: string) => `(cột ${letter}, không có tiêu đề)`,
    of: (heading: string) => `Cột “${heading}” là`,
    noName: 'Phải có một cột là tên đơn vị.',
    twice: (field: string) => `Có hai cột cùng là “${field}”.`,
  },
  check: {
    show: 'Hiện các dòng',
    all: 'Tất cả',
    problems: 'Có vướng mắc',
    row: 'Dòng',
    fate: 'Kết quả',
    name: 'Tên đơn vị',
    parent: 'Trực thuộc',
    what: 'Khác biệt, vướng mắc',
    change: (old: string, now: string) => `${old === '' ? '(trống)' : old} → ${now === '' ? '(trống)' : now}`,
    ours: 'Đơn vị chủ sổ',
    nothing: 'Không có dòng nào như vậy',
    decide: (name: string) => `“${name}” là đơn vị nào?`,
    isUnit: (name: string, parent: string) => (parent === '' ? `Là ${name}` : `Là ${name} (${parent})`),
    likeness: (n: number) => `giống ${n}%`,
    isNew: 'Là đơn vị mới',
    decided: 'Đã chọn',
    newMembers: (n: number) => `${formatNumber(n)} đoàn viên`,
  },
  fields,
  fates,
  letters,
  leftOutWhy: leftOut,
  problem: (code: string, value: string) => {
    const text = problems[code] ?? 'Không nhận được';
    return value === '' ? text : `${text}: “${value}”`;
  },
};
