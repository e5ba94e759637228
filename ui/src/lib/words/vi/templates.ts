import type { TemplateFault, TemplatePart } from '../../ipc/bindings';

/** Why a Word template cannot be used, or what to know of it; `found` is what stands there. */
const faults: Record<TemplateFault, (found: string) => string> = {
  not_word: () => 'Tệp không phải là văn bản Word (.docx).',
  old_word: () => 'Tệp là Word đời cũ (.doc) hoặc có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại dạng .docx.',
  dot_file: () => 'Tệp là khuôn mẫu của Word (.dotx). Hãy lưu lại dạng .docx.',
  macros: () => 'Tệp có macro nên không dùng. Hãy lưu lại dạng .docx, không kèm macro.',
  too_large: () => 'Tệp quá lớn (nhiều nhất 20 MB). Hãy giảm dung lượng ảnh trong mẫu.',
  unsafe: (found) => `Tệp có phần không an toàn${found && ` (“${found}”)`} nên không mở.`,
  broken: (found) => `Phần ${found} của tệp bị hỏng. Hãy mở bằng Word rồi lưu lại.`,
  unknown_field: (found) => `Không có trường “${found}”.`,
  open_tag: (found) => `Dấu ngoặc của trường không đủ cặp ở “${found}”.`,
  bad_tag: (found) => `Không hiểu được “${found}”.`,
  unknown_command: (found) => `Mẫu không có lệnh “${found}”; chỉ dùng for, if, elif, else, endif, endfor.`,
  unknown_filter: (found) => `Mẫu không có bộ lọc “${found}”; chỉ dùng upper, lower, trim, join, length, first, last.`,
  not_a_list: (found) => `“${found}” không phải là danh sách nên không lặp được.`,
  not_a_text: (found) => `“${found}” không phải là chữ; hãy dùng vòng lặp để in từng dòng.`,
  never_closed: (found) => `“${found}” mở mà không đóng; hãy thêm endfor hoặc endif.`,
  never_opened: (found) => `“${found}” không có lệnh mở đứng trước.`,
  split: (found) =>
    `“${found}” và lệnh mở của nó không cùng chỗ; phải ở cùng một đoạn, hoặc cùng viết {%p %}, hoặc cùng viết {%tr %} trong một bảng.`,
  not_in_row: (found) => `“${found}” phải đứng trong một dòng của bảng.`,
  lost_text: (found) => `“${found}” đứng cùng đoạn hoặc cùng dòng với một lệnh nên sẽ không được in.`,
  cannot_fill: (found) => `Điền thử không được: ${found}.`,
  no_number: () => 'Mẫu không có số của báo cáo (trường so_ky_hieu hoặc so).',
  no_day: () => 'Mẫu không có ngày của báo cáo (trường ngay).',
  no_signer: () => 'Mẫu không có họ tên người ký (trường nguoi_ky).',
  no_sections: () => 'Mẫu không có nội dung báo cáo (danh sách muc).',
};
const parts: Record<TemplatePart, string> = {
  body: 'Đoạn',
  header: 'Đầu trang, đoạn',
  footer: 'Chân trang, đoạn',
  notes: 'Chú thích, đoạn',
};

/** Words about Word templates of the office's own. */
export const templates = {
  intro:
    'Cơ quan có mẫu riêng thì đưa mẫu ấy vào đây: tệp .docx có các trường như {{ so_ky_hieu }}, {{ trich_yeu }}. Mẫu được kiểm tra trước khi giữ lại; từng báo cáo chọn mẫu ở chỗ xuất Word.',
  add: 'Thêm mẫu…',
  sample: 'Tải mẫu để sửa…',
  sampleHint: 'Mẫu để sửa là thể thức của chương trình với các trường ở đúng chỗ; sửa bằng Word rồi thêm lại vào đây.',
  none: 'Chưa có mẫu nào; báo cáo in theo mẫu của chương trình.',
  size: (kilobytes: string) => `${kilobytes} KB`,
  missing: 'Không còn tệp của mẫu',
  remove: 'Bỏ',
  removeOf: (name: string) => `Bỏ mẫu ${name}`,
  checking: 'Đang kiểm tra…',
  checked: (file: string) => `Kết quả kiểm tra ${file}`,
  unusable: 'Mẫu chưa dùng được. Hãy sửa bằng Word những chỗ dưới đây rồi chọn lại tệp.',
  usable: (count: number) => `Mẫu dùng được, có ${count} trường.`,
  usableWithWarnings: (count: number) => `Mẫu dùng được, có ${count} trường; nên xem những lưu ý dưới đây.`,
  error: 'Lỗi',
  warning: 'Lưu ý',
  faults,
  place: (part: TemplatePart, paragraph: number, text: string) => `${parts[part]} thứ ${paragraph}: “${text}”`,
  hint: (field: string) => `Có phải là “${field}”?`,
  name: 'Tên mẫu',
  nameHint: 'Mẫu cùng tên đã có sẽ được thay.',
  keep: 'Giữ mẫu này',
  discard: 'Thôi',
  savedAt: 'Đã ghi mẫu để sửa:',
  form: 'Mẫu in',
  ownForm: 'Mẫu của chương trình',
};
