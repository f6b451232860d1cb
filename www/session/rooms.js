// Opens rooms, each as it was left: in this visit, before a reload, or on another day. The run that is remembered counts
// as long as the disks hold what it says; when they hold something else, the disks count, and that is told.

import { afterPowerCut, holdsTheSame } from "./remakes.js";
import { say } from "../words/say.js";
import { sayError } from "./notes.js";
import { retold } from "./retelling.js";

/** @import { Catalog, Run } from "../../pkg/catchup.js" */
/** @import { Room } from "../disks/reading.js" */
/** @import { Keeper } from "../disks/keeper.js" */
/** @import { Mending } from "./mending.js" */
/** @import { Notes } from "./notes.js" */
/** @import { RunClass } from "./remakes.js" */
/** @import { PastRun } from "../disks/run-memory.js" */
/** @import { Timeline } from "./timeline.js" */
/** @import { Notice, Offer } from "../types.js" */

/**
 * How a room is opened.
 * @typedef {object} Opening
 * @property {string} room The room.
 * @property {string} text The room's own start.
 * @property {string | null} former The same in the language in which the room's run was left; null when that is the one that is spoken.
 * @property {number | null} moment The moment of it to show; null for the one at which its text says that it opens.
 * @property {boolean} fresh Whether somebody asks for this moment, by a link, as opposed to coming back.
 */

/**
 * What the page knows of a room's run, and from where. A run from `start` was not touched yet.
 * @typedef {PastRun & {run: Run, from: "visit" | "memory" | "start"}} Known
 */

/** The notes that belong to one room. */
const NOTES_OF_A_ROOM = ["dropped", "hand", "registry", "other-tab", "unusable", "before", "link", "storage-full"];

/** @typedef {ReturnType<typeof createRooms>} Rooms */

/**
 * Long because: what it knows of rooms is changed from here alone, and each part of it is small.
 * @param {object} world What is needed.
 * @param {RunClass} world.Run The simulation.
 * @param {Catalog} world.catalog Which protocols there are.
 * @param {Keeper} world.keeper Keeps the disks.
 * @param {Timeline} world.timeline The run.
 * @param {Mending} world.mending Whose disk can't be read.
 * @param {Notes} world.notes What the person is told.
 * @param {() => void} world.show Draws what is now.
 */
