// Style sheets of views that are loaded when somebody opens them.

/**
 * Adds a style sheet that came along in a view's script, so that the page fetches one file for it. It is made here and not an
 * element, which a strict content policy would forbid.
 * @param {string} text The style sheet.
 */
export function addStyle(text) {
  const style = new CSSStyleSheet();
  style.replaceSync(text);
  document.adoptedStyleSheets.push(style);
}
