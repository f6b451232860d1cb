// Keeps the disks of the open room in the browser's storage, as long as it can: while there is storage, and no other
// tab holds the room. Otherwise the page works in memory, and everything here does nothing.
//
// A storage can fail at any call. What fails while writing is told by whoever asked to write; what fails while reading
// is told once, and from then on there is no storage.

import { write, writeRoom } from "./writing.js";
import { readRoom } from "./reading.js";
import { compareServer, repair } from "./recovery.js";
import { holdRoom } from "./room.js";
import { createRunMemory, readRun } from "./run-memory.js";
import { troubleOf } from "./storage.js";

/** @import { Frame, RoomHead, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Checks, DiskFault, Room } from "./reading.js" */
/** @import { RoomHold } from "./room.js" */
/** @import { PastRun, RunInParts } from "./run-memory.js" */
/** @import { Failure, StorageArea, StorageTrouble } from "./storage.js" */

/**
 * What was found when a disk was compared with the simulation.
 * @typedef {{lines: string[], fault: DiskFault | null}} Comparison
 */

/**
 * Why nothing is kept: there is no storage or it failed, another tab holds the room, or what lies in the room can't be
 * used and is left as it is. `asking` while it isn't known yet whose the room is.
 * @typedef {"no-storage" | "other-tab" | "unusable" | "asking"} Hindrance
 */

/**
 * @typedef {object} Keeper
 * @property {string} room The open room.
 * @property {() => boolean} keeps Whether what is written now is kept.
 * @property {() => Hindrance | null} hindrance Why it is not; null when it is.
 * @property {(room: string) => Promise<void>} open Lets go of the room before and asks for this one. It can be read at once, and kept when the promise is fulfilled, unless another tab holds it.
 * @property {() => void} close Lets go of the room, since the page ends.
 * @property {() => Promise<void>} takeOver Takes the room from the tab that holds it.
 * @property {() => Room | null} read What lies in the room; null when nobody registered there, or when there is no storage.
 * @property {(frame: Frame, head: RoomHead) => Failure | null} install Makes the room hold exactly what a frame has on its disks, and its run's head.
 * @property {(frame: Frame) => Failure | null} commit Carries out what a frame says is to be written.
 * @property {(server: ServerFrame) => Comparison} compare What somebody did to a server's disk by hand.
 * @property {(server: string, how: "keep" | "take" | "wipe") => Failure | null} repair Mends a server's disk.
 * @property {() => void} giveUp Works in memory from now on, since the storage has failed.
 * @property {(aside: boolean) => void} leaveAlone Leaves what lies in the room as it is, since it can't be used; with false, writes it again.
 * @property {() => PastRun | null} runBefore The run that the room had when it was left; null when none is known.
 * @property {(run: RunInParts | null) => void} rememberRun Remembers a run as that, or forgets it.
 */

/**
 * @param {object} options What the keeper needs of the world.
 * @param {StorageArea | null} options.storage Where the disks are; null when nothing can be kept.
 * @param {LockManager | undefined} options.locks `navigator.locks`.
 * @param {Checks} options.checks What the simulation knows of disks.
 * @param {() => void} options.onLost Called when another tab took the room.
 * @param {() => void} options.onGained Called when another tab has let the room go, and this one has it from now on.
 * @param {(why: StorageTrouble) => void} options.onFailed Called when the storage failed while it was read, with the reason.
 * @returns {Keeper} It has no room open yet.
 */
