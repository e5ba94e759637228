/** Texts of the core and documents of the editor: one JSON, with a few differences in what may be left out. */
import { Node } from 'prosemirror-model';
import type { FigureTable, RichText, TextBlock, TextInline } from '$lib/ipc/bindings';
import { plainBlock } from '$lib/rich-text';
import { schema } from './schema';

export { fromPlain, inlines, plain, plainBlock } from '$lib/rich-text';

/** The document that the editor shows; one empty paragraph for an empty text. */
export function toDocument(text: RichText): Node {
  const content = text.content.length === 0 ? [{ type: 'paragraph' }] : text.content;
  return Node.fromJSON(schema, { type: 'doc', content });
}

/** What the editor shows as the core takes it. */
export function fromDocument(document: Node): RichText {
  const blocks = (document.toJSON() as { content?: Partial<TextBlock>[] }).content ?? [];
  return { content: blocks.map((block) => withContent(block)) };
}

/** The editor leaves empty content out. */
function withContent(block: Partial<TextBlock>): TextBlock {
  const hasLines = block.type === 'paragraph' || block.type === 'heading' || block.type === 'dash_item';
  return (hasLines ? { content: [], ...block } : block) as TextBlock;
}

const marksOf = (inline: TextInline): string => (inline.marks ?? []).map((mark) => mark.type).join('+');

/** What a reader sees of a block: the numbers of live figures do not count, they follow by themselves. */
function seen(block: TextBlock): string {
  if (block.type === 'figure_table' || block.type === 'chart') return JSON.stringify(block);
  if (plainBlock({ ...block, type: 'paragraph' }).trim() === '') return '';
  const runs: { form: string; said: string }[] = [];
  for (const inline of block.content) {
    const { indicator, split, measure } =
      inline.type === 'figure' ? inline.attrs : { indicator: '', split: '', measure: '' };
    const said = inline.type === 'text' ? inline.text.normalize('NFC') : JSON.stringify([indicator, split, measure]);
    const last = runs.at(-1);
    if (last?.form === marksOf(inline)) last.said += said;
    else runs.push({ form: marksOf(inline), said });
  }
  const last = runs.at(-1);
  if (last !== undefined) last.said = last.said.trimEnd();
  return JSON.stringify([block.type, runs]);
}

/** The same text to a reader: empty lines and blanks at the ends of lines do not count. */
export function isSameRichText(left: RichText, right: RichText): boolean {
  const said = (text: RichText): string =>
    text.content
      .map(seen)
      .filter((block) => block !== '')
      .join('\n');
  return left === right || said(left) === said(right);
}

/** The name of what stands for itself in a text, for the box that shows it. */
export function tableName(figures: FigureTable, group: string): string {
  return figures.groups.find((one) => one.code === group)?.name ?? group;
}
