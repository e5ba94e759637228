import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { TextSelection } from 'prosemirror-state';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { RichText, TextSource } from '$lib/ipc/bindings';
import { answerWith, type Answers } from '../../../test/program';
import { reportDraft } from '../fixtures';
import RichTextEditor from './RichTextEditor.svelte';
import { fromDocument, fromPlain, isSameRichText, plain, toDocument } from './text';
import { editor, press, typeAtEnd, written } from './typing';

const LIVE: RichText = {
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Kết quả: ' },
        { type: 'figure', attrs: { indicator: 'TQ01', split: '', measure: 'period', value: '24' } },
        { type: 'text', text: ' buổi', marks: [{ type: 'strong' }, { type: 'em' }] },
      ],
    },
    { type: 'dash_item', content: [{ type: 'text', text: 'một việc.' }] },
    { type: 'figure_table', attrs: { group: 'mieng' } },
    { type: 'chart', attrs: { chart: 'tien-do', caption: 'Tiến độ' } },
    { type: 'heading', content: [{ type: 'text', text: 'Đề mục' }] },
  ],
};

let saved: RichText = { content: [] };
const onwrite = vi.fn((text: RichText) => (saved = text));

function show(text: RichText, more: { sources?: ReadonlyMap<string, TextSource[]>; answers?: Answers } = {}) {
  const calls = answerWith(more.answers ?? {});
  const props = {
    text,
    label: 'Nội dung',
    describedBy: 'x',
    isReadOnly: false,
    figures: reportDraft().figures,
    annexes: [{ code: 'chart:progress', kind: 'chart' as const, title: 'Tiến độ', count: 8, is_included: false }],
    phase: 'dot1',
    sources: more.sources ?? new Map<string, TextSource[]>(),
    onwrite,
    onleave: () => undefined,
  };
  return { calls, ...render(RichTextEditor, props) };
}
const view = () => editor(/Nội dung/);

function paste(plainText: string, html = ''): void {
  const clipboardData = {
    getData: (kind: string) => (kind === 'text/html' ? html : plainText),
    types: ['text/plain', ...(html === '' ? [] : ['text/html'])],
    files: [],
  };
  fireEvent.paste(view().dom, { clipboardData });
}

beforeEach(() => {
  saved = { content: [] };
  onwrite.mockClear();
});

test('a text of the core goes through the editor unchanged', () => {
  expect(fromDocument(toDocument(LIVE))).toEqual(LIVE);
  expect(fromDocument(toDocument({ content: [] }))).toEqual({ content: [{ type: 'paragraph', content: [] }] });
});

test.each([
  ['letters in parts', fromPlain('Đợt một'.normalize('NFD')), fromPlain('Đợt một'), true],
  [
    'an empty line and blanks at the end',
    fromPlain('a'),
    { content: [...fromPlain('a ').content, { type: 'paragraph' as const, content: [] }] },
    true,
  ],
  ['another number in a live figure', LIVE, JSON.parse(JSON.stringify(LIVE).replace('"24"', '"25"')) as RichText, true],
  ['another letter', fromPlain('mốt'), fromPlain('một'), false],
  ['bold letters', LIVE, JSON.parse(JSON.stringify(LIVE).replace('"strong"', '"em"')) as RichText, false],
  ['an item of a list', fromPlain('a'), fromPlain('- a'), false],
])('%s: the same text or not', (_, left, right, expected) => {
  expect(isSameRichText(left, right)).toBe(expected);
});

test('what is typed goes out letter by letter as the document of the core', () => {
  show(fromPlain('Đã làm.'));
  typeAtEnd(view(), ' Thêm.\nNữa.');
  expect(saved).toEqual(fromPlain('Đã làm. Thêm.\nNữa.'));
});

describe('the key Enter', () => {
  test('goes on with a list, ends it in an empty item, and leaves a heading', () => {
    show(fromPlain('- một'));
    typeAtEnd(view(), '\nhai\n');
    expect(plain(saved)).toBe('- một\n- hai\n- ');
    press(view(), 'Enter');
    typeAtEnd(view(), 'đoạn');
    expect(plain(saved)).toBe('- một\n- hai\nđoạn');
  });
});

test('what the core has comes in around the caret, and is not sent back', async () => {
  const { rerender } = show(LIVE);
  view().dispatch(view().state.tr.setSelection(TextSelection.create(view().state.doc, 4)));
  const newer = JSON.parse(JSON.stringify(LIVE).replace('"24"', '"31"')) as RichText;
  await rerender({ text: newer });
  expect(written(view())).toContain('Kết quả: 31 buổi');
  expect(view().state.selection.from).toBe(4);
  expect(onwrite).not.toHaveBeenCalled();
});

