// Runs as texts: the texts that the session makes from other texts. What a line means, only the simulation knows.

import { hardStateText } from "./disk-format.js";

/** @import { Room, ServerDisk } from "./disk-reading.js" */

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
 * The text of a run that begins with what the disks of a room hold: everybody comes up from their disks after a power
 * cut. A server whose disk can't be read is left with the good part of it, for the caller to damage.
 * @param {Room} room What was found in the storage.
 * @param {string} head The head of the room's run before the power cut, for its title and its story; may be empty.
 * @param {string} protocol The protocol's name, for a room that doesn't tell.
 * @returns {string} The head, without any action.
 */
export function headOfRoom(room, head, protocol) {
  const told = head.split("\n").filter((line) => line.startsWith("#") || line.startsWith("title "));
  const registry = room.registry.length > 0 ? [`servers ${room.registry.join(" ")}`] : [];
  const lines = [...told, `protocol ${room.protocol ?? protocol}`, ...registry, ...room.servers.flatMap(linesOfDisk)];
  return joinLines(lines);
}

/**
 * @param {readonly string[]} lines Lines without their ends.
 * @returns {string} A text that ends with a line end, or is empty.
 */
export function joinLines(lines) {
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * @param {ServerDisk} disk A server's disk.
 * @returns {string[]} The lines of a head that put it there.
 */
function linesOfDisk({ name, term, voted_for = null, entries }) {
  const lines = entries.map((entry) => `disk ${name} ${entry.term} ${entry.command}`);
  const highest = entries.reduce((highest, entry) => Math.max(highest, entry.term), 0);
  return term > highest || voted_for !== null ? [...lines, `term ${name} ${hardStateText({ term, voted_for })}`] : lines;
}
