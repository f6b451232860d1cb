// Our own files, and syntax trees of scripts, for tests that read them.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

export const root = path.join(import.meta.dirname, "../..");

/**
 * @param {string} folder A folder of the project.
 * @param {RegExp} ending How the names end.
 * @returns {{ file: string, text: string }[]} All files of such names in it, by their paths from there.
 */
export function filesIn(folder, ending) {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => ending.test(file)).sort();
  return files.map((file) => ({ file, text: readFileSync(path.join(root, folder, file), "utf8") }));
}

/**
 * @typedef {Record<string, unknown> & {type: string, name?: unknown, start: number, end: number}} Node A node of a syntax tree (ESTree).
 */

/**
 * @param {unknown} value Something in a syntax tree.
 * @returns {value is Node} Whether it is a node.
 */
export const isNode = (value) => typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
