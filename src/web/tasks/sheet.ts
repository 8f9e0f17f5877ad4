/** The styles of tasks come with their screens: the one sheet of the first load has no place for them. */
import css from './tasks.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
