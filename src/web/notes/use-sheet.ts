import { useLayoutEffect } from 'react';

const sheets = new Map<string, { sheet: CSSStyleSheet; users: number }>();

/** Wears a style sheet while something is shown that needs it: what is in the one sheet of the app, every first load pays for. */
export function useSheet(css: string): void {
  useLayoutEffect(() => {
    const worn = sheets.get(css) ?? { sheet: sheetOf(css), users: 0 };
    sheets.set(css, worn);
    if (worn.users++ === 0) document.adoptedStyleSheets.push(worn.sheet);
    return () => {
      if (--worn.users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== worn.sheet);
    };
  }, [css]);
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
