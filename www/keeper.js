// Keeps the disks of the open room in the browser's storage, as long as it can: while there is storage, and no other
// tab holds the room. Otherwise the page works in memory, and everything here does nothing.

import { write, writeRoom } from "./disk.js";
import { readRoom } from "./disk-reading.js";
import { compareServer, repair } from "./recovery.js";
import { holdRoom } from "./room.js";

/** @import { Frame, ServerFrame } from "../pkg/catchup.js" */
/** @import { DiskFault, EntryFault, Room } from "./disk-reading.js" */
/** @import { RoomHold } from "./room.js" */
/** @import { Failure, StorageArea } from "./storage.js" */

/**
 * What was found when a disk was compared with the simulation.
 * @typedef {{lines: string[], fault: DiskFault | null}} Comparison
 */

/**
 * @typedef {object} Keeper
 * @property {string} room The open room.
 * @property {() => boolean} keeps Whether what is written now is kept.
 * @property {(room: string) => Promise<void>} open Lets go of the room before and asks for this one. It can be read at once, and kept when the promise is fulfilled, unless another tab holds it.
 * @property {() => Promise<void>} takeOver Takes the room from the tab that holds it.
 * @property {() => Room | null} read What lies in the room; null when nobody registered there, or when there is no storage.
 * @property {(frame: Frame, protocol: string) => Failure | null} install Makes the room hold exactly what a frame has on its disks.
 * @property {(frame: Frame) => Failure | null} commit Carries out what a frame says is to be written.
 * @property {(server: ServerFrame) => Comparison} compare What somebody did to a server's disk by hand.
 * @property {(server: string, how: "keep" | "take" | "wipe") => Failure | null} repair Mends a server's disk.
 * @property {() => void} giveUp Works in memory from now on, since the storage has failed.
 * @property {() => PastRun | null} runBefore The run that the room had when its page was closed; null when none is known.
 * @property {(run: PastRun | null) => void} rememberRun Remembers a run as that, or forgets it.
 */

/** @typedef {{text: string, moment: number}} PastRun A run's text and the moment at which it stood. */

/** How long a run may be that is remembered, in characters: the disks need the room more. */
const REMEMBERED_RUN_LIMIT = 500_000;

/**
 * @param {object} options What the keeper needs of the world.
 * @param {StorageArea | null} options.storage Where the disks are; null when nothing can be kept.
 * @param {LockManager | undefined} options.locks `navigator.locks`.
 * @param {EntryFault} options.entryFault Checks an entry's text.
 * @param {() => void} options.onLost Called when another tab took the room.
 * @returns {Keeper} It has no room open yet.
 */
export function createKeeper({ storage: given, locks, entryFault, onLost }) {
  let storage = given;
  /** @type {RoomHold | null} */
  let hold = null;
  let room = "";
  /** The names that were last written into the room's registry from here, to be written again only when they change. */
  let registered = "";

  /** @returns {StorageArea | null} The storage, when it may be written. */
  const ours = () => (hold?.held ? storage : null);
  const runKey = () => `catchup/run/${room}`;

  return {
    get room() {
      return room;
    },
    keeps: () => ours() !== null,
    async open(next) {
      hold?.release();
      room = next;
      hold = null;
      registered = "";
      if (storage) hold = await holdRoom(locks, room, { onLost });
    },
    takeOver: async () => hold?.takeOver(),
    read: () => storage && readRoom(storage, room, entryFault),
    install(frame, protocol) {
      const area = ours();
      if (!area) return null;
      const disks = frame.servers.map((server) => ({ name: server.name, term: server.term, entries: server.log }));
      const failure = writeRoom(area, room, { registry: namesOf(frame), protocol }, disks);
      const damage = frame.servers.filter((server) => server.damaged.length > 0).map(damageOf);
      return failure ?? write(area, room, damage);
    },
    commit(frame) {
      const area = ours();
      if (!area) return null;
      const names = namesOf(frame);
      const failure = write(area, room, frame.writes, names.join(" ") === registered ? null : names);
      if (failure === null) registered = names.join(" ");
      return failure;
    },
    compare({ name, log, damaged }) {
      return storage ? compareServer(storage, room, name, log, damaged, entryFault) : { lines: [], fault: null };
    },
    repair(server, how) {
      const area = ours();
      return area && repair(area, room, server, how, entryFault).failure;
    },
    giveUp() {
      storage = null;
    },
    runBefore() {
      try {
        const [moment, ...lines] = storage?.getItem(runKey())?.split("\n") ?? [];
        return lines.length > 0 ? { text: lines.join("\n"), moment: Number(moment) || 0 } : null;
      } catch {
        return null;
      }
    },
    rememberRun(run) {
      try {
        if (run && run.text.length <= REMEMBERED_RUN_LIMIT) ours()?.setItem(runKey(), `${run.moment}\n${run.text}`);
        else ours()?.removeItem(runKey());
      } catch {
        // The run is a convenience; the disks are what was promised.
      }
    },
  };
}

/**
 * @param {Frame} frame A frame.
 * @returns {string[]} Who is registered in it, in order.
 */
function namesOf(frame) {
  return frame.servers.map((server) => server.name);
}

/**
 * @param {ServerFrame} server A server with damaged entries.
 * @returns {import("../pkg/catchup.js").Write} The write that damages them on a disk that has all entries whole.
 */
function damageOf({ name, term, log, damaged }) {
  return { server: name, term, keep: log.length, append: [], damage: damaged };
}
