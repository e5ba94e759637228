import { dmy } from '../../date';
import type { CampaignChangeKind, UnitLevel } from '../../ipc/bindings';
import { formatNumber } from '../../text';

type Fields = Record<string, string>;
const of = (fields: Fields, name: string): string => fields[name] ?? '…';

const OTHER_KINDS: Record<string, string> = {
  report: 'tệp báo cáo',
  return: 'tệp trả lại để sửa',
  receipt: 'giấy biên nhận',
  campaign: 'tệp kế hoạch',
};

/** Why a file of an office was refused. */
export const campaignErrors = {
  file_damaged: () => 'Tệp bị hỏng hoặc chưa tải về hết. Hãy xin lại tệp từ nơi gửi.',
  file_forged: () =>
    'Chữ ký của tệp không đúng: nội dung đã bị sửa sau khi ký, hoặc tệp bị giả mạo. Không nhận tệp này; hãy xin lại từ nơi gửi.',
  file_of_other_kind: (f: Fields) => `Không mở được ở đây: đây là ${OTHER_KINDS[of(f, 'kind')] ?? 'tệp loại khác'}.`,
  plan_older: (f: Fields) => `Tệp này là bản ${of(f, 'version')}, sổ đang dùng bản ${of(f, 'taken')} mới hơn.`,
  issuer_differs: (f: Fields) =>
    `Tệp ghi do ${of(f, 'issuer')} phát hành nhưng ký bằng khóa ${of(f, 'found')}, khác với khóa ${of(f, 'taken')} của nơi đã phát hành kế hoạch trong sổ. Không nhận tệp này; hãy gọi điện cho cấp trên để đối chiếu.`,
  other_plan: (f: Fields) => `Tệp thuộc kế hoạch khác (“${of(f, 'plan')}”); sổ này thực hiện “${of(f, 'ours')}”.`,
  own_plan: () => 'Tệp này do chính sổ này phát hành. Hãy gửi tệp cho các đơn vị cấp dưới.',
  campaign_not_ours: (f: Fields) =>
    `Kế hoạch do ${of(f, 'issuer')} phát hành. Muốn gửi cho cấp dưới, hãy gửi tiếp nguyên tệp đã nhận.`,
};

const kinds: Record<CampaignChangeKind, string> = {
  our_unit: 'Đơn vị của anh/chị',
  report_due: 'Hạn báo cáo',
  milestone: 'Mốc',
  activity_new: 'Việc mới',
  activity_gone: 'Việc không còn',
  activity_title: 'Việc đổi tên',
  activity_due: 'Hạn của việc',
  indicator_new: 'Chỉ tiêu mới',
  indicator_gone: 'Chỉ tiêu bỏ',
  plan_text: 'Câu chữ của kế hoạch',
  unit_new: 'Đơn vị mới',
  unit_name: 'Đơn vị đổi tên',
  unit_place: 'Đơn vị chuyển chỗ',
  unit_gone: 'Đơn vị không còn trong tệp',
};

const levels: Record<UnitLevel, string> = {
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  sector: 'công đoàn ngành',
  public_employees: 'công đoàn viên chức',
  commune: 'cấp xã',
  direct_grassroots: 'cơ sở trực thuộc',
  grassroots: 'cơ sở',
  occupational_union: 'nghiệp đoàn',
};