export function createKeeper({ storage: given, locks, checks, onLost, onGained, onFailed }) {
  let storage = given;
  /** @type {RoomHold | null} */
  let hold = null;
  let room = "";
  /** The names that were last written into the room's registry from here, to be written again only when they change. */
  let registered = "";
  let unusable = false;
  /** Counts the rooms that were opened, so that an answer which comes too late is known. */
  let opened = 0;
  let memory = /** @type {ReturnType<typeof createRunMemory> | null} */ (null);

  /**
   * Uses the storage; when that fails, does without from now on.
   * @template Answer
   * @param {Answer} otherwise What to answer without a storage.
   * @param {(storage: StorageArea) => Answer} use Uses it.
   * @returns {Answer} What `use` answered.
   */
  function using(otherwise, use) {
    if (!storage) return otherwise;
    try {
      return use(storage);
    } catch (error) {
      storage = null;
      onFailed(troubleOf(error));
      return otherwise;
    }
  }

  /** What was known of the room is what lay there before another tab wrote into it. */
  function forgetWhatLay() {
    registered = "";
    memory = storage && createRunMemory(storage, room);
  }

  /** Another tab has the room. That may be found out in the middle of a write, and the page draws itself when it is told. */
  const lost = () => queueMicrotask(onLost);

  /** This tab has the room, which another one had. */
  function gained() {
    forgetWhatLay();
    onGained();
  }

  /** @returns {StorageArea | null} The storage, when it may be written. */
  const ours = () => using(null, (area) => (hold?.held && !unusable ? area : null));

  /**
   * Writes. The disks need the room more than what is remembered of the run.
   * @param {(area: StorageArea) => Failure | null} work Writes all of it or nothing.
   * @returns {Failure | null} Null when it was written, or is not to be.
   */
  function writing(work) {
    if (!ours()) return null;
    return using(/** @type {Failure | null} */ (null), (area) => {
      const failure = work(area);
      return failure?.full && failure.undone && memory?.forget() ? work(area) : failure;
    });
  }

  return {
    get room() {
      return room;
    },
    keeps: () => ours() !== null,
    hindrance() {
      if (ours()) return null;
      if (!storage) return "no-storage";
      if (unusable) return "unusable";
      return hold ? "other-tab" : "asking";
    },
    async open(next) {
      hold?.release();
      const ticket = ++opened;
      room = next;
      hold = null;
      unusable = false;
      forgetWhatLay();
      if (!storage) return;
      try {
        const granted = await holdRoom(locks, next, { storage, onLost: lost, onGained: gained });
        if (ticket === opened) hold = granted;
        else granted.release();
      } catch (error) {
        // Locks fail softly: it was the storage.
        using(null, () => {
          throw error;
        });
      }
    },
    close: () => hold?.release(),
    async takeOver() {
      const ticket = opened;
      await hold?.takeOver();
      if (ticket === opened) forgetWhatLay();
    },
    read: () => using(/** @type {Room | null} */ (null), (area) => readRoom(area, room, checks)),
    install: (frame, head) =>
      writing((area) => {
        const disks = frame.servers.map((server) => ({ name: server.name, term: server.term, voted_for: server.voted_for, entries: server.log }));
        const failure = writeRoom(area, room, { registry: namesOf(frame), ...head }, disks);
        const damage = frame.servers.filter((server) => server.damaged.length > 0).map(damageOf);
        return failure ?? write(area, room, damage);
      }),
    commit(frame) {
      const names = namesOf(frame);
      const registry = names.join(" ");
      return writing((area) => {
        const failure = write(area, room, frame.writes, registry === registered ? null : names);
        if (failure === null) registered = registry;
        return failure;
      });
    },
    compare: ({ name, log, damaged, term, voted_for }) => using(/** @type {Comparison} */ ({ lines: [], fault: null }), (area) => compareServer(area, room, name, log, damaged, checks, { term, voted_for })),
    repair: (server, how) => writing((area) => repair(area, room, server, how, checks).failure),
    giveUp() {
      storage = null;
    },
    leaveAlone(aside) {
      unusable = aside;
    },
    runBefore: () => using(/** @type {PastRun | null} */ (null), (area) => readRun(area, room)),
    rememberRun(run) {
      if (ours()) memory?.write(run);
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
 * @returns {import("../../pkg/catchup.js").Write} The write that damages them on a disk that has all entries whole.
 */
function damageOf({ name, term, voted_for, log, damaged }) {
  return { server: name, term, voted_for, keep: log.length, append: [], damage: damaged };
}
