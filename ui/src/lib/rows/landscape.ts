/** While a wide table is shown, what is printed lies on its side; A4 or A3 is chosen in the dialog of the printer. */
export function printOnItsSide(): () => void {
  // jsdom has no sheets of this kind.
  if (!('adoptedStyleSheets' in document) || !('replaceSync' in CSSStyleSheet.prototype)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@page { size: landscape; margin: 1.2cm 1cm; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