/** Plan files that an office issues and its units take over. */
export const campaign = {
  title: 'Tệp kế hoạch của cấp trên',
  issued: (issuer: string, version: number, day: string) => `${issuer} phát hành bản ${version}, ngày ${dmy(day)}`,
  note: 'Nội dung',
  fingerprint: 'Mã khóa',
  fingerprintHint: 'Chưa chắc tệp có đúng của cấp trên không? Hãy gọi điện đối chiếu mã này.',
  sample: 'Dữ liệu mẫu, không có thật.',
  /** First start. */
  subtitle: 'Tệp kế hoạch của cấp trên lập sổ trong một bước; mọi điều đều đổi được sau này trong Cài đặt.',
  who: 'Anh/chị thuộc đơn vị nào?',
  whoIntro: 'Chọn đơn vị của anh/chị trong danh sách của cấp trên. Việc phải làm, hạn và mẫu báo cáo sẽ có sẵn.',
  find: 'Tìm tên đơn vị',
  units: 'Các đơn vị trong tệp',
  found: (shown: number, all: number) =>
    shown < all
      ? `${formatNumber(shown)}/${formatNumber(all)} đơn vị, gõ thêm để thu hẹp`
      : `${formatNumber(all)} đơn vị`,
  nothing: 'Không có đơn vị nào có tên như vậy.',
  level: levels,
  below: (n: number) => `${formatNumber(n)} đơn vị bên dưới`,
  chosen: 'Đơn vị của anh/chị',
  rest: 'Điều tệp không có: địa danh, ký hiệu và người ký',
  chooseFirst: 'Hãy chọn đơn vị của anh/chị.',
  begin: 'Lập sổ',
  drop: 'Không dùng tệp này',
  /** A book that is set up. */
  joining:
    'Sổ đang thực hiện kế hoạch này. Nhận tệp thì đơn vị có mã chung với cấp trên; các việc đã đánh dấu, số liệu và bài viết giữ nguyên.',
  amendment: (before: number, after: number) =>
    `Sổ đang dùng bản ${before}; tệp này là bản ${after}. Các việc đã đánh dấu, số liệu và bài viết giữ nguyên.`,
  same: (version: number) => `Sổ đã nhận đúng bản ${version} này. Anh/chị không phải làm gì thêm.`,
  noChanges: 'Không có thay đổi nào đối với đơn vị của anh/chị.',
  changes: (n: number) => `${formatNumber(n)} thay đổi đối với đơn vị của anh/chị`,
  confirmUnit: 'Đơn vị của anh/chị trong tệp',
  kind: 'Thay đổi',
  what: 'Việc, mốc, đơn vị',
  before: 'Trước',
  after: 'Sau',
  none: 'chưa có',
  kinds,
  take: 'Nhận thay đổi',
  takeFile: 'Nhận tệp kế hoạch',
  later: 'Để sau',
  /** An office with units below it. */
  issue: 'Phát hành tệp kế hoạch',
  issueIntro:
    'Một tệp có chữ ký số: kế hoạch, các mốc, hạn nộp và danh sách đơn vị cấp dưới. Mỗi đơn vị mở tệp, chọn tên mình là có đủ việc và hạn.',
  issueNext: (version: number, units: number) => `Bản ${version}, ${formatNumber(units)} đơn vị`,
  issueSame: (version: number, day: string) =>
    `Từ bản ${version} (ngày ${dmy(day)}) đến nay không có gì thay đổi: tệp lưu ra vẫn là bản ấy.`,
  issueNote: 'Ghi chú của bản này',
  issueNoteHint: 'Các đơn vị đọc được khi mở tệp, ví dụ: đổi ngày đại hội tỉnh.',
  issueSave: 'Phát hành và lưu tệp…',
  amend: 'Sửa nội dung kế hoạch từ tệp…',
  amendHint: 'Khi kế hoạch có văn bản sửa đổi, bổ sung: việc, chỉ tiêu, câu chữ đổi theo tệp kế hoạch mới.',
  amendTitle: 'Sửa nội dung kế hoạch',
  amendIntro: 'Việc đã đánh dấu, số liệu và bài viết giữ nguyên. Sửa xong thì phát hành bản mới cho các đơn vị.',
  amendChanges: (n: number) => `${formatNumber(n)} thay đổi trong kế hoạch`,
  amendNone: 'Tệp này giống hệt kế hoạch trong sổ, không có gì để sửa.',
  amendTake: 'Sửa kế hoạch',
  amendOther: 'Tệp này không phải tệp nội dung kế hoạch. Hãy chọn tệp kế hoạch mà từ đó sổ được lập, đã sửa.',
  passIntro: (issuer: string, version: number) =>
    `Kế hoạch do ${issuer} phát hành; sổ đang dùng bản ${version}. Hãy gửi tiếp nguyên tệp ấy cho các đơn vị cấp dưới: mỗi đơn vị chọn tên mình trong tệp.`,
  passSave: 'Lưu tệp để gửi tiếp…',
  saved: (path: string) => `Đã lưu tệp: ${path}`,
  message: 'Lời nhắn gửi kèm qua Zalo, e-mail',
  copy: 'Sao chép lời nhắn',
  copied: 'Đã sao chép lời nhắn',
  notCopied: 'Máy không cho sao chép. Hãy bôi đen lời nhắn rồi nhấn Ctrl+C.',
  showFolder: 'Mở thư mục',
};
