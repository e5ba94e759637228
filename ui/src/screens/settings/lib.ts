/**
 * Rules of the forms of settings and of the first start, before the core is asked: what a level proposes, what is typed
 * wrongly enough to say so at the field, and what the program's refusals mean for a field. The core checks everything again.
 */
import type {
  Certainty,
  CommandError,
  DueRule,
  MilestoneSetting,
  MilestoneView,
  MovedItem,
  OurUnit,
  PhaseHead,
  Signer,
  UnitLevel,
} from '$lib/ipc/bindings';

/** Every level from the province down: the order of a list to choose from. The type makes a missing one an error. */
const LEVEL_ORDER: Record<UnitLevel, number> = {
  province: 0,
  district: 1,
  sector: 2,
  public_employees: 3,
  commune: 4,
  direct_grassroots: 5,
  grassroots: 6,
  occupational_union: 7,
};

export const UNIT_LEVELS = (Object.keys(LEVEL_ORDER) as UnitLevel[]).sort((a, b) => LEVEL_ORDER[a] - LEVEL_ORDER[b]);

/** The two lines of a signature. */
export type Authority = Pick<Signer, 'authority' | 'title'>;

/**
 * The union's forms of signature (DOMAIN.md, A.3), the usual one first. The form with "KT. CHỦ TỊCH" comes last: none of
 * the specimens signed by a deputy has it.
 */
export const SIGNING_VARIANTS: readonly Authority[] = [
  { authority: 'TM. BAN THƯỜNG VỤ', title: 'PHÓ CHỦ TỊCH' },
  { authority: 'TM. BAN THƯỜNG VỤ', title: 'CHỦ TỊCH' },
  { authority: 'TM. BAN CHẤP HÀNH', title: 'CHỦ TỊCH' },
  { authority: 'TL. BAN THƯỜNG VỤ', title: 'TRƯỞNG BAN TUYÊN GIÁO - NỮ CÔNG' },
  { authority: 'KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH' },
];

/** Position in the list of variants; -1 for a form of one's own. */
export function variantOf(signer: Authority): number {
  return SIGNING_VARIANTS.findIndex(
    (variant) => variant.authority === signer.authority.trim() && variant.title === signer.title.trim(),
  );
}

/** What a level suggests. The name and the superior are beginnings to be continued, and so end in a blank. */
export type Proposal = Pick<OurUnit, 'name' | 'superior' | 'symbol'> & { variant: number };

const PROVINCE = 'Liên đoàn Lao động tỉnh ';
const DISTRICT = 'Liên đoàn Lao động huyện ';

export const PROPOSALS: Record<UnitLevel, Proposal> = {
  province: { name: PROVINCE, superior: 'Tổng Liên đoàn Lao động Việt Nam', symbol: 'LĐLĐ', variant: 0 },
  district: { name: DISTRICT, superior: PROVINCE, symbol: 'LĐLĐ', variant: 0 },
  sector: { name: 'Công đoàn ngành ', superior: PROVINCE, symbol: 'CĐN', variant: 0 },
  public_employees: { name: 'Công đoàn Viên chức tỉnh ', superior: PROVINCE, symbol: 'CĐVC', variant: 0 },
  commune: { name: 'Công đoàn xã ', superior: PROVINCE, symbol: 'CĐX', variant: 2 },
  direct_grassroots: { name: 'Công đoàn cơ sở ', superior: PROVINCE, symbol: 'CĐCS', variant: 2 },
  grassroots: { name: 'Công đoàn cơ sở ', superior: DISTRICT, symbol: 'CĐCS', variant: 2 },
  occupational_union: { name: 'Nghiệp đoàn ', superior: DISTRICT, symbol: 'NĐ', variant: 2 },
};

/** A field that nobody touched: empty, or still what the level before proposed. */
function isUntouched(value: string, before: string | undefined): boolean {
  return value.trim() === '' || (before !== undefined && value.trim() === before.trim());
}

