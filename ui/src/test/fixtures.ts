// Small invented parts of a book for tests; each test says only what it is about.
import type {
  CampaignChange,
  CampaignOffer,
  OfferedUnit,
  BookState,
  ChecklistItem,
  DataFolder,
  FormList,
  FormProfile,
  HandedFile,
  MilestoneView,
  MovePreview,
  OfferedPlan,
  PhaseCounts,
  PhaseHead,
  PlanHead,
  ReportRow,
  SealedPreview,
  TimelineBar,
} from '$lib/ipc/bindings';

const noCounts: PhaseCounts = {
  applicable: 0,
  done: 0,
  doing: 0,
  not_started: 0,
  not_applicable: 0,
  late: 0,
  due_soon: 0,
};

type PhaseParts = Partial<Omit<PhaseHead, 'counts'>> & { counts?: Partial<PhaseCounts> };

export const phaseHead = ({ counts, ...more }: PhaseParts = {}): PhaseHead => ({
  code: 'dot1',
  number: 1,
  name: 'Đợt 1',
  title: 'Đại hội công đoàn cấp cơ sở và cấp trên trực tiếp cơ sở',
  starts_on: '2022-10-25',
  ends_on: '2023-07-31',
  is_proposed: false,
  waits_for: null,
  is_current: true,
  report_due_on: '2023-08-05',
  ...more,
  counts: { ...noCounts, ...counts },
});

export const milestone = (more: Partial<MilestoneView> = {}): MilestoneView => ({
  code: 'dh-tinh',
  name: 'Đại hội XIII Công đoàn tỉnh Lai Châu',
  short_name: 'ĐH tỉnh',
  kind: 'congress',
  certainty: 'fixed',
  on: '2023-10-03',
  until: null,
  not_before: null,
  not_after: null,
  from_milestone: null,
  days: null,
  is_proposed: false,
  is_changed: false,
  reason: '',
  source: 'Mục III.2',
  ...more,
});

export const checklistItem = (more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  code: 'd1-11',
  title: 'Treo băng rôn, khẩu hiệu chào mừng đại hội',
  group: 'co-dong',
  phase: 'dot1',
  stage: null,
  forms: ['co-dong'],
  starts_on: '2023-05-20',
  due_on: '2023-07-21',
  is_proposed: false,
  state: 'not_started',
  done_on: null,
  reason: '',
  days_late: null,
  days_left: 1,
  has_note: false,
  n_evidence: 0,
  n_figures: 0,
  is_own: false,
  place: 'III.1',
  ...more,
});

export const timelineBar = (more: Partial<TimelineBar> = {}): TimelineBar => ({
  code: 'd1-11',
  title: 'Treo băng rôn, khẩu hiệu chào mừng đại hội',
  lane: 'co-dong',
  phase: 'dot1',
  phase_number: 1,
  starts_on: '2023-05-20',
  due_on: '2023-07-21',
  drawn_from: '2023-05-20',
  drawn_to: '2023-07-21',
  state: 'not_started',
  days_late: null,
  is_own: false,
  ...more,
});

export const reportRow = (more: Partial<ReportRow> = {}): ReportRow => ({
  phase: 'dot1',
  phase_name: 'Đợt 1',
  phase_title: 'Đại hội công đoàn cấp cơ sở',
  state: 'draft',
  due_on: '2023-08-05',
  is_proposed: true,
  days_left: 16,
  days_late: null,
  number: '',
  dated_on: null,
  sent_on: null,
  n_done: 7,
  n_applicable: 18,
  n_kept_sections: 0,
  ...more,
});

