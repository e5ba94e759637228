// An invented report for tests, with texts as long as real ones.
import type {
  ReportCheck,
  ReportDraft,
  ReportPages,
  ReportSection,
  ReportVersions,
  RichText,
  Signer,
} from '$lib/ipc/bindings';
import { fromPlain } from './editor/text';
import { reportRow } from '../../test/fixtures';

export const LONG_NAME =
  `Công đoàn cơ sở Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở ${'liên xã Tả Lèng, Nà Tăm, Khun Há, '.repeat(8)}`.slice(
    0,
    300,
  );

export const signer = (more: Partial<Signer> = {}): Signer => ({
  id: 1,
  authority: 'TM. BAN THƯỜNG VỤ',
  title: 'PHÓ CHỦ TỊCH',
  name: 'Nguyễn Thị Hoa',
  is_default: true,
  ...more,
});

/** Texts may be given as plain lines. */
type Written = { composed: RichText | string; kept: RichText | string | null };
const rich = (text: RichText | string): RichText => (typeof text === 'string' ? fromPlain(text) : text);

export const reportSection = (more: Partial<Omit<ReportSection, keyof Written> & Written> = {}): ReportSection => ({
  code: 'i',
  number: 'I',
  title: 'ĐẶC ĐIỂM TÌNH HÌNH',
  level: 1,
  has_text: true,
  sources: [[], []],
  changes: [],
  ...more,
  composed: rich(more.composed ?? 'Đơn vị có 96 công đoàn cơ sở.\n- Thuận lợi: được cấp ủy quan tâm.'),
  kept: more.kept === undefined || more.kept === null ? null : rich(more.kept),
});

const cell = (text: string) => ({ state: 'number' as const, value: 24, text, is_estimate: false });
const silent = { state: 'not_reported' as const, value: null, text: '', is_estimate: false };

export const reportDraft = (more: Partial<ReportDraft> = {}): ReportDraft => ({
  row: reportRow(),
  head: {
    number: '',
    dated_on: null,
    addressees: ['Ban Thường vụ Liên đoàn Lao động tỉnh Lai Châu (qua Ban Tuyên giáo - Nữ công)'],
    recipients: ['Như kính gửi', 'Lưu: VT, TgNc'],
    signer: signer(),
  },
  superior: 'LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU',
  issuer: LONG_NAME.toUpperCase(),
  symbol: 'BC-LĐLĐ',
  annexes: [
    { code: 'figures', kind: 'figures', title: '', count: 24, is_included: true },
    { code: 'links', kind: 'links', title: '', count: 2, is_included: true },
    { code: 'chart:progress', kind: 'chart', title: 'Tiến độ (Đợt 1)', count: 5, is_included: false },
    { code: 'photos', kind: 'photos', title: '', count: 0, is_included: true },
  ],
  place: 'Tam Đường',
  subject: 'Kết quả tuyên truyền đại hội công đoàn các cấp (Đợt 1: từ 25/10/2022 đến 31/7/2023)',
  opening: reportSection({
    code: 'opening',
    number: '',
    title: '',
    composed: fromPlain('Thực hiện Kế hoạch số 383/KH-LĐLĐ:'),
  }),
  sections: [
    reportSection(),
    reportSection({ code: 'iii', number: 'III', title: 'KẾT QUẢ', has_text: false, composed: fromPlain('') }),
    reportSection({
      code: 'iii-1',
      number: '1',
      title: 'Nội dung tuyên truyền',
      level: 2,
      composed: fromPlain('Bản mới của chương trình.'),
      kept: fromPlain('Bản của tôi.'),
      changes: [
        {
          before: fromPlain('Bản cũ của chương trình.').content[0] ?? null,
          now: fromPlain('Bản mới của chương trình.').content[0] ?? null,
          sources: [],
        },
      ],
    }),
  ],
  figures: {
    phase: 'dot1',
    groups: [
      {
        code: 'mieng',
        name: 'Tuyên truyền miệng',
        rows: [
          {
            indicator: 'TQ01',
            split: '',
            label: 'Số buổi tuyên truyền',
            unit: 'buổi',
            decimals: 0,
            is_editable: true,
            entered: cell('24'),
            from_activities: silent,
            own: cell('24'),
            below: silent,
            coverage: null,
            period: cell('24'),
            cumulative: cell('1.024'),
            target: '',
            source: '',
          },
          {
            indicator: 'TQ02',
            split: '',
            label: 'Số lượt người dự',
            unit: 'lượt',
            decimals: 0,
            is_editable: true,
            entered: silent,
            from_activities: silent,
            own: silent,
            below: silent,
            coverage: null,
            period: silent,
            cumulative: silent,
            target: '',
            source: '',
          },
        ],
      },
    ],
    n_reported: 1,
    n_indicators: 2,
  },
  form: { code: 'qd-1014-2011', name: 'Thể thức từ ngày 19/8/2011 đến ngày 13/5/2024', is_chosen: false },
  file_name: 'Bao-cao-dot-1.docx',
  ...more,
});

export const reportCheck = (more: Partial<ReportCheck> = {}): ReportCheck => ({
  phase: 'dot1',
  findings: [],
  n_must: 0,
  n_look: 0,
  n_seen: 0,
  ...more,
});

export const reportVersions = (more: Partial<ReportVersions> = {}): ReportVersions => ({
  phase: 'dot1',
  versions: [],
  changed: null,
  correction: '',
  ...more,
});

/** Two pages and one of an annex; the section "i" begins on the first and ends on the second. */
export const reportPages = (): ReportPages => {
  const page = (hash: string, number: number) => ({ hash, number, width: 595, height: 842, svg: '<svg/>' });
  return {
    pages: [page('page-1', 1), page('page-2', 2), page('page-3', 1)],
    anchors: [
      { section: 'opening', page: 0, top: 300, last_page: 0, bottom: 380 },
      { section: 'i', page: 0, top: 386, last_page: 1, bottom: 120 },
      { section: 'iii', page: 1, top: 126, last_page: 1, bottom: 400 },
    ],
  };
};