test('a live figure is inserted at the caret by keys alone', async () => {
  show(fromPlain('Có'));
  typeAtEnd(view(), ' ');
  await userEvent.click(screen.getByRole('button', { name: /Chèn số liệu/ }));
  await userEvent.type(screen.getByRole('combobox'), 'luot{ArrowDown}{ArrowUp}{Enter}');
  const inline = saved.content[0]?.type === 'paragraph' ? saved.content[0].content : [];
  expect(inline.at(-1)).toMatchObject({ type: 'figure', attrs: { indicator: 'TQ02', measure: 'period', value: '…' } });
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('a chart is inserted with its title below it', async () => {
  show(fromPlain('Có'));
  await userEvent.click(screen.getByRole('button', { name: /Chèn số liệu/ }));
  await userEvent.type(screen.getByRole('combobox'), 'bieu do tien do{Enter}');
  expect(saved.content).toContainEqual({ type: 'chart', attrs: { chart: 'progress', caption: 'Tiến độ' } });
});

describe('what is pasted', () => {
  const WORD = `<html><head><style>p.MsoNormal{color:red}</style></head><body>
    <p class="MsoNormal" style="margin:0"><span style="font-family:Arial;color:blue"><b>Kết quả</b> tuyên truyền<o:p></o:p></span></p>
    <p class="MsoListParagraph"><span>-<span>&nbsp;&nbsp; </span></span>Treo băng rôn</p>
    <table><tr><td><p>Ô bảng</p></td></tr></table><script>alert(1)</script><img src="http://x.vn/a.png"></body></html>`;

  test('from Word keeps its words and its bold letters, and drops everything else', () => {
    show(fromPlain('x'));
    view().dispatch(view().state.tr.delete(1, 2));
    paste('Kết quả', WORD);
    expect(plain(saved)).toBe('Kết quả tuyên truyền\n- Treo băng rôn\nÔ bảng');
    const first = saved.content[0]?.type === 'paragraph' ? saved.content[0].content : [];
    expect(first[0]).toEqual({ type: 'text', text: 'Kết quả', marks: [{ type: 'strong' }] });
  });

  test('in letters that come in parts is composed', () => {
    show(fromPlain('Đợt '));
    typeAtEnd(view(), '');
    paste('một'.normalize('NFD'));
    expect(plain(saved)).toContain('một'.normalize('NFC'));
  });

  const offer = { letters: 'tcvn3' as const, texts: ['đại hội'] };
  test.each([
    ['Đổi rồi dán', 'Về đại hội'],
    ['Dán nguyên như cũ', 'Về ®¹i héi'],
  ])('in TCVN3 is asked about: %s', async (button, expected) => {
    const { calls } = show(fromPlain('Về'), { answers: { offer_unicode: () => offer } });
    typeAtEnd(view(), ' ');
    paste('®¹i héi');
    await userEvent.click(await screen.findByRole('button', { name: button }));
    expect(plain(saved)).toBe(expected);
    expect(calls[0]?.args).toEqual({ texts: [{ text: '®¹i héi', font: '' }] });
  });

  test('in a TCVN3 font is sent with the name of the font, and nothing is pasted by Escape', async () => {
    const { calls } = show(fromPlain('Về'), { answers: { offer_unicode: () => offer } });
    paste('®¹i héi', '<p><font face=".VnTime, serif"><b>®¹i héi</b></font></p>');
    await screen.findByText('đại hội');
    await userEvent.keyboard('{Escape}');
    expect(calls[0]?.args).toEqual({ texts: [{ text: '®¹i héi', font: '.VnTime' }] });
    expect(onwrite).not.toHaveBeenCalled();
  });
});

test('a sentence says which ticks and figures it was written from', async () => {
  const sources = new Map<string, TextSource[]>([
    ['- một việc.', [{ kind: 'activity', code: 'V.2-1', title: 'Lập kế hoạch' }]],
  ]);
  show(LIVE, { sources });
  expect(screen.getByRole('link', { name: /Số buổi/ })).toHaveAttribute('href', '#/figures/dot1');
  view().dispatch(view().state.tr.setSelection(TextSelection.create(view().state.doc, 20)));
  await waitFor(() => expect(screen.getByRole('link', { name: /Lập kế hoạch/ })).toBeVisible());
});

describe('typed as a Vietnamese keyboard does', () => {
  // UniKey takes letters back and types them again: "ddaij hooij" comes out as "đại hội".
  const UNIKEY: [string, number, string][] = [
    ['d', 0, 'd'],
    ['d', 1, 'đ'],
    ['a', 0, 'a'],
    ['i', 0, 'i'],
    ['j', 2, 'ại'],
    [' ', 0, ' '],
    ['h', 0, 'h'],
    ['o', 0, 'o'],
    ['o', 1, 'ô'],
    ['i', 0, 'i'],
    ['j', 2, 'ội'],
  ];
  test('by taking back and typing again, beside a live figure too', () => {
    show(LIVE);
    const end = view().state.doc.child(0).nodeSize - 1;
    view().dispatch(view().state.tr.setSelection(TextSelection.create(view().state.doc, end)));
    for (const [, back, letters] of UNIKEY) {
      const { from } = view().state.selection;
      view().dispatch(view().state.tr.insertText(letters, from - back, from));
    }
    expect(written(view()).split('\n')[0]).toBe('Kết quả: 24 buổiđại hội');
  });
});
