import { dmy } from '../../date';
import type { ErrorCode, PlanProblem, TemplateFault } from '../../ipc/bindings';
import { campaignErrors } from './campaign';
import { exchangeErrors } from './exchange';
import { forms } from './forms';
import { planProblems } from './plan-file';
import { templates } from './templates';

type Fields = Record<string, string>;
const of = (fields: Fields, name: string): string => fields[name] ?? '…';
const day = (fields: Fields, name: string): string => {
  const said = fields[name];
  if (said === undefined) return '…';
  // Some refusals give the day as it is read already.
  return /^\d{4}-/.test(said) ? dmy(said) : said;
};
/** "Tệp “…”": leaves the path out where the program gave none. */
const named = (fields: Fields, name: string): string => (fields[name] ? ` “${fields[name]}”` : '');

const THINGS: Record<string, string> = {
  folder: 'thư mục',
  activity: 'việc',
  phase: 'đợt',
  milestone: 'mốc',
  evidence: 'minh chứng',
  indicator: 'chỉ tiêu',
  signer: 'người ký',
  report: 'báo cáo',
  section: 'mục của báo cáo',
  plan: 'kế hoạch',
  sheet: 'trang tính',
  step: 'thay đổi',
  unit: 'đơn vị',
  unit_kind: 'loại đơn vị',
  official_form: 'mẫu thể thức',
  template: 'mẫu Word',
  consolidation: 'bản chốt số liệu của đợt',
  received_file: 'tệp đã nhận',
  plan_unit: 'đơn vị trong tệp kế hoạch',
  campaign_file: 'tệp kế hoạch',
};
const FIELDS: Record<string, string> = {
  name: 'Tên',
  title: 'Tên',
  superior: 'Cơ quan cấp trên',
  place: 'Địa danh',
  symbol: 'Ký hiệu',
  authority: 'Thẩm quyền ký',
  members: 'Số đoàn viên',
  note: 'Ghi chú',
  reason: 'Lý do',
  url: 'Địa chỉ',
  explanation: 'Nội dung',
  number: 'Số văn bản',
  text: 'Nội dung',
  days_after_end: 'Số ngày sau khi kết thúc đợt',
  text_size: 'Cỡ chữ',
  code: 'Mã đơn vị',
  followed_by: 'Ban theo dõi',
  'contact.title': 'Chức danh liên hệ',
  'contact.phone': 'Điện thoại',
  'contact.email': 'Thư điện tử',
  document: 'Văn bản',
  units: 'Đơn vị',
  parts: 'Đơn vị mới',
};
/** Why a file is no list, and what to do. */
const LIST_PROBLEMS: Record<string, string> = {
  damaged: 'tệp bị hỏng hoặc chưa tải về hết. Hãy xin lại tệp, hoặc mở trong Excel rồi lưu lại.',
  too_big: 'nội dung tệp quá lớn so với một danh sách đơn vị. Hãy chép phần danh sách sang một tệp mới.',
  word: 'đây là tài liệu Word. Hãy chép bảng sang Excel rồi lưu thành tệp .xlsx.',
  unknown_kind: 'đây không phải là tệp .xlsx, .xls, .ods hoặc .csv.',
  no_rows: 'tệp không có dòng nào.',
  no_names: 'không nhận ra cột tên đơn vị. Hãy chỉ ra cột nào là tên đơn vị, hoặc đặt tiêu đề cột là “Tên đơn vị”.',
};
const NOT_A_PLAN: Record<string, (fields: Fields) => string> = {
  empty: () => 'Tệp không có gì bên trong.',
  too_large: (f) => `Tệp lớn quá ${of(f, 'limit_mb')} MB nên không phải là tệp kế hoạch.`,
  encoding: () => 'Chữ trong tệp không theo mã UTF-8. Mở tệp bằng Notepad rồi lưu lại với mã UTF-8 là dùng được.',
  document: () => 'Đây là tài liệu (Word, Excel, PDF hoặc tệp nén), không phải tệp kế hoạch.',
  book: () => 'Đây là sổ của chương trình, không phải tệp kế hoạch.',
  sealed: () => 'Đây là tệp do một cơ quan phát hành, không phải mẫu kế hoạch.',
};
/** The file itself may be wrong as a whole, where no field can be named. */
const inField = (fields: Fields): string => (fields['field'] ? `, mục “${fields['field']}”` : '');
const inLine = (fields: Fields): string => (fields['line'] ? ` ở dòng ${fields['line']}` : '');
const planProblem = (fields: Fields): string => {
  const problem = planProblems[of(fields, 'problem') as PlanProblem] ?? 'không hợp lệ';
  return fields['value'] ? `${problem} (${fields['value']})` : problem;
};
const thing = (fields: Fields): string => THINGS[of(fields, 'what')] ?? 'mục';
const field = (fields: Fields): string => FIELDS[of(fields, 'field')] ?? forms.fields[of(fields, 'field')] ?? 'Ô này';