/** The unit after its level was chosen: what was typed stays, what was only proposed is proposed anew. */
export function withLevel(unit: OurUnit, level: UnitLevel, before: UnitLevel | null): OurUnit {
  const old = before === null ? undefined : PROPOSALS[before];
  const fresh = PROPOSALS[level];
  return {
    ...unit,
    level,
    name: isUntouched(unit.name, old?.name) ? fresh.name : unit.name,
    superior: isUntouched(unit.superior, old?.superior) ? fresh.superior : unit.superior,
    symbol: isUntouched(unit.symbol, old?.symbol) ? fresh.symbol : unit.symbol,
  };
}

/** The lines of the signature that go with a level, unless others were typed. */
export function withLevelAuthority(signer: Signer, level: UnitLevel, before: UnitLevel | null): Signer {
  const old = before === null ? undefined : SIGNING_VARIANTS[PROPOSALS[before].variant];
  const fresh = SIGNING_VARIANTS[PROPOSALS[level].variant];
  const isFree = isUntouched(signer.authority, old?.authority) && isUntouched(signer.title, old?.title);
  return isFree && fresh !== undefined ? { ...signer, ...fresh } : signer;
}

/** Why a field cannot stay as it is; the words are in the catalogue under the same name. */
export type FieldProblem = 'required' | 'continueName' | 'badNumber' | 'badDate' | 'outOfOrder' | 'dateNeeded';

export type Problems<Field extends string> = Partial<Record<Field, FieldProblem>>;

export type UnitField = 'name' | 'level' | 'superior' | 'place' | 'symbol' | 'members';

/** A unit as the form holds it: the number of members as typed. */
export type UnitForm = { unit: OurUnit; members: string };

export function unitForm(unit: OurUnit): UnitForm {
  return { unit: { ...unit }, members: unit.members === null ? '' : groupDigits(unit.members) };
}

export const EMPTY_UNIT: OurUnit = { name: '', level: 'district', superior: '', place: '', symbol: '', members: null };

function isBareProposal(value: string, level: UnitLevel, field: 'name' | 'superior'): boolean {
  const proposal = PROPOSALS[level][field];
  return proposal.endsWith(' ') && value.trim() === proposal.trim();
}

/** What is wrong with a unit before it is sent. */
export function unitProblems(form: UnitForm): Problems<UnitField> {
  const { unit } = form;
  const problems: Problems<UnitField> = {};
  for (const field of ['name', 'place', 'symbol'] as const) if (unit[field].trim() === '') problems[field] = 'required';
  for (const field of ['name', 'superior'] as const) {
    if (isBareProposal(unit[field], unit.level, field)) problems[field] = 'continueName';
  }
  if (parseCount(form.members) === undefined) problems.members = 'badNumber';
  return problems;
}

/** The unit to send; blanks at the ends are not part of a name. */
export function unitFromForm(form: UnitForm): OurUnit {
  const { unit } = form;
  return {
    level: unit.level,
    name: unit.name.trim(),
    superior: unit.superior.trim(),
    place: unit.place.trim(),
    symbol: unit.symbol.trim(),
    members: parseCount(form.members) ?? null,
  };
}

/** "1.250" or "1250" as a number, empty as `null`, anything else as `undefined`. */
export function parseCount(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (!/^(\d{1,3}(\.\d{3})+|\d+)$/.test(typed)) return undefined;
  const count = Number(typed.replaceAll('.', ''));
  return count <= 4_294_967_295 ? count : undefined;
}

export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

export type SignerField = 'authority' | 'title' | 'name';

export const NEW_SIGNER: Signer = { id: null, authority: '', title: '', name: '', is_default: false };

export function signerProblems(signer: Signer): Problems<SignerField> {
  const problems: Problems<SignerField> = {};
  for (const field of ['title', 'name'] as const) if (signer[field].trim() === '') problems[field] = 'required';
  return problems;
}

