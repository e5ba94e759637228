import { dmy, dmySpan } from '../../date';
import { formatNumber } from '../../text';
import type { DescentManner, EmployerSector } from '../../ipc/bindings';

const sectors: Record<EmployerSector, string> = {
  unknown: 'Chưa rõ',
  state: 'Khu vực nhà nước',
  non_state: 'Khu vực ngoài nhà nước',
};

const since = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'Từ trước đến nay';
  if (from === null) return `Đến hết ${to === null ? '' : dmy(to)}`;
  return to === null ? `Từ ${dmy(from)}` : dmySpan(from, to);
};

/** The screen of units. */
export const units = {
  title: 'Đơn vị cấp dưới',
  tree: 'Cây tổ chức',
  page: 'Trang của đơn vị',
  count: (n: number) => `${formatNumber(n)} đơn vị`,
  countOf: (n: number, all: number) => `${formatNumber(n)}/${formatNumber(all)} đơn vị`,
  below: (n: number) => `${formatNumber(n)} đơn vị bên dưới`,
  find: 'Tìm tên hoặc mã đơn vị',
  nothing: 'Không có đơn vị nào khớp',
  expandAll: 'Mở hết',
  collapseAll: 'Thu gọn',
  onDay: 'Xem cơ cấu ngày',
  asOf: (day: string) => `Đang xem cơ cấu ngày ${dmy(day)}. Thay đổi vẫn ghi theo ngày hiệu lực của từng việc.`,
  backToToday: 'Về hôm nay',
  none: 'Sổ chưa có đơn vị cấp dưới',
  noneText:
    'Thêm từng đơn vị, hoặc nhập danh sách có sẵn từ Excel: chương trình cho xem trước từng dòng rồi mới ghi vào sổ. Cũng có thể kéo tệp thả vào đây.',
  noneOn: (day: string) => `Ngày ${dmy(day)} chưa có đơn vị nào`,
  choose: 'Chọn một đơn vị ở bên trái để xem',
  ours: 'Trực thuộc đơn vị chủ sổ',
  add: 'Thêm đơn vị',
  importList: 'Nhập từ Excel…',
  ended: 'Không còn hoạt động',
  actions: {
    more: 'Thay đổi',
    addBelow: 'Thêm đơn vị dưới',
    rename: 'Đổi tên…',
    move: 'Chuyển…',
    close: 'Giải thể…',
    merge: 'Sáp nhập…',
    split: 'Chia tách…',
    correct: 'Sửa lỗi chính tả…',
    remove: 'Xóa…',
  },
  toRegister: 'Báo cáo trong sổ nhận',
  path: 'Thuộc',
  sectors,
  facts: {
    title: 'Thông tin',
    edit: 'Sửa thông tin và liên hệ',
    code: 'Mã đơn vị',
    codeHint: 'Mã riêng của cơ quan, không trùng đơn vị khác; để trống nếu không dùng',
    members: 'Số đoàn viên',
    badMembers: 'Ghi một số nguyên từ 0 trở lên, ví dụ 1.250',
    sector: 'Khu vực',
    page: 'Trang Facebook',
    pages: { unknown: 'Chưa rõ', yes: 'Có', no: 'Không có' },
    followedBy: 'Ban, bộ phận theo dõi',
    none: '–',
  },
  contacts: {
    title: 'Liên hệ',
    hint: 'Ghi theo chức danh, không ghi thông tin riêng của đoàn viên',
    none: 'Chưa có liên hệ',
    role: 'Chức danh',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    one: (n: number) => `Liên hệ ${n}`,
    add: 'Thêm liên hệ',
    remove: (n: number) => `Bỏ liên hệ ${n}`,
  },
  expected: {
    title: 'Thay đổi này đổi cả việc phải làm',
    removed: (n: number) => `Bỏ ${formatNumber(n)} việc`,
    added: (n: number) => `Thêm ${formatNumber(n)} việc`,
    redated: (n: number) => `Đổi hạn ${formatNumber(n)} việc`,
    report: (phase: string) => `Báo cáo ${phase}`,
    due: (day: string) => `hạn ${dmy(day)}`,
    save: 'Vẫn lưu',
  },
  spans: {
    title: 'Tên và nơi trực thuộc qua các thời kỳ',
    time: 'Thời gian',
    name: 'Tên',
    kind: 'Loại',
    parent: 'Trực thuộc',
    since,
  },
  descents: {
    title: 'Sáp nhập, chia tách',
    mergedInto: (day: string) => `Từ ${dmy(day)} sáp nhập vào`,
    mergedFrom: (day: string) => `Từ ${dmy(day)} nhận sáp nhập`,
    splitInto: (day: string) => `Từ ${dmy(day)} tách ra`,
    splitFrom: (day: string) => `Từ ${dmy(day)} được tách từ`,
    manners: { merged: 'Sáp nhập', split: 'Chia tách' } satisfies Record<DescentManner, string>,
  },
  form: {
    name: 'Tên đơn vị',
    newName: 'Tên mới',
    kind: 'Loại đơn vị',
    parent: 'Trực thuộc',
    newParent: 'Trực thuộc mới',
    startsOn: 'Hoạt động từ ngày',
    startsHint: 'Để trống nếu đã có từ trước',
    on: 'Có hiệu lực từ ngày',
    onHint: 'Ngày đầu tiên theo cơ cấu mới',
    document: 'Văn bản',
    documentHint: 'Ví dụ: Quyết định số 12/QĐ-LĐLĐ ngày 05/01/2023',
    needed: 'Cần ghi mục này',
    chooseUnit: 'Chọn đơn vị',
  },
  addTo: (parent: string) => `Thêm đơn vị dưới ${parent}`,
  change: {
    rename: { title: (name: string) => `Đổi tên ${name}`, text: 'Tên cũ vẫn giữ cho những ngày trước ngày hiệu lực.' },
    move: {
      title: (name: string) => `Chuyển ${name}`,
      text: 'Các đơn vị bên dưới chuyển theo. Số liệu trước ngày hiệu lực vẫn tính theo nơi cũ.',
    },
    close: {
      title: (name: string) => `Giải thể ${name}`,
      text: 'Từ ngày hiệu lực, đơn vị không còn trong cơ cấu và không phải báo cáo; những gì đã ghi vẫn được giữ.',
    },
    merge: {
      title: (name: string) => `Sáp nhập ${name}`,
      text: 'Đơn vị này và các đơn vị chọn thêm kết thúc; mọi đơn vị bên dưới chuyển sang đơn vị nhận.',
      into: 'Sáp nhập vào',
      others: 'Cùng sáp nhập',
      othersHint: 'Chọn thêm nếu nhiều đơn vị cùng nhập vào một',
      drop: (name: string) => `Bỏ ${name}`,
    },
    split: {
      title: (name: string) => `Chia tách ${name}`,
      text: 'Các đơn vị mới có từ ngày hiệu lực, trực thuộc cùng một nơi với đơn vị này.',
      part: (n: number) => `Đơn vị mới ${n}`,
      addPart: 'Thêm đơn vị mới',
      dropPart: (n: number) => `Bỏ đơn vị mới ${n}`,
      ends: 'Đơn vị cũ kết thúc (chia)',
      goesOn: 'Đơn vị cũ vẫn hoạt động (tách)',
      fate: 'Đơn vị cũ',
    },
    confirm: 'Ghi thay đổi',
  },
  correct: {
    title: (name: string) => `Sửa lỗi chính tả: ${name}`,
    text: 'Chỉ dùng khi tên hoặc loại bị ghi nhầm. Nếu đơn vị thật sự đổi tên, hãy dùng “Đổi tên…” để giữ tên cũ.',
  },
  remove: {
    title: (name: string) => `Xóa ${name}?`,
    text: 'Chỉ xóa đơn vị thêm nhầm. Đơn vị đã kết thúc hoạt động thì ghi là giải thể để giữ lại lịch sử.',
    confirm: 'Xóa đơn vị',
  },
};