export function createRooms({ Run, catalog, keeper, timeline, mending, notes, show }) {
  /** The open room's own start. */
  let start = createStart(Run, "", 0);
  /** The runs of rooms that were open before in this visit. */
  const visited = /** @type {Map<string, PastRun>} */ (new Map());

  /** The run as it was when another tab turned out to have the room, or took it. */
  let shared = /** @type {PastRun | null} */ (null);

  /** @returns {Offer} To begin with the room's own start. */
  const again = () => ({ label: say("room-start-again"), intent: { kind: "reset" } });

  /** @returns {boolean} Whether nothing has been done in this room. */
  function untouched() {
    if (timeline.run.cursor !== start.moment || timeline.tip !== start.moment) return false;
    // The text last, since it may be long.
    return timeline.history === start.history || timeline.remember().text === start.written();
  }

  /**
   * What a room's run is, as far as the page knows: left in this visit, remembered from another, or its own start.
   * @param {Opening} opening How it is opened.
   * @param {Run} own Its own start, read; it is freed unless that is the run.
   * @returns {Known} The run.
   */
  function known({ room, former, fresh }, own) {
    const remembered = keeper.runBefore();
    for (const [from, past] of /** @type {const} */ ([["visit", visited.get(room)], ["memory", remembered && former !== null ? retell(remembered, former, own) : remembered]])) {
      const run = past && read(past.text);
      if (!run) continue;
      // Who comes by a link to a moment, having done nothing but look around, wants to see that moment.
      const isStart = fresh && past.text === start.written(own);
      own.free();
      return { ...past, run, from, ...(isStart && { moment: start.moment }) };
    }
    return { text: start.text, moment: start.moment, tip: start.moment, run: own, from: "start" };
  }

  /**
   * @param {PastRun} past A run in another language.
   * @param {string} former The room's own start in that.
   * @param {Run} own The room's own start, read.
   * @returns {PastRun} The same run in the language that is spoken.
   */
  function retell(past, former, own) {
    const run = read(former);
    const text = run ? retold(past.text, run.script(), start.written(own)) : past.text;
    run?.free();
    return { ...past, text };
  }

  /** @param {string} text A run's text. @returns {Run | null} The run; null when it is none. */
  function read(text) {
    try {
      return new Run(text);
    } catch {
      return null;
    }
  }

  /** @param {PastRun} past A run. @param {Run} [run] The same, read. */
  function adopt({ text, moment, tip }, run = new Run(text)) {
    timeline.adopt(run, moment, Math.max(tip, moment), text);
    mending.clear();
  }

  /**
   * Begins a run with what a room's disks hold.
   * @param {Room} found What was found on them.
   * @param {string} before The text of the run before, which knows the title and the story.
   * @returns {boolean} Whether they could be used.
   */
  function goOnFrom(found, before) {
    if (found.fault) notes.tell("registry", found.fault);
    try {
      timeline.adopt(afterPowerCut(Run, found, before, catalog.protocols[0]?.name ?? "", keeper.compare));
      mending.take(found);
      return true;
    } catch (error) {
      keeper.leaveAlone(true);
      notes.hold("unusable", say("room-unusable", { fault: sayError(error) }), [{ label: say("room-write-anew"), intent: { kind: "reset" } }]);
      return false;
    }
  }

  /**
   * What another tab did in a room since it was left here: the run that is remembered, where the disks hold that.
   * @param {Room} found What was found on the disks.
   * @returns {PastRun & {run: Run} | null} Null when nobody did.
   */
  function leftByOther(found) {
    const theirs = keeper.runBefore();
    const run = theirs && read(theirs.text);
    if (!run) return null;
    if (isHeld(found, run, theirs.tip)) return { ...theirs, run };
    run.free();
    return null;
  }

  /** @param {Room} found What was found on the disks. @param {Run} run A run. @param {number} tip The moment whose disks should lie there. @returns {boolean} Whether they do. */
  function isHeld(found, run, tip) {
    return holdsTheSame(found, run.seek(Math.min(tip, run.length)), run.room_head, keeper.compare);
  }

  /**
   * Shows what a room holds, before it is known whether another tab has it.
   * @param {Known} past What the page knows of its run.
   * @returns {boolean} Whether the disks hold what is shown.
   */
  function showRoom(past) {
    const { run, from, tip } = past;
    const found = keeper.read();
    const offers = from === "start" ? [] : [openFromThen(past)];
    if (found && !isHeld(found, run, tip)) {
      run.free();
      const theirs = from === "visit" ? leftByOther(found) : null;
      if (theirs) {
        adopt(theirs, theirs.run);
        const isMissed = past.text !== theirs.text && past.text !== start.written();
        notes.tell("before", say("room-other-went-on"), [...(isMissed ? offers : []), again()]);
        return timeline.tip === theirs.tip;
      }
      if (goOnFrom(found, past.text)) {
        notes.tell("before", say(from === "start" ? "room-from-disks" : "room-disks-count"), [...offers, again()]);
        return true;
      }
    } else if (!found && from === "memory" && keeper.hindrance() !== "no-storage") {
      run.free();
      notes.tell("before", say("room-disks-gone"), offers);
    } else {
      adopt(past, run);
      if (from === "start") start.history = timeline.history;
      if (from === "memory") {
        notes.tell("before", say("room-as-left"), [{ label: say("room-go-on-from-disks"), intent: { kind: "power_cut" } }, again()]);
      }
      return found !== null && timeline.tip === tip;
    }
    adopt({ text: start.text, moment: start.moment, tip: start.moment });
    start.history = timeline.history;
    return false;
  }

  /** Tells that another tab has the room. */
  function tellTheirs() {
    shared = timeline.remember();
    notes.hold("other-tab", say("room-in-other-tab"), [takeOver()]);
  }

  /**
   * @param {string} says That the room is this tab's now.
   * @param {PastRun | null} aside The run that was put aside; null for none.
   */
  function tellGained(says, aside) {
    if (aside) notes.keep("dropped", says, [bringBack(aside)]);
    else notes.tell("other-tab", says);
  }

  return {
    untouched,

    /** @returns {{text: string, moment: number}} The open room's own start. */
    get start() {
      return start;
    },

    /**
     * Opens a room.
     * @param {Opening} opening Which, and how.
     */
    async open(opening) {
      const { room, text, moment } = opening;
      if (keeper.room !== "") visited.set(keeper.room, timeline.remember());
      const own = new Run(text);
      start = createStart(Run, text, Math.min(moment ?? own.guide().opens_at ?? 0, own.length));
      const asked = keeper.open(room);
      notes.drop(...NOTES_OF_A_ROOM);
      const past = known(opening, own);
      const kept = showRoom(past);
      show();
      const isAsShown = watch(timeline);
      await asked;
      if (keeper.room !== room) return;
      const hindrance = keeper.hindrance();
      if (hindrance === null) {
        // The disks are as they should be, unless somebody has acted in the meantime.
        if (!kept || !isAsShown()) timeline.install();
      } else if (hindrance === "other-tab") {
        if (isAsShown()) adopt(past);
        notes.drop("before");
        tellTheirs();
      }
      show();
    },

    /** The room was begun anew. Where its disks could not be used, nobody was told yet that another tab has it. */
    begunAnew() {
      if (keeper.hindrance() === "other-tab" && !notes.list().some(({ id }) => id === "other-tab")) tellTheirs();
    },

    /** Another tab took the room. */
    lost() {
      shared = timeline.remember();
      notes.drop("before");
      notes.hold("other-tab", say("room-lost"), [takeOver()]);
    },

    /** Takes the room from the tab that has it. */
    async take() {
      const { room } = keeper;
      await keeper.takeOver();
      if (keeper.room !== room) return;
      const hindrance = keeper.hindrance();
      if (hindrance === null) {
        notes.drop("other-tab");
        timeline.install();
      } else if (hindrance !== "no-storage") {
        notes.hold("other-tab", say("room-not-taken"), [takeOver()]);
      }
    },

    /**
     * The tab that had the room has let it go, and this one has it. Who did nothing here meanwhile goes on where that tab
     * stood; else what is here counts, and the other run is put aside.
     */
    gained() {
      // What can't be used is left alone until somebody has it written anew.
      if (keeper.hindrance() === "unusable") return;
      const ours = timeline.remember();
      const theirs = keeper.runBefore();
      const run = theirs && theirs.text !== ours.text ? read(theirs.text) : null;
      const canShow = run !== null || theirs?.text === ours.text;
      const idle = shared !== null && isSame(shared, ours);

      notes.drop(...NOTES_OF_A_ROOM);
      if (theirs && canShow && idle) {
        const kept = showRoom({ ...theirs, run: run ?? new Run(ours.text), from: "visit" });
        if (!kept) timeline.install();
        tellGained(say(isSame(theirs, ours) ? "room-gained" : "room-gained-theirs"), run && ours.text !== start.written() ? ours : null);
      } else {
        run?.free();
        timeline.install();
        tellGained(say(run ? "room-gained-ours" : "room-gained"), run && theirs);
      }
    },

    /** Pulls the plug: a run that begins with what lies on the disks. */
    powerCut() {
      const before = timeline.remember();
      const found = keeper.keeps() ? keeper.read() : null;
      if (!found) timeline.act("reload");
      else if (goOnFrom(found, before.text)) notes.keep("dropped", say("room-power-cut"), [bringBack(before)]);
    },
  };
}

