import type {
  CheckRule,
  ComparedField,
  Finding,
  FormRule,
  HeadField,
  SettingsPart,
  Severity,
  VersionCause,
} from '../../ipc/bindings';

type Fields = Record<string, string>;

const form: Record<FormRule, string> = {
  superior_missing: 'Chưa có tên cơ quan cấp trên trực tiếp',
  number_zero: 'Số văn bản nhỏ hơn 10 có một số 0 ở trước, số khác không có số 0 ở trước',
  number_form: 'Số văn bản là chữ số Ả Rập',
  symbol_spaces: 'Trong số, ký hiệu không có dấu cách trước và sau dấu “/”, dấu “-”',
  symbol_capitals: 'Chữ viết tắt trong ký hiệu viết hoa',
  symbol_type: 'Ký hiệu của báo cáo bắt đầu bằng BC',
  date_zero: 'Ngày nhỏ hơn 10 và tháng 1, tháng 2 có số 0 ở trước; tháng khác thì không',
  place_capital: 'Địa danh viết hoa chữ cái đầu',
  subject_reference: 'Trích yếu của báo cáo không ghi “V/v”',
  subject_stop: 'Cuối trích yếu không có dấu câu',
  addressee_missing: 'Báo cáo gửi cấp trên phải có “Kính gửi”',
  as_above_missing: 'Có “Kính gửi” thì Nơi nhận phải có “Như trên”',
  filed_missing: 'Dòng cuối của Nơi nhận bắt đầu bằng “Lưu:”',
  filed_not_last: 'Dòng “Lưu:” đứng cuối cùng trong Nơi nhận',
  authority_form: 'Quyền hạn, chức vụ người ký viết chữ in hoa, chữ tắt có dấu chấm (TM., KT., TL., TUQ., Q.)',
  acting_line: 'Dòng “KT. CHỦ TỊCH” không đúng với mẫu thể thức đang dùng',
  signer_honours: 'Trước họ tên người ký không ghi học hàm, học vị, danh hiệu',
  end_mark: 'Dấu “./.” chỉ đặt ở cuối nội dung',
  heading_number: 'Số thứ tự của đề mục chưa liên tục',
  clause_letters: 'Viết “điểm a khoản 2 Điều 5”',
  holiday_letters: 'Tên ngày lễ, ngày kỷ niệm viết hoa theo quy định',
  citation_incomplete: 'Viện dẫn lần đầu phải đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu',
  annex_title: 'Phụ lục phải có tên',
};

function ofForm(finding: Finding): string {
  const rule = finding.form === null ? 'Chưa đúng thể thức' : form[finding.form];
  const { found = '', expected = '' } = finding.fields;
  if (found === '') return rule;
  return expected === '' ? `${rule}: “${found}”` : `${rule}: “${found}”, đúng là “${expected}”`;
}

const section = (f: Fields): string => f.section || 'Đoạn mở đầu';
const jumped = (f: Fields): string =>
  `${f.name}: đợt trước ${f.old} ${f.unit}, đợt này ${f.new} ${f.unit}. Có đúng không?`;

const rules: Record<Exclude<CheckRule, 'of_form'>, (fields: Fields) => string> = {
  number_missing: () => 'Chưa có số văn bản',
  number_used: (f) => `Số ${f.number} đã dùng cho báo cáo ${f.phase}`,
  date_missing: () => 'Chưa có ngày văn bản',
  date_in_future: (f) => `Ngày văn bản ${f.date} chưa đến`,
  date_before_end: (f) => `Ngày văn bản ${f.date} trước ngày kết thúc đợt ${f.end}`,
  place_missing: () => 'Chưa có địa danh trước ngày văn bản',
  symbol_missing: () => 'Chưa có chữ viết tắt của đơn vị trong ký hiệu',
  addressee_missing: () => 'Chưa ghi kính gửi nơi nào',
  recipients_missing: () => 'Chưa có nơi nhận',
  archive_missing: () => 'Nơi nhận chưa có dòng “Lưu: …”',
  signer_name_missing: () => 'Chưa có họ tên người ký',
  signer_title_missing: () => 'Chưa có chức vụ người ký',
  signer_authority_missing: () => 'Chưa có dòng quyền hạn (TM. …) của người ký',
  other_term: (f) => `Ghi nhiệm kỳ ${f.found}, kế hoạch là nhiệm kỳ ${f.wanted}`,
  other_congress: (f) => `Ghi “${f.found}”, kế hoạch là ${f.wanted}`,
  other_phase: (f) => `Nhắc đến ${f.found} trong báo cáo ${f.wanted}`,
  total_differs: (f) => `Ghi “${f.found}”, số liệu ${f.name}: trong kỳ ${f.period}, lũy kế ${f.cumulative}`,
  total_unknown: (f) => `Ghi “${f.found}” nhưng chưa nhập số liệu ${f.name}`,
  gap_left: (f) => `Còn chỗ chưa điền: ${f.found}`,
  section_empty: (f) => `${section(f)}: chưa có nội dung`,
  section_tells_nothing: (f) => `${section(f)}: ghi là chưa phát sinh nội dung nào`,
  section_outdated: (f) => `${section(f)}: từ khi anh/chị viết, việc hoặc số liệu đã khác đi`,
  indicators_missing: (f) => `${f.group}: ${f.n} chỉ tiêu chưa nhập: ${f.names}`,
  figure_fell: jumped,
  figure_rose: jumped,
  figure_rule_broken: (f) => `${f.because} (đang là ${f.left} và ${f.right})`,
  changed_since_frozen: (f) =>
    `Từ khi chốt ngày ${f.on}, ${f.units} đơn vị mới nộp, đã sửa hoặc rút báo cáo; ${f.figures} số liệu tổng hợp khác đi. Báo cáo vẫn theo số đã chốt`,
  activity_without_note: (f) => `Việc chưa xong, chưa ghi chú lý do: ${f.title}`,
  evidence_missing: (f) => `Mất tệp minh chứng ${f.file} của việc ${f.title}`,
  sample_report: () => 'Sổ mẫu: số liệu không có thật, không gửi được',
};

