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

/** The chosen photos after one was ticked (it comes last) or unticked. */
export function ticked(photos: PhotoView[], photo: PhotoView, isChosen: boolean): PhotoChoice[] {
  const others = chosen(photos).filter((one) => one.evidence !== photo.evidence);
  return isChosen ? [...others, asChoice(photo)] : others;
}

/** The chosen photos with something of one of them changed. */
export function changed(photos: PhotoView[], photo: PhotoView, more: Partial<PhotoChoice>): PhotoChoice[] {
  return chosen(photos).map((one) => (one.evidence === photo.evidence ? { ...one, ...more } : one));
}

/** The chosen photos with one of them a step further up (-1) or down (1); null where it cannot go further. */
export function moved(photos: PhotoView[], photo: PhotoView, step: -1 | 1): PhotoChoice[] | null {
  const list = chosen(photos);
  const from = list.findIndex((one) => one.evidence === photo.evidence);
  const [one, other] = [list[from], list[from + step]];
  if (one === undefined || other === undefined) return null;
  return list.map((choice) => (choice === one ? other : choice === other ? one : choice));
}