/**
 * A room's own start.
 * @param {RunClass} Run The simulation.
 * @param {string} text Its text, as it was given.
 * @param {number} moment The moment at which it opens.
 */
function createStart(Run, text, moment) {
  let written = /** @type {string | null} */ (null);
  return {
    text,
    moment,
    /** What happened in the run that was made of it first: as long as that is the history, nothing was done. */
    history: /** @type {Timeline["history"] | null} */ (null),

    /**
     * Its text as its run writes it, to know it again. It is written when somebody asks: of a long run that takes a while.
     * @param {Run} [own] The run, where it is at hand.
     * @returns {string} The text.
     */
    written(own) {
      if (written !== null) return written;
      const run = own ?? new Run(text);
      written = run.script();
      if (run !== own) run.free();
      return written;
    },
  };
}

/**
 * @param {Timeline} timeline The run.
 * @returns {() => boolean} Says whether nothing has happened to it since, and it stands where it stood.
 */
function watch(timeline) {
  const { history, tip, run: { cursor } } = timeline;
  return () => timeline.history === history && timeline.tip === tip && timeline.run.cursor === cursor;
}

/** @returns {Offer} What a tab offers that doesn't have its room. */
function takeOver() {
  return { label: say("room-take-over"), intent: { kind: "take_over" } };
}

/**
 * @param {{text: string, moment: number}} before A run, and where it stood.
 * @returns {Notice["offers"][number]} The offer to open it again.
 */
export function bringBack({ text, moment }) {
  return { label: say("run-bring-back"), intent: { kind: "load", text, moment } };
}

/**
 * @param {PastRun} past The run that a room had.
 * @returns {Notice["offers"][number]} The offer to open it.
 */
function openFromThen({ text, moment }) {
  return { label: say("room-run-from-then"), intent: { kind: "load", text, moment } };
}

/**
 * @param {PastRun} one A run.
 * @param {PastRun} other The same later.
 * @returns {boolean} Whether nothing has happened in between.
 */
function isSame(one, other) {
  return one.text === other.text && one.moment === other.moment && one.tip === other.tip;
}
