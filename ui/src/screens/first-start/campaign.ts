/** The first start with a plan file of the superior body: one form, sent whole. */
import type { CommandError, OfferedCampaign, OurUnit, Signer, TakeCampaign } from '$lib/ipc/bindings';
import {
  NEW_SIGNER,
  PROPOSALS,
  signerProblems,
  trimmedSigner,
  withLevelAuthority,
  type FieldProblem,
} from '../settings/lib';

export type CampaignForm = {
  campaign: OfferedCampaign;
  /** Which unit of the file ours is; `null` until it was chosen. */
  unit: string | null;
  place: string;
  symbol: string;
  signer: Signer;
};

export const campaignForm = (campaign: OfferedCampaign): CampaignForm => ({
  campaign,
  unit: campaign.offer.unit,
  place: '',
  symbol: '',
  signer: { ...NEW_SIGNER, is_default: true },
});

const offered = (form: CampaignForm, uid: string | null) =>
  form.campaign.offer.units.find((unit) => unit.uid === uid) ?? null;

/** The form after a unit was chosen: what was typed stays, what was only proposed is proposed anew. */
export function chooseUnit(form: CampaignForm, uid: string): CampaignForm {
  const [before, after] = [offered(form, form.unit), offered(form, uid)];
  if (after === null) return form;
  const isUntouched = form.symbol.trim() === '' || (before !== null && form.symbol === PROPOSALS[before.level].symbol);
  return {
    ...form,
    unit: uid,
    symbol: isUntouched ? PROPOSALS[after.level].symbol : form.symbol,
    signer: withLevelAuthority(form.signer, after.level, before?.level ?? null),
  };
}

/** Our unit as the head of a document will name it. */
export function unitOf(form: CampaignForm): OurUnit | null {
  const unit = offered(form, form.unit);
  if (unit === null) return null;
  const { name, level, superior, members } = unit;
  return { name, level, superior, members, place: form.place, symbol: form.symbol };
}

export type CampaignProblems = Partial<Record<'unit' | 'place' | 'symbol', FieldProblem>>;

export function campaignProblems(form: CampaignForm): CampaignProblems {
  return {
    ...(form.unit === null ? { unit: 'required' } : {}),
    ...(form.place.trim() === '' ? { place: 'required' } : {}),
    ...(form.symbol.trim() === '' ? { symbol: 'required' } : {}),
  };
}

/** What the program is told; `null` while something is missing. */
export function toTake(form: CampaignForm): TakeCampaign | null {
  const isWhole = Object.keys({ ...campaignProblems(form), ...signerProblems(form.signer) }).length === 0;
  if (form.unit === null || !isWhole) return null;
  const { unit, place, symbol, signer } = form;
  return { unit, beginning: { place: place.trim(), symbol: symbol.trim(), signer: trimmedSigner(signer) } };
}

/** Beside which field a refusal stands: the core writes fields of the signer as "signer.name". */
export function refusedPart(error: Pick<CommandError, 'fields'>): 'unit' | 'signer' | null {
  const field = error.fields['field'];
  if (field?.startsWith('signer.')) return 'signer';
  return field === 'place' || field === 'symbol' ? 'unit' : null;
}