export const bookState = (more: Partial<BookState> = {}): BookState => ({
  version: '0.1.0',
  today: '2023-07-20',
  is_rehearsal: false,
  is_sample: false,
  folder: '/home/hoa/so-tuyen-giao',
  unit: {
    name: 'Liên đoàn Lao động huyện Tam Đường',
    level: 'district',
    superior: 'Liên đoàn Lao động tỉnh Lai Châu',
    place: 'Tam Đường',
    symbol: 'LĐLĐ',
    members: 2345,
  },
  campaign: {
    plan: '383-lai-chau-2022',
    title: 'Tuyên truyền Đại hội Công đoàn các cấp',
    document: 'Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022',
    motto: 'Đổi mới – Dân chủ – Đoàn kết – Phát triển',
    term: '2023 - 2028',
    phases: [phaseHead()],
    forms: [{ code: 'co-dong', name: 'Cổ động trực quan' }],
  },
  signers: [{ id: 1, authority: 'TM. BAN THƯỜNG VỤ', title: 'PHÓ CHỦ TỊCH', name: 'Nguyễn Thị Hoa', is_default: true }],
  due_rule: { days_after_end: 5, is_proposed: true, fixed: [] },
  preferences: { language: 'vi', theme: 'light', text_size: 100 },
  undo: null,
  redo: null,
  n_late: 0,
  n_late_reports: 0,
  n_units: 0,
  ...more,
});

export const dataFolder = (more: Partial<DataFolder> = {}): DataFolder => ({
  path: 'C:\\Users\\An\\AppData\\Local\\so-tuyen-giao',
  kind: 'usual',
  is_reachable: true,
  n_bytes: 24_500_000,
  free_bytes: 80_000_000_000,
  keeper: null,
  safe_place: null,
  left_behind: null,
  ...more,
});

export const movePreview = (more: Partial<MovePreview> = {}): MovePreview => ({
  from: 'C:\\Users\\An\\AppData\\Local\\so-tuyen-giao',
  to: 'D:\\Công đoàn\\so-tuyen-giao',
  n_files: 1_204,
  n_bytes: 24_500_000,
  free_bytes: 80_000_000_000,
  keeper: null,
  ...more,
});

/** The form that holds since 2024, as the program brings it along. */
export const formProfile = (more: Partial<FormProfile> = {}): FormProfile => ({
  code: 'qd-933-2024',
  name: 'Thể thức từ ngày 14/5/2024',
  document: 'Quyết định số 933/QĐ-TLĐ ngày 14/5/2024',
  valid_from: '2024-05-14',
  valid_until: null,
  unclear: ['signature'],
  signature: 'two_lines',
  report_symbol: '{type}-{unit}',
  filed: '',
  margins: { top: 25, bottom: 20, left: 35, right: 20 },
  text: { indent: '1.27cm', gap: 6, line: 110 },
  sizes: {
    country: 13,
    motto: 14,
    superior: 13,
    issuer: 13,
    number: 13,
    place: 14,
    title: 14,
    subject: 14,
    letter_subject: 13,
    addressee: 14,
    body: 14,
    signature: 14,
    recipients_label: 12,
    recipients: 11,
    annex_word: 14,
    annex_title: 14,
    annex_note: 13,
    table: 12,
    page_number: 14,
  },
  heads: [],
  ...more,
});

export const formList = (more: Partial<FormList> = {}): FormList => ({
  forms: [
    { profile: formProfile(), is_own: false, holds: true },
    {
      profile: formProfile({
        code: 'qd-1014-2011',
        name: 'Thể thức từ ngày 19/8/2011 đến ngày 13/5/2024',
        valid_from: '2011-08-19',
        valid_until: '2024-05-13',
      }),
      is_own: false,
      holds: false,
    },
  ],
  limits: [
    { field: 'margins.top', from: 20, to: 25 },
    { field: 'margins.left', from: 30, to: 35 },
    { field: 'text.line', from: 100, to: 150 },
    { field: 'sizes.number', from: 13, to: 13 },
    { field: 'sizes.body', from: 13, to: 14 },
  ],
  ...more,
});

export const planHead = (more: Partial<PlanHead> = {}): PlanHead => ({
  code: '383-lai-chau-2022',
  title: 'Tuyên truyền đại hội công đoàn các cấp, tiến tới Đại hội XIII Công đoàn Việt Nam',
  document: 'Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022',
  issuer: 'Liên đoàn Lao động tỉnh Lai Châu',
  motto: 'Đổi mới - Dân chủ - Đoàn kết - Phát triển',
  phases: [{ name: 'Đợt 1', title: 'Đại hội cấp cơ sở', starts_on: '2022-10-25', ends_on: '2023-07-31' }],
  n_activities: 40,
  milestones: [],
  ...more,
});

