/** Adds a style sheet to the page. For screens that come later: what is in the one sheet of the app, every first load pays for. A module asks once, as it is loaded. */
export function wear(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
