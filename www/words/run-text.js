// Runs as texts: their heads and their actions, apart and together. What a line means, only the simulation knows.

/**
 * Parts a run's text, as `Run.script` writes it, into its head and its actions. Each action is one line, and the last
 * lines that are no comments are the actions.
 * @param {string} script The text.
 * @param {number} length How many actions it has.
 * @returns {{head: string, actions: string[]}} The head with its line ends, and the actions without, comments left out.
 */
export function splitScript(script, length) {
  const lines = script.split("\n").slice(0, -1);
  let first = lines.length;
  for (let left = length; left > 0; ) if (!lines[--first]?.startsWith("#")) left--;
  return { head: joinLines(lines.slice(0, first)), actions: lines.slice(first).filter((line) => !line.startsWith("#")) };
}

/**
 * @param {readonly string[]} lines Lines without their ends.
 * @returns {string} A text that ends with a line end, or is empty.
 */
export function joinLines(lines) {
  return lines.map((line) => `${line}\n`).join("");
}
