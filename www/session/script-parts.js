// The run's text in parts of many moments each, so that an act has no more of it written anew than the part that it
// changes: the simulation writes it, and run-memory.js stores it, part by part.

import { PART_MOMENTS } from "../disks/run-memory.js";

/** @import { Run } from "../../pkg/catchup.js" */

/**
 * Makes what knows the parts of one run's text.
 * @returns {{change: (from: number) => void, of: (run: Run) => readonly string[]}} `change` says that what follows a moment, comments included,
 *   is no longer what it was; 0 stands for another run. `of` gives the parts: the same array as long as nothing has changed.
 */
export function createScriptParts() {
  let parts = /** @type {readonly string[]} */ ([]);
  return {
    change(from) {
      parts = parts.slice(0, Math.floor(from / PART_MOMENTS));
    },
    of(run) {
      const count = Math.floor(run.length / PART_MOMENTS) + 1;
      if (parts.length === count) return parts;
      const rest = Array.from({ length: count - parts.length }, (_, place) => {
        const first = (parts.length + place) * PART_MOMENTS;
        return run.script_of(first, first + PART_MOMENTS - 1);
      });
      return (parts = [...parts, ...rest]);
    },
  };
}

/** The texts of parts, as long as anybody holds on to the parts. @type {WeakMap<readonly string[], string>} */
const joined = new WeakMap();

/**
 * @param {readonly string[]} parts A run's text in parts.
 * @returns {string} The text.
 */
export function textOf(parts) {
  const known = joined.get(parts);
  if (known !== undefined) return known;
  const text = parts.join("");
  joined.set(parts, text);
  return text;
}