/** The check before signing, and versions of what was sent. */
export const check = {
  title: 'Kiểm tra trước khi ký',
  severity: { must_mend: 'Phải sửa', please_look: 'Nên xem lại' } satisfies Record<Severity, string>,
  seenMark: 'Đã xem',
  counts: (must: number, look: number, seen: number) => `${must} phải sửa · ${look} nên xem lại · ${seen} đã xem`,
  must: (n: number) => `${n} phải sửa`,
  look: (n: number) => `${n} nên xem`,
  hint: 'Bấm hoặc nhấn Enter để đến chỗ cần sửa; phím mũi tên để chọn dòng; phím D để ghi là đã xem, đúng rồi.',
  nothing: 'Không thấy chỗ nào phải sửa. Vẫn nên đọc lại một lượt trước khi ký.',
  list: 'Những chỗ cần xem',
  markSeen: 'Đã xem, đúng rồi',
  unmark: 'Nhắc lại',
  finding: (finding: Finding): string =>
    finding.rule === 'of_form' ? ofForm(finding) : rules[finding.rule](finding.fields as Fields),
  form,
  where: {
    head: {
      number: 'Số văn bản',
      dated_on: 'Ngày văn bản',
      addressees: 'Kính gửi',
      recipients: 'Nơi nhận',
      signer: 'Người ký',
    } satisfies Record<HeadField, string>,
    settings: { unit: 'Cài đặt › Đơn vị', signers: 'Cài đặt › Người ký', book: 'Cài đặt › Sổ' } satisfies Record<
      SettingsPart,
      string
    >,
    figure: 'Số liệu',
    activity: 'Việc',
    consolidation: 'Tổng hợp',
  },
  beforeSending: (must: number) => `Còn ${must} chỗ phải sửa. Vẫn ghi là đã gửi được.`,
  show: 'Xem những chỗ ấy',

  versions: 'Các bản đã gửi',
  noVersions: 'Chưa gửi bản nào. Khi ghi là đã gửi, chương trình giữ lại nguyên báo cáo và tệp Word của lúc ấy.',
  version: (number: number) => `Bản ${number}`,
  now: 'Hiện nay',
  sentOn: (day: string) => `gửi ngày ${day}`,
  causes: {
    first: 'Gửi lần đầu',
    returned: 'Gửi lại sau khi bị trả',
    corrected: 'Sửa báo cáo đã gửi',
  } satisfies Record<VersionCause, string>,
  by: (who: string) => `người ghi: ${who}`,
  missing: 'Mất tệp văn bản',
  saveDocument: 'Lưu lại văn bản',
  savedAt: (path: string) => `Đã lưu: ${path}`,
  correcting: (reason: string) => `Đang sửa báo cáo đã gửi. Lý do: ${reason}`,
  changed: (version: number, day: string) => `Từ khi gửi bản ${version} (ngày ${day}), số liệu hoặc việc đã khác đi:`,
  changedMark: 'đã khác',
  more: (n: number) => `và ${n} chỗ khác`,
  openReport: 'Mở báo cáo',
  compare: 'So sánh',
  compareWith: 'So sánh bản',
  and: 'với',
  comparing: (left: string, right: string) => `${left} và ${right}`,
  same: 'Hai bản giống nhau.',
  headPart: 'Thể thức',
  textPart: 'Nội dung',
  figurePart: 'Số liệu',
  activityPart: 'Việc',
  removed: 'bỏ',
  added: 'thêm',
  before: 'Trước',
  after: 'Sau',
  difference: 'Chênh lệch',
  cumulative: 'lũy kế',
  notThere: 'không có',
  fields: {
    number: 'Số, ký hiệu',
    dated_on: 'Ngày văn bản',
    place: 'Địa danh',
    superior: 'Cơ quan cấp trên',
    issuer: 'Đơn vị',
    subject: 'Trích yếu',
    addressees: 'Kính gửi',
    recipients: 'Nơi nhận',
    signer: 'Người ký',
  } satisfies Record<ComparedField, string>,
  correct: 'Sửa báo cáo đã gửi',
  correctHint: 'Bản đã gửi được giữ nguyên. Sửa xong, ghi là đã gửi thì thành bản mới.',
  reason: 'Lý do sửa',
  begin: 'Bắt đầu sửa',
};
