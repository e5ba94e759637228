// A small invented office with units below it: `A (B C) D`.
import type { Board, BoardRow, Register, RegisterRow, ReminderRow, ReportRate, UnitDetail } from '$lib/ipc/bindings';

export const rate = (more: Partial<ReportRate> = {}): ReportRate => ({
  expected: 1,
  on_time: 0,
  late: 0,
  not_yet: 0,
  overdue: 0,
  unexpected: 0,
  ...more,
});

export const boardRow = (unit: number, name: string, more: Partial<BoardRow> = {}): BoardRow => ({
  unit,
  parent: null,
  name,
  level: 'grassroots',
  depth: 0,
  cells: [
    { done: 5, applicable: 10 },
    { done: 0, applicable: 4 },
    { done: 0, applicable: 2 },
  ],
  reports: [rate({ not_yet: 1 }), rate({ not_yet: 1 })],
  days_late: [null, null],
  has_late: false,
  ...more,
});

const cells = (done: number, of: number) => [
  { done, applicable: of },
  { done: 0, applicable: 4 },
  { done: 0, applicable: 2 },
];

export const board = (): Board => ({
  columns: [
    { phase: 'dot1', stage: '', title: 'Đợt 1', is_open: true },
    { phase: 'dot2', stage: '', title: 'Đợt 2', is_open: false },
    { phase: 'dot2', stage: 'truoc', title: 'Trước', is_open: false },
  ],
  phases: [
    { code: 'dot1', name: 'Đợt 1' },
    { code: 'dot2', name: 'Đợt 2' },
  ],
  rows: [
    boardRow(1, 'LĐLĐ huyện Mường Tè', {
      level: 'district',
      cells: cells(12, 30),
      reports: [rate({ expected: 3, on_time: 1, late: 1, not_yet: 1, overdue: 1 }), rate({ expected: 3, not_yet: 3 })],
    }),
    boardRow(2, 'CĐCS Trường Mầm non Bum Tở', {
      parent: 1,
      depth: 1,
      cells: cells(2, 10),
      reports: [rate({ late: 1 }), rate({ not_yet: 1 })],
      days_late: [4, null],
      has_late: true,
    }),
    boardRow(3, 'CĐCS Đồn Biên phòng', {
      parent: 1,
      depth: 1,
      cells: cells(10, 10),
      reports: [rate({ on_time: 1 }), rate({ not_yet: 1 })],
    }),
    boardRow(4, 'Công đoàn Viên chức tỉnh', { level: 'public_employees', cells: cells(9, 10) }),
  ],
  total: boardRow(9, '', { cells: cells(33, 60), reports: [rate({ expected: 4 }), rate({ expected: 4 })] }),
});

export const registerRow = (unit: number, name: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  unit,
  parent: null,
  name,
  level: 'grassroots',
  kind: 'cdcs',
  depth: 0,
  is_expected: true,
  exception: '',
  due_on: '2023-07-15',
  state: 'missing',
  punctuality: 'not_yet',
  days_late: 5,
  days_left: null,
  signed_on: null,
  sent_on: null,
  received_on: null,
  corrected_on: null,
  channel: null,
  has_content: true,
  note: '',
  reminded_on: null,
  rate: rate({ not_yet: 1, overdue: 1 }),
  ...more,
});

export const register = (rows?: RegisterRow[]): Register => ({
  phase: 'dot1',
  on: '2023-07-20',
  structure: 'then',
  late_by: 'received',
  rows: rows ?? [
    registerRow(1, 'LĐLĐ huyện Mường Tè', {
      level: 'district',
      state: 'received',
      punctuality: 'on_time',
      days_late: null,
      received_on: '2023-07-12',
      channel: 'word',
      rate: rate({ expected: 3, on_time: 1, not_yet: 2, overdue: 2 }),
    }),
    registerRow(2, 'CĐCS Trường Mầm non Bum Tở', { parent: 1, depth: 1 }),
    registerRow(3, 'CĐCS Đồn Biên phòng', { parent: 1, depth: 1, state: 'returned' }),
    registerRow(4, 'CĐCS Trạm Y tế', {
      is_expected: false,
      punctuality: null,
      days_late: null,
      due_on: null,
      exception: 'Mới thành lập',
      rate: rate({ expected: 0 }),
    }),
  ],
  total: rate({ expected: 3, on_time: 1, not_yet: 2, overdue: 2 }),
});

export const reminderRow = (unit: number, name: string, more: Partial<ReminderRow> = {}): ReminderRow => ({
  unit,
  name,
  due_on: '2023-07-15',
  days_late: 5,
  step: 3,
  is_reminded: false,
  n_reminders: 0,
  reminded_on: null,
  channel: null,
  contacts: [{ title: 'Văn phòng', phone: '0213 000 000', email: '' }],
  chat: `Kính gửi ${name}: đề nghị gửi báo cáo.`,
  ...more,
});

export const unitDetail = (more: Partial<UnitDetail> = {}): UnitDetail => ({
  id: 2,
  name: 'CĐCS Trường Mầm non Bum Tở',
  level: 'grassroots',
  kind: 'cdcs',
  path: [[1, 'LĐLĐ huyện Mường Tè']],
  facts: { code: 'MT-01', members: 24, sector: 'state', has_page: null, followed_by: 'Ban Tuyên giáo - Nữ công' },
  contacts: [{ title: 'Chủ tịch', phone: '0213 000 000', email: '' }],
  spans: [],
  descents: [],
  exists: true,
  ...more,
});
