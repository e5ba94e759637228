/** What the panes of annexes and of photos decide without the program. */
import type { AnnexOffer, PhotoChoice, PhotoView } from '$lib/ipc/bindings';

/** The codes of the annexes after one was ticked or unticked. */
export function withAnnex(offers: AnnexOffer[], code: string, isIncluded: boolean): string[] {
  return offers.filter((offer) => (offer.code === code ? isIncluded : offer.is_included)).map((offer) => offer.code);
}

/** The charts among the annexes, by the codes under which the program draws them. */
export const chartCode = (offer: AnnexOffer): string => offer.code.replace(/^chart:/, '');

const asChoice = ({ evidence, caption, is_large }: PhotoView): PhotoChoice => ({ evidence, caption, is_large });
export const chosen = (photos: PhotoView[]): PhotoChoice[] => photos.filter((photo) => photo.is_chosen).map(asChoice);

/** A choice of photos after one was ticked (it comes last) or unticked. */
export function ticked(list: PhotoChoice[], photo: PhotoView, isChosen: boolean): PhotoChoice[] {
  const others = list.filter((one) => one.evidence !== photo.evidence);
  return isChosen ? [...others, asChoice(photo)] : others;
}

/** A choice of photos with something of one of them changed. */
export function changed(list: PhotoChoice[], photo: PhotoView, more: Partial<PhotoChoice>): PhotoChoice[] {
  return list.map((one) => (one.evidence === photo.evidence ? { ...one, ...more } : one));
}

/** A choice of photos with one of them a step further up (-1) or down (1); null where it cannot go further. */
export function moved(list: PhotoChoice[], photo: PhotoView, step: -1 | 1): PhotoChoice[] | null {
  const from = list.findIndex((one) => one.evidence === photo.evidence);
  const [one, other] = [list[from], list[from + step]];
  if (one === undefined || other === undefined) return null;
  return list.map((choice) => (choice === one ? other : choice === other ? one : choice));
}
