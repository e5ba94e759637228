// A small invented tree of units: `1 (2 (3) 4) 5`.
import type { ImportLine, ImportPreview, UnitDetail, UnitFacts, UnitNode, UnitTree } from '$lib/ipc/bindings';

export const unitFacts = (more: Partial<UnitFacts> = {}): UnitFacts => ({
  code: '',
  members: 25,
  sector: 'state',
  has_page: null,
  followed_by: '',
  ...more,
});

export const unitNode = (id: number, name: string, more: Partial<UnitNode> = {}): UnitNode => ({
  id,
  parent: null,
  name,
  level: 'grassroots',
  kind: 'cdcs',
  facts: unitFacts(),
  depth: 0,
  n_below: 0,
  ...more,
});

export const unitTree = (): UnitTree => ({
  on: '2023-07-20',
  units: [
    unitNode(1, 'LĐLĐ huyện Mường Tè', { level: 'district', kind: 'huyen', n_below: 3 }),
    unitNode(2, 'Công đoàn xã Bum Tở', { parent: 1, depth: 1, level: 'commune', kind: 'xa', n_below: 1 }),
    unitNode(3, 'CĐCS Trường Mầm non Bum Tở', { parent: 2, depth: 2 }),
    unitNode(4, 'CĐCS Đồn Biên phòng', { parent: 1, depth: 1, facts: unitFacts({ code: 'TD-09' }) }),
    unitNode(5, 'Công đoàn ngành Y tế', { level: 'sector', kind: 'nganh' }),
  ],
  kinds: [
    { code: 'huyen', name: 'Liên đoàn Lao động huyện', level: 'district' },
    { code: 'xa', name: 'Công đoàn xã', level: 'commune' },
    { code: 'nganh', name: 'Công đoàn ngành', level: 'sector' },
    { code: 'cdcs', name: 'Công đoàn cơ sở', level: 'grassroots' },
  ],
});

export const unitDetail = (node: UnitNode, more: Partial<UnitDetail> = {}): UnitDetail => ({
  id: node.id,
  name: node.name,
  level: node.level,
  kind: node.kind,
  path: [],
  facts: node.facts,
  contacts: [{ title: 'Chủ tịch', phone: '0213 000 000', email: 'mau@vi-du.vn' }],
  spans: [
    {
      starts_on: null,
      ends_on: null,
      parent: node.parent,
      parent_name: '',
      name: node.name,
      level: node.level,
      kind: node.kind,
      began_by: '',
      ended_by: '',
    },
  ],
  descents: [],
  exists: true,
  ...more,
});

export const importLine = (row: number, name: string, more: Partial<ImportLine> = {}): ImportLine => ({
  row,
  fate: 'new',
  unit: null,
  name,
  parent: '',
  kind: 'cdcs',
  facts: unitFacts(),
  contact: null,
  differences: [],
  candidates: [],
  problems: [],
  ...more,
});

export const importPreview = (lines: ImportLine[], more: Partial<ImportPreview> = {}): ImportPreview => {
  const n = (fate: ImportLine['fate']): number => lines.filter((line) => line.fate === fate).length;
  return {
    file: 'danh-sach.xlsx',
    sha256: 'a1',
    sheets: ['Sheet1', 'Sheet2'],
    sheet: 'Sheet1',
    heading_row: 1,
    headings: ['TT', 'Tên đơn vị', 'Số ĐV'],
    columns: ['ignored', 'name', 'members'],
    legacy: null,
    legacy_examples: [],
    lines,
    left_out: [],
    n_new: n('new'),
    n_changed: n('changed'),
    n_unchanged: n('unchanged'),
    n_doubtful: n('doubtful'),
    n_refused: n('refused'),
    ...more,
  };
};
