// The rows that the benchmark prints, and the little arithmetic behind them.

/**
 * @typedef {object} Row
 * @property {string} what What was measured.
 * @property {string} ours What came out.
 * @property {string} [goal] What it should be; absent for what is only good to know.
 * @property {string} [peer] What the best of other pages and libraries was measured to need.
 * @property {boolean} [met] Whether ours is within the goal; absent without one.
 */

/**
 * @param {readonly number[]} samples At least one number.
 * @param {number} share From 0, the smallest, to 1, the largest.
 * @returns {number} The smallest sample that is not exceeded by that share of them.
 */
export function quantile(samples, share) {
  const value = samples.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(samples.length * share) - 1)];
  if (value === undefined) throw new Error("there is no quantile of no samples");
  return value;
}

/**
 * @param {readonly number[]} samples At least one number.
 * @returns {number} The one in the middle.
 */
export function median(samples) {
  return quantile(samples, 0.5);
}

/**
 * A row for a duration of which the median counts; beside it stands how bad it gets.
 * @param {string} what What was measured.
 * @param {readonly number[]} samples Milliseconds.
 * @param {{ limit_ms?: number, peer?: string }} [against] The goal, for the median, and the best peer.
 * @returns {Row} The row.
 */
export function duration(what, samples, { limit_ms, peer } = {}) {
  const middle = median(samples);
  const worst = `worst ${number(quantile(samples, 1))}`;
  const rest = samples.length < 20 ? worst : `p95 ${number(quantile(samples, 0.95))}, ${worst}`;
  const ours = samples.length === 1 ? `${number(middle)} ms` : `${number(middle)} ms (${rest})`;
  const goal = limit_ms === undefined ? {} : { goal: `< ${limit_ms} ms`, met: middle < limit_ms };
  return { what, ours, ...goal, ...(peer === undefined ? {} : { peer }) };
}

/**
 * @param {number} value Any number.
 * @returns {string} It with as many digits as mean something.
 */
export function number(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/**
 * @param {readonly Row[]} rows What was measured.
 * @returns {string} A table, one line for each row.
 */
export function table(rows) {
  const lines = [
    ["what", "ours", "goal", "best peer", "met"],
    ...rows.map(({ what, ours, goal = "", peer = "", met }) => [what, ours, goal, peer, met === undefined ? "" : met ? "yes" : "NO"]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const written = lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
  return written.toSpliced(1, 0, "─".repeat(Math.max(...written.map((line) => line.length)))).join("\n");
}