/** A plan file of an invented province, as the program has read it. */
export const handedFile = (more: Partial<OfferedPlan> = {}): HandedFile => ({
  path: '/media/usb/Kế hoạch Sông Mây.sotg',
  name: 'Kế hoạch Sông Mây.sotg',
  content: {
    plan: {
      head: planHead({
        code: 'mau-song-may-2028',
        title: 'Tuyên truyền Tháng Công nhân năm 2028 (dữ liệu mẫu)',
        document: 'Kế hoạch số 00/KH-LĐLĐ ngày 10/01/2028',
        phases: [
          { name: 'Giai đoạn 1', title: 'Chuẩn bị', starts_on: '2028-01-10', ends_on: '2028-04-26' },
          { name: 'Giai đoạn 2', title: 'Cao điểm', starts_on: '2028-04-27', ends_on: null },
        ],
        n_activities: 3,
        milestones: [milestone({ code: 'le-tong-ket', short_name: 'Tổng kết', certainty: 'unknown', on: null })],
      }),
      text: { file_name: 'Kế hoạch Sông Mây.sotg', text: 'code = "mau-song-may-2028"' },
      comparison: null,
      ...more,
    },
  },
});

export const offeredUnit = (more: Partial<OfferedUnit> = {}): OfferedUnit => ({
  uid: 'aabbccdd-3',
  name: 'Công đoàn cơ sở Trường Tiểu học Mẫu',
  level: 'grassroots',
  kind: 'Công đoàn cơ sở trường học',
  superior: 'Liên đoàn Lao động huyện Mẫu',
  members: 25,
  n_below: 0,
  ...more,
});

/** A plan file that an invented province has issued, as the program has read it. */
export const campaignOffer = (more: Partial<CampaignOffer> = {}): CampaignOffer => ({
  standing: 'beginning',
  version: 1,
  taken_version: 0,
  issued_on: '2023-07-20',
  issuer: 'Liên đoàn Lao động tỉnh Mẫu',
  fingerprint: '27A1-8C41-42F4-1422',
  note: '',
  plan: planHead(),
  is_sample: false,
  units: [
    offeredUnit({
      uid: 'aabbccdd-2',
      name: 'Liên đoàn Lao động huyện Mẫu',
      level: 'district',
      superior: 'Liên đoàn Lao động tỉnh Mẫu',
      members: null,
      n_below: 2,
    }),
    offeredUnit(),
    offeredUnit({ uid: 'aabbccdd-4', name: 'Công đoàn cơ sở Công ty Mẫu' }),
  ],
  unit: null,
  is_unit_open: true,
  changes: [],
  ...more,
});

export const campaignChange = (more: Partial<CampaignChange> = {}): CampaignChange => ({
  kind: 'report_due',
  title: 'Đợt 1',
  before: '',
  after: '',
  before_on: '2023-08-10',
  after_on: '2023-08-20',
  ...more,
});

export const campaignFile = (more: Partial<CampaignOffer> = {}): HandedFile => ({
  path: '/media/usb/Kế hoạch tỉnh Mẫu.sotg',
  name: 'Kế hoạch tỉnh Mẫu.sotg',
  content: { campaign: { offer: campaignOffer(more), text: '{"format":1}' } },
});

/** A report that the office above sends back. */
export const returnFile = (more: Partial<SealedPreview> = {}): HandedFile => ({
  path: '/media/usb/tra-lai.sotg',
  name: 'tra-lai.sotg',
  content: {
    sealed: {
      text: '{"format":1,"kind":"return"}',
      preview: {
        kind: 'return',
        office: 'LĐLĐ tỉnh Mẫu',
        fingerprint: 'AAAA-BBBB-CCCC-DDDD',
        is_known_key: true,
        phase: 'dot1',
        phase_name: 'Đợt 1',
        version: 1,
        on: '2023-08-20',
        wanted_by: null,
        note: '',
        marks: [],
        is_accepted: false,
        is_taken: false,
        ...more,
      },
    },
  },
});

/** A plan file with a mistake. */
export const wrongFile = (): HandedFile => ({
  ...handedFile(),
  content: {
    problem: {
      code: 'bad_plan',
      message: 'Refused loading the plan',
      fields: {
        plan: 'Kế hoạch Sông Mây.sotg',
        line: '12',
        field: 'milestones[0].kind',
        problem: 'unknown_value',
        value: 'party',
      },
    },
  },
});
