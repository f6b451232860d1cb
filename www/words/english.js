// Small pieces of English that the sentences of several modules are built from.

/** How many characters of a quotation are shown, as in the simulation's sentences. */
const SHOWN = 60;

/**
 * @param {string} text What somebody wrote.
 * @returns {string} The same in quotation marks, cut short so that a sentence stays a sentence.
 */
export function quoted(text) {
  const shown = text.slice(0, SHOWN).replace(/\p{Surrogate}/gu, "\uFFFD");
  return text.length > SHOWN ? `“${shown}…”` : `“${shown}”`;
}
