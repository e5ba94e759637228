/**
 * The quick preview as data: a report becomes blocks, and blocks with measured heights become pages. The form is that of
 * the document which the core writes (DOMAIN.md, A.2); only the core's document is the truth.
 */
import type { ReportDraft, ReportSection, RichText } from '$lib/ipc/bindings';
import { plain } from './editor/text';
import { allSections, sectionText, sectionTitle } from './lib';

export type BlockKind = 'head' | 'addressees' | 'heading' | 'paragraph' | 'item' | 'foot';

/** One thing on the page that is not torn apart. */
export type Block = { key: string; kind: BlockKind; section: string; text: string; level: number };

const GAP = '\u2003\u2003';

/** "05/BC-LĐLĐ": one digit has a zero before it, a number typed with its symbol stays as typed, none leaves a gap. */
export function documentNumber(number: string, symbol: string): string {
  const typed = number.trim();
  if (typed.includes('/')) return typed;
  const padded = /^\d$/.test(typed) ? `0${typed}` : typed;
  return `${padded === '' ? GAP : padded}/${symbol}`;
}

/**
 * "Tam Đường, ngày 05 tháng 8 năm 2023": zero before days 1 to 9 and before months 1 and 2 only. Without a day there are
 * gaps to fill in by hand, in the year in which the report is due.
 */
export function placeAndDate(place: string, dated: string | null, due: string | null = null): string {
  const match = dated === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(dated);
  if (match === null) return `${place}, ngày${GAP}tháng${GAP}năm ${due === null ? GAP : due.slice(0, 4)}`;
  const [, year = '', month = '', day = ''] = match;
  return `${place}, ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

/** One paragraph a line; a line that begins with "- " is an item. */
export function paragraphs(text: string): { isItem: boolean; text: string }[] {
  return text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (/^- /.test(line) ? { isItem: true, text: line.slice(2).trim() } : { isItem: false, text: line }));
}

/** What is being typed, laid over the draft so that the preview follows. */
export type Typed = { section: string; text: RichText } | null;

function sectionBlocks(section: ReportSection, typed: Typed): Block[] {
  const text = typed !== null && typed.section === section.code ? typed.text : sectionText(section);
  const body = section.has_text ? paragraphs(plain(text)) : [];
  const heading: Block[] =
    section.number === ''
      ? []
      : [
          {
            key: `${section.code}:title`,
            kind: 'heading',
            section: section.code,
            text: section.level <= 1 ? sectionTitle(section).toLocaleUpperCase('vi') : sectionTitle(section),
            level: section.level,
          },
        ];
  const rest = body.map((paragraph, at): Block => ({
    key: `${section.code}:${at}`,
    kind: paragraph.isItem ? 'item' : 'paragraph',
    section: section.code,
    text: paragraph.text,
    level: 0,
  }));
  return [...heading, ...rest];
}

/** The report from its head to the signature. The last paragraph ends with the mark "./." of a closed body. */
export function previewBlocks(draft: ReportDraft, typed: Typed): Block[] {
  const body = allSections(draft).flatMap((section) => sectionBlocks(section, typed));
  const last = body.at(-1);
  const closed =
    last === undefined ? [] : [...body.slice(0, -1), { ...last, text: `${last.text.replace(/[./;, ]+$/, '')}./.` }];
  const around = (kind: BlockKind): Block => ({ key: kind, kind, section: '@head', text: '', level: 0 });
  return [around('head'), around('addressees'), ...closed, around('foot')];
}

/** Lines of a list as the form wants them: a dash before each, a semicolon after each, a full stop after the last. */
export function dashedLines(lines: readonly string[]): string[] {
  const bare = lines.map(bareLine).filter((line) => line !== '');
  return bare.map((line, at) => `- ${line}${at === bare.length - 1 ? '.' : ';'}`);
}

/** A line without the dash and the sign at its end that somebody may have typed. */
export function bareLine(line: string): string {
  return line
    .trim()
    .replace(/^[-– ]+/, '')
    .replace(/[.;, ]+$/, '');
}

/** A block as it was measured in one long column. */
export type Measured = { top: number; bottom: number; staysWithNext: boolean };

/**
 * Cuts measured blocks into pages: each page as a list of positions. What must stay with the next block (a heading, the
 * last words before the signature) goes over with it; a block taller than a page has a page of its own.
 */
export function pagesOf(blocks: readonly Measured[], height: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let top = blocks[0]?.top ?? 0;
  blocks.forEach((block, at) => {
    if (page.length > 0 && block.bottom - top > height) {
      const moved = trailingBound(page, blocks);
      if (moved.length === page.length) moved.length = 0;
      pages.push(page.slice(0, page.length - moved.length));
      page = moved;
      top = blocks[moved[0] ?? at]?.top ?? block.top;
    }
    page.push(at);
  });
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages;
}

function trailingBound(page: readonly number[], blocks: readonly Measured[]): number[] {
  let from = page.length;
  while (from > 0 && blocks[page[from - 1] ?? -1]?.staysWithNext === true) from -= 1;
  return page.slice(from);
}
