// Runs and disks: the run that goes on from the disks after a power cut, and whether disks hold what a run says. What
// becomes of the page, others decide.

import { hardStateText } from "../disks/format.js";

/** @import { Frame, RoomHead, Run, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Room, ServerDisk } from "../disks/reading.js" */
/** @import { Comparison } from "../disks/keeper.js" */

/** @typedef {new (text: string) => Run} RunClass The simulation. */

/**
 * Whether disks hold what a run says, so that nobody who reads them would be surprised.
 * @param {Room} found What was found on the disks.
 * @param {Frame} frame The run, at its tip.
 * @param {RoomHead} head The run's head. Where a room doesn't tell, all of the registered vote, and all rules are kept.
 * @param {(server: ServerFrame) => Comparison} compare What a server's disk holds beyond what the simulation knows.
 * @returns {boolean} Whether they do.
 */
export function holdsTheSame(found, { servers }, { protocol, voters, without }, compare) {
  const names = servers.map(({ name }) => name);
  if (found.fault !== null || found.protocol !== protocol || !isSameList(found.registry, names)) return false;
  if (voters !== null && !isSameList(found.voters ?? found.registry, voters)) return false;
  if (!isSameList([...(found.without ?? [])].sort(), [...(without ?? [])].sort())) return false;
  return servers.every((server, place) => {
    const disk = found.servers[place];
    if (!disk || disk.term !== server.term || (disk.voted_for ?? null) !== server.voted_for) return false;
    if (disk.fault !== null) return server.damaged.length > 0 && compare(server).lines.length === 0;
    return server.damaged.length === 0 && disk.entries.length === server.log.length && disk.entries.every(({ term, command }, index) => server.log[index]?.term === term && server.log[index]?.command === command);
  });
}

/**
 * @param {readonly string[]} one Some words.
 * @param {readonly string[]} other Others.
 * @returns {boolean} Whether they are the same, in the same order.
 */
function isSameList(one, other) {
  return one.join(" ") === other.join(" ");
}

/**
 * The run that begins with what a room's disks hold, and with a power cut. Servers whose disk can't be read stay down.
 * @param {RunClass} Run The simulation.
 * @param {Room} found What was found on the disks.
 * @param {string} before The text of the run before, which knows the title and the story; may be empty.
 * @param {string} protocol The protocol's name, for a room that doesn't tell.
 * @param {(server: ServerFrame) => Comparison} compare What a server's disk holds beyond what the simulation knows.
 * @returns {Run} The run, at its end.
 * @throws {Error} When the simulation can't take the disks at all.
 */
export function afterPowerCut(Run, found, before, protocol, compare) {
  const head = headOfRoom(found, before, protocol);
  const faults = found.servers.filter((server) => server.fault !== null);
  let actions = "";
  if (faults.length > 0) {
    const probe = new Run(head);
    for (const { name } of faults) {
      const server = probe.apply(`kill ${name}`).servers.find((server) => server.name === name);
      for (const line of server ? compare(server).lines : []) probe.apply(line);
    }
    actions = probe.script_of(1, probe.length);
    probe.free();
  }
  const run = new Run(`${head}${actions}reload\n`);
  let frame = run.seek(run.length);
  // What is wrong need not be an entry: then the simulation sees nothing that would keep the server down.
  const wrong = new Set(faults.map(({ name }) => name));
  for (const { name, up } of frame.servers) if (up && wrong.has(name)) frame = run.apply(`kill ${name}`);
  return run;
}

/**
 * The text of a run that begins with what the disks of a room hold: everybody comes up from their disks after a power
 * cut. A server whose disk can't be read is left with the good part of it, for the caller to damage.
 * @param {Room} room What was found in the storage.
 * @param {string} head The head of the room's run before the power cut, for its title and its story; may be empty.
 * @param {string} protocol The protocol's name, for a room that doesn't tell.
 * @returns {string} The head, without any action.
 */
function headOfRoom(room, head, protocol) {
  const told = head.split("\n").filter((line) => line.startsWith("#") || line.startsWith("title "));
  const registry = room.registry.length > 0 ? [`servers ${room.registry.join(" ")}`] : [];
  const without = (room.without ?? []).map((rule) => `without ${rule}`);
  const voters = room.voters ? [`voters ${room.voters.join(" ")}`] : [];
  const lines = [...told, `protocol ${room.protocol ?? protocol}`, ...without, ...registry, ...voters, ...room.servers.flatMap(linesOfDisk)];
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

/**
 * @param {Frame} frame What became of an action.
 * @returns {boolean} Whether it could not be done.
 */
export function isRejected(frame) {
  return frame.events[0]?.kind === "rejected";
}
