/**
 * What a report can be made of, as the editor knows it. Its JSON is that of the core's `RichText`: what is not named here
 * can be neither typed nor pasted.
 */
import { Schema, type DOMOutputSpec, type Node } from 'prosemirror-model';
import type { FigureMeasure } from '$lib/ipc/bindings';

const measureOf = (value: string | undefined): FigureMeasure => (value === 'cumulative' ? 'cumulative' : 'period');

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: (): DOMOutputSpec => ['p', 0],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: (): DOMOutputSpec => ['h4', 0],
    },
    /** "- …": union documents know no other list, and no list inside of another. */
    dash_item: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'li' }, { tag: 'p.dash', priority: 60 }],
      toDOM: (): DOMOutputSpec => ['p', { class: 'dash' }, 0],
    },
    figure_table: {
      group: 'block',
      atom: true,
      attrs: { group: {} },
      parseDOM: [{ tag: 'div[data-figure-table]', getAttrs: (dom) => ({ group: dom.dataset.figureTable }) }],
      toDOM: (node): DOMOutputSpec => ['div', { 'data-figure-table': String(node.attrs.group) }],
    },
    chart: {
      group: 'block',
      atom: true,
      attrs: { chart: {}, caption: { default: '' } },
      parseDOM: [
        {
          tag: 'div[data-chart]',
          getAttrs: (dom) => ({ chart: dom.dataset.chart, caption: dom.dataset.caption ?? '' }),
        },
      ],
      toDOM: (node): DOMOutputSpec => [
        'div',
        { 'data-chart': String(node.attrs.chart), 'data-caption': String(node.attrs.caption) },
      ],
    },
    /** A number that follows what was counted. */
    figure: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { indicator: {}, split: { default: '' }, measure: { default: 'period' }, value: { default: '' } },
      leafText: (node: Node) => String(node.attrs.value),
      parseDOM: [
        {
          tag: 'span[data-indicator]',
          getAttrs: (dom) => ({
            indicator: dom.dataset.indicator,
            split: dom.dataset.split ?? '',
            measure: measureOf(dom.dataset.measure),
            value: dom.textContent,
          }),
        },
      ],
      toDOM: (node): DOMOutputSpec => [
        'span',
        {
          class: 'figure',
          'data-indicator': String(node.attrs.indicator),
          'data-split': String(node.attrs.split),
          'data-measure': String(node.attrs.measure),
        },
        String(node.attrs.value),
      ],
    },
    text: { group: 'inline' },
  },
  marks: {
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }, { style: 'font-weight=700' }],
      toDOM: (): DOMOutputSpec => ['strong', 0],
    },
    em: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
      toDOM: (): DOMOutputSpec => ['em', 0],
    },
  },
});
