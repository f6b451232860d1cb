// A run that began as a lesson in one language, told in another. A lesson has the same lines in every language, and only what is said
// to people differs: so each such line that the run still has takes the words of the same line there.

/** Lines that are said to people: comments, and the title. */
const SAID = /^(?:\s*#|title )/;

/**
 * @param {string} text The run's text, whatever somebody has done to it.
 * @param {string} from The lesson in the language of the run, as its run is written.
 * @param {string} to The same in the language that is spoken.
 * @returns {string} The run in that language, as far as it has the lesson's words.
 */
export function retold(text, from, to) {
  const [before, after] = [from.split("\n"), to.split("\n")];
  // Lessons of two versions of the page.
  if (before.length !== after.length) return text;
  const words = new Map(before.map((line, place) => [line, after[place] ?? line]));
  return text.split("\n").map((line) => (SAID.test(line) ? (words.get(line) ?? line) : line)).join("\n");
}

/**
 * @param {string} text A run's text.
 * @param {string} lesson A lesson's text.
 * @returns {boolean} Whether the run begins with the words with which the lesson does.
 */
export function isToldAs(text, lesson) {
  return firstLine(text) === firstLine(lesson);
}

/** @param {string} text A text. @returns {string} Its first line. */
function firstLine(text) {
  return text.slice(0, text.indexOf("\n")).trim();
}
