/** The styles of deals come with their screens: the one sheet of the first load has no place for them. */
import css from './deals.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
