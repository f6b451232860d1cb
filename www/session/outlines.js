// What happened in each moment, made of the numbers and tables in which the simulation tells it: src/web/outline.rs says
// how they are to be read. What is the same each time is the same text here, so that it is told apart at once.

/** @import { Label, LetterRow, Outline, Outlines } from "../../pkg/catchup.js" */

/** The kinds of what is told in short, by their codes; what has the code 0 is told as it is. */
const KINDS = /** @type {const} */ (["", "sent", "duplicated", "delivered", "appended", "truncated", "written", "applied", "compared"]);

/**
 * @param {Outlines} packed The outlines of some moments.
 * @returns {Outline[][]} What happened in each of them.
 */
export function unpack({ numbers, names, letters, notes, others }) {
  let place = 0;
  let othersRead = 0;
  const next = () => /** @type {number} */ (numbers[place++]);
  const name = () => /** @type {string} */ (names[next()]);

  /** @returns {Outline} The event that begins with the next number. */
  function event() {
    const code = next();
    const kind = KINDS[code];
    switch (kind) {
      case "sent":
      case "duplicated": {
        const id = next();
        const letter = /** @type {LetterRow} */ (letters[next()]);
        return { kind, message: label(id, letter, next(), names), reach: letter.reach };
      }
      case "delivered":
        return { kind, id: next(), note: notes[next() - 1] };
      case "appended":
      case "truncated":
      case "written":
        return { kind, server: name(), reach: next() };
      case "applied":
        return { kind, server: name() };
      case "compared":
        return { kind };
      case "":
        return /** @type {Outline} */ (others[othersRead++]);
      default:
        throw new Error(`no kind of event has the code ${code}`);
    }
  }

  /** @type {Outline[][]} */
  const moments = [];
  while (place < numbers.length) {
    const events = [];
    for (let count = next(); count > 0; count -= 1) events.push(event());
    moments.push(events);
  }
  return moments;
}

/**
 * A message. Each has all properties, so that the browser finds them where they were in the one before.
 * @param {number} id Its number.
 * @param {LetterRow} letter What it says.
 * @param {number} copyOf The message that it repeats; 0 for none.
 * @param {readonly string[]} names The names of all.
 * @returns {Label}
 */
function label(id, { from, to, says, exact, refusal, is_vote, entry_count }, copyOf, names) {
  return { id, from: names[from] ?? "", to: names[to] ?? "", says, exact, refusal, is_vote, entry_count, copy_of: copyOf || undefined };
}
