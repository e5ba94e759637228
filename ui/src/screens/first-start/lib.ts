/**
 * The four steps of the first start as one form that is kept whole while going back and forth. Nothing is stored before
 * the last step sends it all at once.
 */
import type {
  CommandError,
  MilestoneSetting,
  MilestoneView,
  OfferedPlan,
  OurUnit,
  PlanHead,
  SetUp,
  Signer,
  UnitLevel,
} from '$lib/ipc/bindings';
import {
  cleanSetting,
  EMPTY_UNIT,
  isSameSetting,
  milestoneProblems,
  milestoneSetting,
  NEW_SIGNER,
  refusedField,
  signerProblems,
  trimmedSigner,
  unitForm,
  unitFromForm,
  unitProblems,
  withLevel,
  withLevelAuthority,
  type UnitForm,
} from '../settings/lib';

export type Step = 1 | 2 | 3 | 4;
export const STEPS: readonly Step[] = [1, 2, 3, 4];

/** All that was entered so far. */
export type FirstStartForm = {
  unit: UnitForm;
  /** False until the user has chosen a level: the list then shows no choice. */
  has_level: boolean;
  signer: Signer;
  /** Code of a plan of the program, or `FROM_FILE`. */
  plan: string;
  /** A plan file that was opened, whether or not it is the plan that is chosen. */
  file: OfferedPlan | null;
  /** By code: only milestones that were given another day than the plan gives. */
  milestones: Record<string, MilestoneSetting>;
};

const FIRST_PLAN = '383';

/** Stands for the plan file in the choice of plans; no code has a colon. */
export const FROM_FILE = 'file:';

/** The plan chosen before anybody chose: 383, or the only one there is. */
export function proposedPlan(plans: readonly PlanHead[]): string {
  return (
    (plans.find((plan) => plan.code.includes(FIRST_PLAN) || plan.document.includes(`${FIRST_PLAN}/`)) ?? plans[0])
      ?.code ?? ''
  );
}

export function emptyForm(): FirstStartForm {
  return {
    unit: unitForm(EMPTY_UNIT),
    has_level: false,
    signer: { ...NEW_SIGNER, is_default: true },
    plan: '',
    file: null,
    milestones: {},
  };
}

/** The form after a level was chosen. */
export function chooseLevel(form: FirstStartForm, level: UnitLevel): FirstStartForm {
  const before = form.has_level ? form.unit.unit.level : null;
  return {
    ...form,
    has_level: true,
    unit: { ...form.unit, unit: withLevel(form.unit.unit, level, before) },
    signer: withLevelAuthority(form.signer, level, before),
  };
}

/** A plan has milestones of its own; what was said of those of another plan does not carry over. */
export function choosePlan(form: FirstStartForm, plan: string): FirstStartForm {
  return plan === form.plan ? form : { ...form, plan, milestones: {} };
}

/** A plan file that was opened is chosen at once, in the place of one that was opened before. */
export function offerFile(form: FirstStartForm, file: OfferedPlan): FirstStartForm {
  const isSame = form.plan === FROM_FILE && form.file?.text.text === file.text.text;
  return { ...form, file, plan: FROM_FILE, milestones: isSame ? form.milestones : {} };
}

/** What is shown of the plan that is chosen. */
export function chosenPlan(form: FirstStartForm, plans: readonly PlanHead[]): PlanHead | undefined {
  return form.plan === FROM_FILE ? form.file?.head : plans.find((plan) => plan.code === form.plan);
}

/** What is said of a milestone, or `null` to follow the plan. */
export function setMilestone(
  form: FirstStartForm,
  view: MilestoneView,
  setting: MilestoneSetting | null,
): FirstStartForm {
  const rest = Object.fromEntries(Object.entries(form.milestones).filter(([code]) => code !== view.code));
  if (setting === null || isSameSetting(setting, milestoneSetting(view))) return { ...form, milestones: rest };
  return { ...form, milestones: { ...rest, [view.code]: cleanSetting(setting) } };
}

/** True where nothing stands in the way of the next step. */
export function isStepComplete(form: FirstStartForm, step: Step): boolean {
  switch (step) {
    case 1:
      return form.has_level && isEmpty(unitProblems(form.unit)) && isEmpty(signerProblems(form.signer));
    case 2:
      return form.plan !== '';
    case 3:
      return Object.values(form.milestones).every((setting) => isEmpty(milestoneProblems(setting)));
    case 4:
      return true;
  }
}

function isEmpty(problems: object): boolean {
  return Object.keys(problems).length === 0;
}

/** Milestones whose day the plan gives, and those that nobody knows yet; boundaries follow others and are not asked. */
export function milestonesToAsk(plan: PlanHead | undefined): MilestoneView[] {
  return (plan?.milestones ?? []).filter((milestone) => milestone.kind !== 'issue');
}

export function stillUnknown(plan: PlanHead | undefined, form: FirstStartForm): MilestoneView[] {
  return milestonesToAsk(plan).filter((view) => (form.milestones[view.code] ?? view).certainty === 'unknown');
}

export function toSetUp(form: FirstStartForm): SetUp {
  const unit: OurUnit = unitFromForm(form.unit);
  return {
    unit,
    signer: trimmedSigner(form.signer),
    plan: form.plan === FROM_FILE && form.file !== null ? form.file.text : form.plan,
    milestones: Object.values(form.milestones).map(cleanSetting),
  };
}

const UNIT_FIELDS: readonly string[] = ['name', 'level', 'superior', 'place', 'symbol', 'members'];

type Refusal = Pick<CommandError, 'code' | 'fields'>;

/** Whose field a refusal speaks of: the core writes fields of the signer as "signer.name". */
export function refusedPart(error: Refusal): 'unit' | 'signer' | null {
  const field = error.fields['field'];
  if (field === undefined) return null;
  if (field.startsWith('signer.')) return 'signer';
  return UNIT_FIELDS.includes(field) ? 'unit' : null;
}

/** The step that a refusal sends the user back to; the last one where it names no field. */
export function stepOfRefusal(error: Refusal): Step {
  if (error.code === 'bad_plan' || (error.code === 'not_found' && error.fields['what'] === 'plan')) return 2;
  if (error.code === 'date_needed' || error.code === 'dates_out_of_order') return 3;
  if (refusedPart(error) !== null) return 1;
  const field = refusedField(error);
  return field === 'on' || field === 'until' || field === 'reason' ? 3 : 4;
}
