/** What comes from Word, Zalo or a web page: its words stay, its looks do not, and older letters are asked about. */
import type { Slice } from 'prosemirror-model';
import { Fragment, Slice as NewSlice, type Node } from 'prosemirror-model';
import type { LegacyOffer, PastedText } from '$lib/ipc/bindings';
import { schema } from './schema';

/** What was copied: as a page of its own where the clipboard has one, and its pieces of text with their fonts. */
export type Pasted = { page: Document | null; plain: string; pieces: PastedText[] };

export function readClipboard(clipboard: DataTransfer): Pasted {
  const plain = clipboard.getData('text/plain').normalize('NFC');
  const html = clipboard.getData('text/html');
  if (html === '') return { page: null, plain, pieces: [{ text: plain, font: '' }] };
  // An inert page: nothing in it runs, and nothing in it is loaded.
  const page = new DOMParser().parseFromString(html, 'text/html');
  page.querySelectorAll('style,script,title,xml,meta,link').forEach((element) => element.remove());
  return { page, plain, pieces: texts(page).map((text) => ({ text: text.data, font: fontOf(text) })) };
}

function texts(page: Document): Text[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node as Text);
  return found;
}

/** The font that is named nearest to a text. */
function fontOf(text: Text): string {
  for (let element = text.parentElement; element !== null; element = element.parentElement) {
    const named = element.getAttribute('face') ?? element.style.fontFamily;
    if (named !== '') return (named.split(',')[0] ?? '').replace(/["']/g, '').trim();
  }
  return '';
}

/** Letters that only Unicode text has: neither code of old letters reaches beyond Latin-1. */
const ONLY_UNICODE = /[ăĂđĐĩĨũŨơƠưƯ]|[\u0300-\u0323]|[\u1ea0-\u1ef9]/;

/** Whether to ask the core: by the font, or by letters beyond ASCII among which there is none of Unicode alone. */
export function mayBeLegacy(pieces: readonly PastedText[]): boolean {
  return pieces.some(
    ({ text, font }) => /^(\.vn|vni-)/i.test(font) || (/[\u00a1-\u00ff]/.test(text) && !ONLY_UNICODE.test(text)),
  );
}

/** What was copied, with its pieces in other words: those that the core offers. */
export function converted(pasted: Pasted, offer: LegacyOffer): Pasted {
  if (pasted.page === null) return { ...pasted, plain: offer.texts[0] ?? pasted.plain };
  texts(pasted.page).forEach((text, at) => (text.data = offer.texts[at] ?? text.data));
  return pasted;
}

/** What is inserted: composed letters. */
export const htmlOf = (pasted: Pasted): string | null => pasted.page?.body.innerHTML.normalize('NFC') ?? null;

const DASH = /^\s*[-–—•·▪+*]\s+/;

/** Lines that begin with a dash or a bullet become items of a list; Word writes its lists in this way. */
export function withItems(slice: Slice): Slice {
  const blocks: Node[] = [];
  slice.content.forEach((block) => blocks.push(asItem(block)));
  return new NewSlice(Fragment.fromArray(blocks), slice.openStart, slice.openEnd);
}

function asItem(block: Node): Node {
  const { paragraph, dash_item } = schema.nodes;
  const isLine = block.type === paragraph || block.type === dash_item;
  const mark = isLine ? DASH.exec(block.textContent) : null;
  if (mark === null || dash_item === undefined) return block;
  return dash_item.create(null, block.content.cut(mark[0].length));
}
