import '@testing-library/jest-dom/vitest';

// What jsdom lacks of a browser.
class NoResizeObserver implements ResizeObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}
globalThis.ResizeObserver ??= NoResizeObserver;
window.matchMedia ??= (media: string) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.scrollTo ??= () => undefined;
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
let pictures = 0;
URL.createObjectURL ??= () => `blob:picture-${(pictures += 1)}`;
URL.revokeObjectURL ??= () => undefined;

// jsdom measures nothing and has no clipboard; ProseMirror asks for both when it scrolls to the caret and pastes.
class ClipboardEventOfTests extends Event {
  clipboardData: unknown;
  constructor(type: string, init: EventInit & { clipboardData?: unknown } = {}) {
    super(type, init);
    this.clipboardData = init.clipboardData ?? null;
  }
}
Object.assign(globalThis, { ClipboardEvent: globalThis.ClipboardEvent ?? ClipboardEventOfTests });
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
