// Runs and disks: the run that goes on from the disks after a power cut, and whether disks hold what a run says. What
// becomes of the page, others decide.

import { headOfRoom, joinLines, splitScript } from "./run-text.js";

/** @import { Frame, Run, ServerFrame } from "../pkg/catchup.js" */
/** @import { Room } from "./disk-reading.js" */
/** @import { Comparison } from "./keeper.js" */

/** @typedef {new (text: string) => Run} RunClass The simulation. */

/**
 * Whether disks hold what a run says, so that nobody who reads them would be surprised.
 * @param {Room} found What was found on the disks.
 * @param {Frame} frame The run, at its tip.
 * @param {string} protocol The run's protocol.
 * @param {(server: ServerFrame) => Comparison} compare What a server's disk holds beyond what the simulation knows.
 * @returns {boolean} Whether they do.
 */
export function holdsTheSame(found, { servers }, protocol, compare) {
  const names = servers.map(({ name }) => name).join(" ");
  if (found.fault !== null || found.protocol !== protocol || found.registry.join(" ") !== names) return false;
  return servers.every((server, place) => {
    const disk = found.servers[place];
    if (!disk || disk.term !== server.term) return false;
    if (disk.fault !== null) return server.damaged.length > 0 && compare(server).lines.length === 0;
    return server.damaged.length === 0 && disk.entries.length === server.log.length && disk.entries.every(({ term, command }, index) => server.log[index]?.term === term && server.log[index]?.command === command);
  });
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
  let actions = /** @type {string[]} */ ([]);
  if (faults.length > 0) {
    const probe = new Run(head);
    for (const { name } of faults) {
      const server = probe.apply(`kill ${name}`).servers.find((server) => server.name === name);
      for (const line of server ? compare(server).lines : []) probe.apply(line);
    }
    actions = splitScript(probe.script(), probe.length).actions;
    probe.free();
  }
  const run = new Run(head + joinLines([...actions, "reload"]));
  let frame = run.seek(run.length);
  // What is wrong need not be an entry: then the simulation sees nothing that would keep the server down.
  const wrong = new Set(faults.map(({ name }) => name));
  for (const { name, up } of frame.servers) if (up && wrong.has(name)) frame = run.apply(`kill ${name}`);
  return run;
}

/**
 * @param {Frame} frame What became of an action.
 * @returns {boolean} Whether it could not be done.
 */
export function isRejected(frame) {
  return frame.events[0]?.kind === "rejected";
}
