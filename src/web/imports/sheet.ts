/** The styles of moving in come with its screens: the one sheet of the first load has no place for them. */
import css from './imports.css?inline';
import narrow from './narrow.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css + narrow);
document.adoptedStyleSheets.push(sheet);