export function trimmedSigner(signer: Signer): Signer {
  return { ...signer, authority: signer.authority.trim(), title: signer.title.trim(), name: signer.name.trim() };
}

export const CERTAINTIES: readonly Certainty[] = ['unknown', 'expected', 'fixed'];

export type MilestoneField = 'on' | 'until';

export function milestoneSetting(view: MilestoneView): MilestoneSetting {
  return { code: view.code, certainty: view.certainty, on: view.on, until: view.until, reason: view.reason };
}

export function milestoneProblems(setting: MilestoneSetting): Problems<MilestoneField> {
  if (setting.certainty === 'unknown') return {};
  if (setting.on === null) return { on: 'dateNeeded' };
  return setting.until !== null && setting.until < setting.on ? { until: 'outOfOrder' } : {};
}

/** The setting to send: without a day while the day is unknown, without a last day that is the first one. */
export function cleanSetting(setting: MilestoneSetting): MilestoneSetting {
  const reason = setting.reason.trim();
  if (setting.certainty === 'unknown') return { ...setting, on: null, until: null, reason };
  return { ...setting, until: setting.until === setting.on ? null : setting.until, reason };
}

export function isSameSetting(left: MilestoneSetting, right: MilestoneSetting): boolean {
  return JSON.stringify(cleanSetting(left)) === JSON.stringify(cleanSetting(right));
}

/** Phases first, then reports, milestones and activities: what moves most comes first. */
const MOVED_ORDER: Record<MovedItem['kind'], number> = { phase: 0, report: 1, milestone: 2, activity: 3 };

export function sortMoved(items: readonly MovedItem[]): MovedItem[] {
  return [...items].sort((a, b) => MOVED_ORDER[a.kind] - MOVED_ORDER[b.kind]);
}

/** The rule for due days as the form holds it. */
export type DueForm = { days: string; own: Record<string, string | null> };

export function dueForm(rule: DueRule, phases: readonly PhaseHead[]): DueForm {
  const own = new Map(rule.fixed.map((fixed) => [fixed.phase, fixed.due_on]));
  return {
    days: String(rule.days_after_end),
    own: Object.fromEntries(phases.map((phase) => [phase.code, own.get(phase.code) ?? null])),
  };
}

const MOST_DAYS = 365;

/** The rule to send, or `null` where the days cannot be read. What is saved is the user's word, no longer a proposal. */
export function dueRule(form: DueForm): DueRule | null {
  const typed = form.days.trim();
  if (!/^-?\d{1,3}$/.test(typed) || Math.abs(Number(typed)) > MOST_DAYS) return null;
  const fixed = Object.entries(form.own).flatMap(([phase, due_on]) => (due_on === null ? [] : [{ phase, due_on }]));
  return { days_after_end: Number(typed), is_proposed: false, fixed };
}

/**
 * The field that a refusal speaks of, if it names one: "name", "unit.name" and "signer.title" all give the last word.
 */
export function refusedField(error: Pick<CommandError, 'fields'>): string | null {
  return error.fields['field']?.split('.').at(-1) ?? null;
}

/** The other settings that a field may be refused with, where the refusal's code alone says which field it is. */
export function refusedMilestoneField(error: Pick<CommandError, 'code' | 'fields'>): MilestoneField | null {
  if (error.code === 'date_needed') return 'on';
  if (error.code === 'dates_out_of_order') return 'until';
  const field = refusedField(error);
  return field === 'on' || field === 'until' ? field : null;
}

/** The sections of the settings, in order; the address names them. */
export const SECTIONS = ['unit', 'signers', 'milestones', 'due', 'form', 'templates', 'look', 'book', 'about'] as const;
export type SectionName = (typeof SECTIONS)[number];

export function sectionOf(part: string | null): SectionName {
  return SECTIONS.find((section) => section === part) ?? 'unit';
}
