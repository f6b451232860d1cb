// Another run in the place of this one: the room's own start, a text, the same told again under another protocol or with
// other rules, a run that shows what a rule is for. Each offers the one before back.

import { sayError } from "./notes.js";
import { bringBack } from "./rooms.js";

/** @import { Catalog, RuleRow, Run } from "../../pkg/catchup.js" */
/** @import { Keeper } from "../disks/keeper.js" */
/** @import { Notes } from "./notes.js" */
/** @import { RunClass } from "./remakes.js" */
/** @import { Rooms } from "./rooms.js" */
/** @import { Timeline } from "./timeline.js" */

/**
 * @param {object} world What is needed.
 * @param {RunClass} world.Run The simulation.
 * @param {Catalog} world.catalog Which protocols there are, and their rules.
 * @param {Keeper} world.keeper Keeps the disks.
 * @param {Timeline} world.timeline The run.
 * @param {Rooms} world.rooms Know what the open room starts with.
 * @param {Notes} world.notes What the person is told.
 * @param {() => void} world.forgetOldRun What concerned the run before is over.
 */
export function createOtherRuns({ Run, catalog, keeper, timeline, rooms, notes, forgetOldRun }) {
  /** Why the text that somebody wants to run can't be run. */
  let fault = /** @type {string | null} */ (null);

  /**
   * Puts another run in the place of this one.
   * @param {string} text Its text.
   * @param {number} moment Where to stand.
   */
  function replace(text, moment) {
    timeline.replace(text, moment);
    forgetOldRun();
  }

  /**
   * Opens a text, or keeps why it can't be read.
   * @param {string} text A run's text.
   * @param {number} moment Where to stand.
   * @param {string} [says] What it is.
   */
  function load(text, moment, says = "Another run was opened in this room.") {
    fault = null;
    const before = timeline.remember();
    try {
      replace(text, moment);
      // A lesson opens where its text says, unless somebody asks for a moment.
      if (moment === 0) timeline.goTo(timeline.run.guide().opens_at ?? 0);
    } catch (error) {
      fault = sayError(error);
      return;
    }
    notes.keep("dropped", says, [bringBack(before)]);
  }

  /** @returns {readonly RuleRow[]} The rules of the run's protocol. */
  function rulesOfProtocol() {
    return catalog.protocols.find(({ name }) => name === timeline.run.protocol)?.rules ?? [];
  }

  /**
   * Takes what was made of the run in its place.
   * @param {Run} next What was made of it.
   * @param {string} says What it is.
   */
  function retell(next, says) {
    const before = timeline.remember();
    const leftOut = next.left_out;
    timeline.adopt(next);
    forgetOldRun();
    timeline.install();
    const rest = leftOut.length === 0 ? "" : leftOut.length === 1 ? ` ${leftOut[0]}` : ` ${leftOut.length} actions were left out; the first: ${leftOut[0]}`;
    notes.keep("dropped", says + rest, [bringBack(before)]);
  }

  return {
    /** @returns {string | null} Why the last text that somebody wanted to run can't be run; null when it can. */
    get fault() {
      return fault;
    },
    load,

    /** Returns to the room's own start. */
    reset() {
      const before = rooms.untouched() ? null : timeline.remember();
      keeper.leaveAlone(false);
      notes.drop("unusable", "dropped");
      replace(rooms.start.text, rooms.start.moment);
      const written = keeper.keeps() ? "; its disks were written anew" : "";
      if (before) notes.keep("dropped", `Back at this room’s own start${written}.`, [bringBack(before)]);
    },

    /**
     * Tells the same story under another protocol.
     * @param {string} name The protocol.
     */
    chooseProtocol(name) {
      const title = catalog.protocols.find((protocol) => protocol.name === name)?.title ?? name;
      retell(timeline.run.under(name), `The same story, under “${title}”.`);
    },

    /**
     * Tells the same run with other rules.
     * @param {readonly string[]} off The rules that are off in it.
     */
    chooseRules(off) {
      const titles = rulesOfProtocol().filter(({ name }) => off.includes(name)).map(({ title }) => `“${title}”`);
      const how = titles.length === 0 ? "with all rules on" : titles.length > 3 ? `with ${titles.length} rules off` : `without ${titles.join(" and ")}`;
      retell(timeline.run.without([...off]), `The same run, ${how}.`);
    },

    /**
     * Opens the run that shows what breaks without a rule, where it breaks. Without such a run nothing happens.
     * @param {string} name The rule.
     */
    showRule(name) {
      const rule = rulesOfProtocol().find((rule) => rule.name === name);
      if (!rule || rule.example === null) return;
      const shown = new Run(rule.example);
      const broken = shown.seek(shown.length).invariants.find(({ id }) => id === rule.breaks?.id);
      const moment = broken?.broken_at ?? shown.length;
      shown.free();
      const where = broken?.kind === "always" ? `“${broken.title}” breaks` : "it ends";
      load(rule.example, moment, `A run without “${rule.title}”, where ${where}. Go back to see how it came to that; switch the rule on to see the same run with it.`);
    },
  };
}
