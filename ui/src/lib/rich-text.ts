/** Texts of the core as plain lines, and back. */
import type { RichText, TextBlock, TextInline } from './ipc/bindings';

export const inlines = (block: TextBlock): TextInline[] => ('content' in block ? block.content : []);

/** The letters of a piece; of a live figure its number. */
export const letters = (inline: TextInline): string => (inline.type === 'text' ? inline.text : inline.attrs.value);

/** Its letters; an item of a list with its dash. Tables and charts have none. */
export function plainBlock(block: TextBlock): string {
  const text = inlines(block).map(letters).join('');
  return block.type === 'dash_item' ? `- ${text}` : text;
}

/** A text as plain lines. */
export const plain = (text: RichText): string =>
  text.content
    .map(plainBlock)
    .filter((line) => line !== '')
    .join('\n');

/** A plain text as the core reads it: one block a line, "- " begins an item of a list. */
export function fromPlain(lines: string): RichText {
  const content = lines
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): TextBlock => {
      const item = /^[-–] +(.*)$/.exec(line);
      const content: TextInline[] = [{ type: 'text', text: item?.[1] ?? line }];
      return item === null ? { type: 'paragraph', content } : { type: 'dash_item', content };
    });
  return { content };
}
