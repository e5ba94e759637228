/** `--font` of the style sheets. */
const FAMILY = "Inter, 'Segoe UI', 'Noto Sans', sans-serif";
/** The character that stands for what was cut off. */
const CUT = '…';
/** Pairs that are set a little closer or wider than their letters by themselves. */
const TOLERANCE = 1.01;

const fonts = new Map<string, Letters>();

/** The letters of a weight and a size in pixels: what was measured once stays known. */
export function lettersOf(weight: number, px: number): Letters {
  const name = `${weight} ${px}`;
  const letters = fonts.get(name) ?? new Letters(weight, px);
  fonts.set(name, letters);
  return letters;
}

/**
 * The widths of a font's letters, each measured once. Where dozens of titles are cut at once, `text-overflow` takes longer than
 * everything else about them (half a millisecond each in WebKitGTK).
 */
export class Letters {
  readonly #px: number;
  readonly #paint: CanvasRenderingContext2D | null;
  readonly #widths = new Map<string, number>();

  constructor(weight: number, px: number) {
    this.#px = px;
    this.#paint = document.createElement('canvas').getContext('2d');
    if (this.#paint) this.#paint.font = `${weight} ${px}px ${FAMILY}`;
  }

  /** Pixels. */
  widthOf(text: string): number {
    let width = 0;
    for (const letter of text) width += this.#widthOfOne(letter);
    return width * TOLERANCE;
  }

  /**
   * The text if it fits into so many pixels, otherwise as many of its words as do, with "…". No piece of a word: who says aloud
   * what is to be read must find it in the name of the control.
   */
  cut(text: string, room: number): string {
    if (this.widthOf(text) <= room) return text;
    let kept = '';
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      const next = text.slice(0, index + word.length);
      if (this.widthOf(next + CUT) > room) break;
      kept = next;
    }
    return kept + CUT;
  }

  #widthOfOne(letter: string): number {
    const known = this.#widths.get(letter);
    if (known !== undefined) return known;
    // Where nothing is drawn (in tests), half the size is as good as any.
    const width = this.#paint?.measureText(letter).width ?? this.#px / 2;
    this.#widths.set(letter, width);
    return width;
  }
}
