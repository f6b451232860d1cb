// What is read from a server's disk when it starts: what somebody did to it by hand is recorded as actions, and a disk
// that can't be read keeps its server down until the person chooses what is to become of it.

import { linesToMend } from "../disks/recovery.js";
import { say } from "../words/say.js";

/** @import { Frame } from "../../pkg/catchup.js" */
/** @import { Room } from "../disks/reading.js" */
/** @import { Keeper } from "../disks/keeper.js" */
/** @import { Notes } from "./notes.js" */
/** @import { Failure } from "../disks/storage.js" */
/** @import { Timeline } from "./timeline.js" */
/** @import { BrokenDisk } from "../types.js" */

/** @typedef {ReturnType<typeof createMending>} Mending */

/**
 * @param {Timeline} timeline The run.
 * @param {Keeper} keeper Keeps the disks.
 * @param {Notes} notes What the person is told.
 * @param {(failure: Failure | null) => void} failed Is told of a write that failed.
 */
export function createMending(timeline, keeper, notes, failed) {
  /** @type {Map<string, BrokenDisk>} */
  const broken = new Map();

  /** @param {string} name A name. @returns {Frame["servers"][number] | undefined} The server. */
  const serverOf = (name) => timeline.frame.servers.find((server) => server.name === name);

  /**
   * Before a server starts, its disk is compared with what the simulation thinks of it. The storage has the outcome of
   * what is recorded already.
   * @param {string} name The server.
   * @returns {boolean} Whether there was anything to record, so that the run has a new future.
   */
  function readDisk(name) {
    const server = serverOf(name);
    if (!server || server.up || !timeline.atTip || !keeper.keeps()) return false;
    const { lines, fault } = keeper.compare(server);
    const recorded = timeline.record(lines);
    if (fault) broken.set(name, { server: name, says: fault.says, good: fault.good, readable: fault.readable });
    else broken.delete(name);
    if (recorded.length === 0) return false;
    notes.tell("hand", say("disk-changed-by-hand", { name, count: recorded.length, first: recorded[0] ?? "" }));
    return true;
  }

  /**
   * Whether a server has to stay down until the person chooses what to do with its disk, though the simulation would
   * start it: what is wrong is not an entry of its log. Then says so.
   * @param {string} name The server, whose disk was just read.
   * @returns {boolean} Whether it stays down.
   */
  function staysDown(name) {
    const server = serverOf(name);
    const found = broken.get(name);
    if (!found || !server || server.up || server.damaged.length > 0 || !timeline.atTip) return false;
    timeline.say(say("disk-keeps-server-down", { name, fault: found.says }));
    return true;
  }

  return {
    readDisk,
    staysDown,

    /** @returns {BrokenDisk[]} Whose disk can't be read. */
    list: () => [...broken.values()],

    /** @param {Room} found The disks of a room, on which a run was begun. */
    take(found) {
      broken.clear();
      for (const { name, fault } of found.servers) {
        if (fault) broken.set(name, { server: name, says: fault.says, good: fault.good, readable: fault.readable });
      }
    },

    /** Another run is there, with disks of its own. */
    clear: () => broken.clear(),

    /** @param {Frame} frame What is shown. Whoever is up has a disk that could be read. */
    stood({ servers }) {
      for (const { name, up } of servers) if (up) broken.delete(name);
    },

    /**
     * Mends a disk as the person chose, lets the simulation follow, and starts the server.
     * @param {string} name The server.
     * @param {"keep" | "take" | "wipe"} how What they chose.
     */
    mend(name, how) {
      const isOnDisk = keeper.keeps() && timeline.atTip;
      if (isOnDisk) failed(keeper.repair(name, how));
      // Where that failed the page goes on in memory, and so does this.
      if (isOnDisk && keeper.keeps()) {
        readDisk(name);
        notes.drop("hand");
      } else {
        const server = serverOf(name);
        for (const line of server ? linesToMend(server, how) : []) timeline.act(line);
      }
      timeline.act(`restart ${name}`);
    },
  };
}
