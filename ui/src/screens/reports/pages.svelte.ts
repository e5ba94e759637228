/**
 * The real pages of a report as the program sets them. One question is asked at a time; of those that come meanwhile only
 * the last is asked. What was shown stays until the new pages are drawn.
 */
import { tick } from 'svelte';
import { call, toBackendError, type BackendError } from '$lib/ipc/backend';
import type { AnnexOffer, ReportPage, ReportPages, SectionPlace, TypedReport } from '$lib/ipc/bindings';

export type Question = { phase: string; typed: TypedReport };
export type ShownPage = Omit<ReportPage, 'svg'> & { url: string };
/** A stretch of a page, in points from its upper edge. */
export type Stretch = { page: number; top: number; bottom: number };

/** Margins of the form above and below, in points: where a section goes on that began on the page before. */
const ABOVE = 71;
const BELOW = 57;

export class Pages {
  shown = $state.raw<ShownPage[]>([]);
  places = $state.raw<SectionPlace[]>([]);
  error = $state.raw<BackendError | null>(null);
  isSetting = $state(false);
  private wanted: Question | null = null;
  private isClosed = false;

  ask(question: Question): void {
    this.wanted = question;
    if (!this.isSetting) void this.answerAll();
  }

  close(): void {
    this.isClosed = true;
    this.wanted = null;
    for (const page of this.shown) URL.revokeObjectURL(page.url);
  }

  private async answerAll(): Promise<void> {
    this.isSetting = true;
    for (let question = this.take(); question !== null; question = this.take()) {
      try {
        await this.show(await call('report_pages', { ...question, known: this.shown.map((page) => page.hash) }));
        this.error = null;
      } catch (reason) {
        this.error = toBackendError(reason);
      }
    }
    this.isSetting = false;
  }

  private take(): Question | null {
    const next = this.wanted;
    this.wanted = null;
    return next;
  }

  private async show(answer: ReportPages): Promise<void> {
    const known = new Map(this.shown.map((page) => [page.hash, page.url]));
    const next = answer.pages.map(({ svg, ...page }): ShownPage => {
      const url = svg === null ? known.get(page.hash) : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      return { ...page, url: url ?? '' };
    });
    await Promise.all(next.filter((page) => !known.has(page.hash)).map((page) => drawn(page.url)));
    if (this.isClosed) {
      for (const page of next) URL.revokeObjectURL(page.url);
      return;
    }
    this.shown = next;
    this.places = answer.anchors;
    await tick();
    const kept = new Set(next.map((page) => page.url));
    for (const url of known.values()) if (!kept.has(url)) URL.revokeObjectURL(url);
  }
}

/** A page that is not drawn yet would be white for a moment. One that cannot be drawn is shown as that. */
async function drawn(url: string): Promise<void> {
  const image = new Image();
  image.src = url;
  await image.decode?.().catch(() => undefined);
}

/** What a section takes up: from where it begins to where it ends, page by page. */
export function stretches(places: readonly SectionPlace[], section: string, pages: readonly ShownPage[]): Stretch[] {
  const place = places.find((one) => one.section === section);
  if (place === undefined) return [];
  const found: Stretch[] = [];
  for (let page = place.page; page <= Math.min(place.last_page, pages.length - 1); page += 1) {
    const top = page === place.page ? place.top : ABOVE;
    const bottom = page === place.last_page ? place.bottom : (pages[page]?.height ?? 0) - BELOW;
    if (bottom > top) found.push({ page, top, bottom });
  }
  return found;
}

/** From the top of the first page to the first section. */
export function headStretch(places: readonly SectionPlace[]): Stretch[] {
  const first = places[0];
  return first === undefined || first.page > 0 ? [] : [{ page: 0, top: ABOVE, bottom: first.top }];
}

/** The first page of the first annex: it is counted from 1 again. */
export function annexPage(pages: readonly ShownPage[]): number {
  return pages.findIndex((page, at) => at > 0 && page.number === 1);
}

/** The first page of the photos, if they are printed: they are the last annex, and each annex is counted from 1. */
export function photosPage(pages: readonly ShownPage[], annexes: readonly AnnexOffer[]): number {
  const isPrinted = annexes.some((offer) => offer.kind === 'photos' && offer.is_included && offer.count > 0);
  const last = pages.map((page) => page.number).lastIndexOf(1);
  return isPrinted && last > 0 ? last : -1;
}
