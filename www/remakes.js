// Runs that are made from other runs: when a disk turns out to be full, and after a power cut. Both only need the
// simulation and texts; what becomes of the page, the session decides.

import { headOfRoom, joinLines, splitScript } from "./run-text.js";

/** @import { Frame, Run, ServerFrame } from "../pkg/catchup.js" */
/** @import { Room } from "./disk-reading.js" */
/** @import { Comparison } from "./keeper.js" */

/** @typedef {new (text: string) => Run} RunClass The simulation. */

/**
 * The run in which a server's disk is full at the cursor, so that it replays as it happened: the action goes before
 * the step that could not be written. What lies ahead is taken up as far as it still fits.
 * @param {RunClass} Run The simulation.
 * @param {Run} run The run, before the step. It is not changed.
 * @param {string} name The server.
 * @returns {{text: string, moment: number, fits: boolean}} The run's text, the moment after the action, and whether everything ahead still fits.
 */
export function withFullDisk(Run, run, name) {
  const { head, actions } = splitScript(run.script(), run.length);
  const lived = [...actions.slice(0, run.cursor), `full ${name}`];
  const next = new Run(head + joinLines(lived));
  next.seek(lived.length);
  const fits = actions.slice(run.cursor).every((line) => !isRejected(next.apply(line)));
  const text = next.script();
  next.free();
  return { text, moment: lived.length, fits };
}

/**
 * The run that begins with what a room's disks hold, and with a power cut. Servers whose disk can't be read stay down.
 * @param {RunClass} Run The simulation.
 * @param {Room} found What was found on the disks.
 * @param {string} before The text of the run before, which knows the title and the story; may be empty.
 * @param {string} protocol The protocol's name, for a room that doesn't tell.
 * @param {(server: ServerFrame) => Comparison} compare What a server's disk holds beyond what the simulation knows.
 * @returns {{run: Run, frame: Frame}} The run at its end, and the frame there.
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
  return { run, frame };
}

/**
 * @param {Frame} frame What became of an action.
 * @returns {boolean} Whether it could not be done.
 */
export function isRejected(frame) {
  return frame.events[0]?.kind === "rejected";
}