/** What the user reads of each refusal or failure: what is the matter, and what to do. */
export const errors: Record<ErrorCode, (fields: Fields) => string> = {
  not_found: (f) =>
    f['what'] === 'plan_file'
      ? `Không có tệp kế hoạch “${of(f, 'id')}”. Có thể tệp đã bị xóa, đổi tên, hoặc USB đã rút ra.`
      : `Không tìm thấy ${thing(f)} “${of(f, 'id')}”. Có thể mục này đã bị xóa.`,
  too_new: (f) =>
    f['what'] === 'plan'
      ? 'Tệp kế hoạch này theo dạng mới mà chương trình chưa biết. Hãy cài phiên bản mới rồi mở lại tệp.'
      : f['what'] === 'file'
        ? 'Tệp này do phiên bản mới hơn của chương trình ghi. Hãy cài phiên bản mới rồi mở lại tệp.'
        : 'Sổ này do phiên bản mới hơn của chương trình lập. Hãy cài phiên bản mới rồi mở lại; sổ vẫn nguyên vẹn.',
  damaged: (f) => `Tệp sổ${named(f, 'path')} bị hỏng. Chương trình không sửa gì vào tệp này.`,
  not_a_book: (f) => `Tệp${named(f, 'path')} không phải là sổ của chương trình này.`,
  read_only: (f) => `Không ghi được vào${named(f, 'path') || ' thư mục của sổ'}. Hãy kiểm tra quyền ghi rồi thử lại.`,
  busy: (f) =>
    f['path']
      ? `Chương trình khác (có thể là Word) đang mở tệp ${f['path']}. Hãy đóng tệp đó rồi thử lại.`
      : 'Một chương trình khác đang dùng sổ này. Hãy đóng chương trình đó rồi thử lại.',
  disk_full: () => 'Ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi thử lại.',
  io: (f) => `Không đọc hoặc không ghi được tệp${named(f, 'path')}. Hãy thử lại.`,
  database: () => 'Không đọc hoặc không ghi được dữ liệu của sổ. Hãy đóng chương trình, mở lại rồi thử lần nữa.',
  not_a_plan: (f) => NOT_A_PLAN[of(f, 'kind')]?.(f) ?? 'Đây không phải là tệp kế hoạch.',
  bad_plan: (f) => `Tệp kế hoạch${named(f, 'plan')} sai ở dòng ${of(f, 'line')}${inField(f)}: ${planProblem(f)}.`,
  bad_form: (f) => `Mẫu thể thức${named(f, 'form')} sai${inLine(f)}${inField(f)}: ${planProblem(f)}.`,
  form_fixed: (f) =>
    `Mẫu thể thức${named(f, 'form')} có sẵn trong chương trình nên không sửa, không xóa được. Hãy lập mẫu riêng.`,
  form_in_use: (f) =>
    `Báo cáo ${of(f, 'phase')} đang dùng mẫu${named(f, 'form')}. Hãy chọn mẫu khác cho báo cáo ấy trước.`,
  not_set_up: () => 'Sổ chưa được lập. Hãy làm bốn bước lập sổ trước.',
  already_set_up: () => 'Sổ đã được lập rồi. Muốn thay đổi, hãy vào Cài đặt.',
  required: (f) => `${field(f)} không được để trống.`,
  too_long: (f) => `${field(f)} dài ${of(f, 'length')} ký tự, tối đa ${of(f, 'limit')} ký tự.`,
  bad_number: (f) =>
    f['decimals'] && f['decimals'] !== '0'
      ? `“${of(f, 'text')}” không phải là số. Hãy viết như 1.234,5 (tối đa ${f['decimals']} chữ số sau dấu phẩy).`
      : `“${of(f, 'text')}” không phải là số nguyên. Hãy viết như 1.234 hoặc 1234.`,
  out_of_range: (f) => `${field(f)} phải từ ${of(f, 'from')} đến ${of(f, 'to')}.`,
  bad_date: (f) => `“${of(f, 'text')}” không phải là một ngày. Hãy viết ngày/tháng/năm, ví dụ 05/08/2023.`,
  dates_out_of_order: (f) => `Ngày kết thúc (${day(f, 'end')}) không được trước ngày bắt đầu (${day(f, 'start')}).`,
  date_in_future: (f) => `Ngày ${day(f, 'date')} chưa đến. Hãy chọn hôm nay hoặc một ngày đã qua.`,
  date_needed: () => 'Mốc dự kiến hoặc đã ấn định phải có ngày.',
  reason_needed: () => 'Hãy ghi lý do không áp dụng.',
  file_vanished: (f) => `Tệp minh chứng${named(f, 'path')} không còn ở chỗ cũ.`,
  file_too_large: (f) => `Tệp${named(f, 'path')} nặng ${of(f, 'size_mb')} MB, tối đa ${of(f, 'limit_mb')} MB.`,
  not_a_file: (f) => `${named(f, 'path').trim() || 'Mục này'} là thư mục. Hãy chọn từng tệp.`,
  evidence_changed: (f) => `Tệp minh chứng${named(f, 'path')} đã bị sửa sau khi đưa vào sổ.`,
  bad_address: (f) => `“${of(f, 'text')}” không phải là địa chỉ trang web. Địa chỉ bắt đầu bằng https:// hoặc http://.`,
  figure_is_reckoned: () => 'Dòng này được tính từ các dòng khác, không nhập trực tiếp.',
  nothing_to_undo: () => 'Không còn gì để hoàn tác.',
  nothing_to_redo: () => 'Không còn gì để làm lại.',
  touched_later: (f) =>
    f['subject']
      ? `Không hoàn tác được vì sau đó đã có thay đổi khác ở “${f['subject']}”. Hãy hoàn tác thay đổi sau trước.`
      : 'Không hoàn tác được vì sau đó đã có thay đổi khác ở cùng chỗ. Hãy hoàn tác thay đổi sau trước.',
  plan_activity: () =>
    'Việc này thuộc kế hoạch nên không sửa, không xóa được. Nếu không phải làm, hãy đánh dấu “Không áp dụng”.',
  activity_in_use: (f) => `Việc${named(f, 'title')} đã có tiến độ, minh chứng hoặc số liệu nên không xóa được.`,
  last_signer: () => 'Sổ phải có ít nhất một người ký.',
  folder_unreachable: ({ path = '' }) =>
    `Không tới được nơi lưu dữ liệu ${path}. Hãy cắm lại USB hoặc ổ đĩa có thư mục ấy rồi thử lại. Dữ liệu ở đó không bị đụng đến.`,
  place_fixed: (f) =>
    f['kind'] === 'portable'
      ? 'Bản mang theo luôn để dữ liệu cạnh chương trình. Muốn chuyển, hãy sao chép cả thư mục chương trình.'
      : 'Thư mục này được chỉ định khi mở chương trình nên không chuyển ở đây được.',
  place_same: (f) => `Dữ liệu đang nằm ở${named(f, 'path')} rồi. Hãy chọn thư mục khác.`,
  place_inside: (f) =>
    `Thư mục${named(f, 'path')} nằm trong nơi lưu hiện nay, hoặc chứa nơi lưu hiện nay. Hãy chọn thư mục ở chỗ khác.`,
  place_holds_book: (f) => `Thư mục${named(f, 'path')} đã có một sổ. Hãy chọn thư mục khác.`,
  place_not_empty: (f) => `Thư mục${named(f, 'path')} đã có thứ khác. Hãy chọn một thư mục trống.`,
  place_is_kept: (f) =>
    `Thư mục${named(f, 'path')} do ${f['keeper'] || 'máy khác trong mạng'} giữ nên sổ dễ mất dữ liệu. Hãy chọn thư mục chỉ có trên máy này.`,
  no_space: (f) =>
    `Nơi mới không đủ chỗ: cần ${of(f, 'needed_mb')} MB, còn trống ${of(f, 'free_mb')} MB. Hãy xóa bớt tệp ở đó hoặc chọn ổ đĩa khác.`,
  copy_differs: (f) =>
    `Bản sao${named(f, 'path')} không giống bản gốc: ổ đĩa hoặc USB ấy có thể đã hỏng. Dữ liệu vẫn ở nơi cũ; hãy chọn ổ khác.`,
  picture_unreadable: (f) =>
    `Tệp${named(f, 'path')} không phải là ảnh in được (chỉ nhận JPEG, PNG, WebP), hoặc đã hỏng. Hãy chọn ảnh khác.`,
  picture_too_large: (f) =>
    `Ảnh${named(f, 'path')} có ${of(f, 'width')} × ${of(f, 'height')} điểm ảnh, quá ${of(f, 'limit')} triệu điểm. Hãy thu nhỏ ảnh rồi thêm lại làm minh chứng.`,
  too_many_photos: (f) =>
    `Đã chọn ${of(f, 'count')} ảnh; một báo cáo in được nhiều nhất ${of(f, 'limit')} ảnh. Hãy bỏ bớt.`,
  ...campaignErrors,
  ...exchangeErrors,
  pages_not_set: () =>
    'Bộ dàn trang gặp lỗi với nội dung này. Những gì đã nhập vẫn được lưu và vẫn xuất được ra Word; hãy sửa đoạn vừa viết rồi thử lại.',
  bad_template: (f) => {
    const why =
      templates.faults[f['fault'] as TemplateFault]?.(of(f, 'found')) ??
      'Hãy kiểm tra mẫu trong Cài đặt › Mẫu Word của cơ quan.';
    const where = f['paragraph'] ? ` (đoạn thứ ${f['paragraph']}: “${of(f, 'text')}”)` : '';
    return `Mẫu Word${named(f, 'path')} không dùng được${where}: ${why}`;
  },
  nothing_to_consolidate: () =>
    'Chưa có báo cáo nào có số liệu để tổng hợp. Hãy nhận báo cáo của đơn vị trước rồi chốt số liệu.',
  report_sent: () => 'Báo cáo đã gửi nên không sửa được. Hãy đổi tình trạng về “Đang soạn” trước.',
  unit_not_there: (f) =>
    f['on']
      ? `Ngày ${day(f, 'on')}, đơn vị${named(f, 'unit')} chưa thành lập hoặc không còn hoạt động. Hãy ghi ngày khác hoặc chọn đơn vị khác.`
      : `Đơn vị${named(f, 'unit')} chỉ có từ ngày ${day(f, 'from')}. Hãy ghi ngày bắt đầu.`,
  later_change: (f) =>
    `Đơn vị${named(f, 'unit')} đã có thay đổi từ ngày ${day(f, 'on')}. Hãy hoàn tác thay đổi ấy trước, hoặc ghi một ngày sau đó.`,
  units_below: (f) =>
    `Dưới${named(f, 'unit') || ' đơn vị này'} còn ${of(f, 'n')} đơn vị: ${of(f, 'names')}. Hãy chuyển các đơn vị này đi trước, hoặc sáp nhập để chuyển cùng.`,
  below_itself: (f) =>
    `“${of(f, 'parent')}” chính là “${of(f, 'unit')}” hoặc đang thuộc đơn vị ấy. Hãy chọn đơn vị khác.`,
  name_taken: (f) =>
    f['what'] === 'unit_kind'
      ? `Đã có loại đơn vị tên “${of(f, 'name')}”. Hãy ghi tên khác.`
      : `Dưới ${f['parent'] || 'đơn vị chủ sổ'} đã có đơn vị tên “${of(f, 'name')}”. Hãy ghi tên đủ để phân biệt.`,
  code_taken: (f) => `Mã ${of(f, 'code')} đã dùng cho “${of(f, 'unit')}”. Hãy chọn mã khác.`,
  too_deep: (f) => `Cây tổ chức không được quá ${of(f, 'limit')} cấp. Hãy chọn đơn vị cấp trên ở cao hơn.`,
  unit_in_use: (f) =>
    `Đơn vị${named(f, 'unit')} đã có báo cáo, đại hội, đơn vị trực thuộc hoặc thông tin khác nên không xóa được. Nếu đơn vị đã kết thúc hoạt động, hãy ghi là giải thể.`,
  bad_email: (f) => `“${of(f, 'text')}” không phải là địa chỉ thư điện tử.`,
  list_vanished: (f) => `Không còn tệp danh sách${named(f, 'path')} ở chỗ cũ. Hãy chọn lại tệp.`,
  list_unreadable: (f) =>
    `Không đọc được danh sách${named(f, 'file')}: ${LIST_PROBLEMS[of(f, 'problem')] ?? LIST_PROBLEMS['damaged']}`,
  list_locked: (f) =>
    `Tệp${named(f, 'file')} có mật khẩu. Hãy mở tệp trong Excel, lưu lại không có mật khẩu rồi chọn lại.`,
  list_too_long: (f) => `Danh sách${named(f, 'file')} có quá ${of(f, 'limit')} dòng. Hãy chia thành nhiều tệp.`,
  list_changed: (f) => `Tệp${named(f, 'file')} đã thay đổi sau khi xem trước. Hãy xem lại rồi mới nhận.`,
  inbox_changed: () => 'Các tệp đã thay đổi sau khi xem. Hãy bấm “Xem lại” rồi nhận.',
  list_undecided: (f) => `Còn ${of(f, 'count')} dòng chưa rõ là đơn vị nào. Hãy chọn cho từng dòng trước khi nhận.`,
};
