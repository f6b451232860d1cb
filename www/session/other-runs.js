// Another run in the place of this one: the room's own start, a text, the same told again under another protocol or with
// other rules, a run that shows what a rule is for. Each offers the one before back.

import { sayError } from "./notes.js";
import { bringBack } from "./rooms.js";
import { say } from "../words/say.js";

/** @import { Catalog, RuleRow, Run } from "../../pkg/catchup.js" */
/** @import { Keeper } from "../disks/keeper.js" */
/** @import { Notes } from "./notes.js" */
/** @import { RunClass } from "./remakes.js" */
/** @import { Rooms } from "./rooms.js" */
/** @import { Standing, Timeline } from "./timeline.js" */

/**
 * A run that was told under another protocol.
 * @typedef {object} Retold
 * @property {Standing} of The run of which it was made.
 * @property {string} protocol That one's protocol.
 * @property {readonly string[]} parts What it became: the same array as long as nothing was done in it.
 */

/**
 * @param {object} world What is needed.
 * @param {RunClass} world.Run The simulation.
 * @param {Catalog} world.catalog Which protocols there are.
 * @param {(protocol: string) => readonly RuleRow[]} world.rulesOf Has the rules of a protocol.
 * @param {Keeper} world.keeper Keeps the disks.
 * @param {Timeline} world.timeline The run.
 * @param {Rooms} world.rooms Know what the open room starts with.
 * @param {Notes} world.notes What the person is told.
 * @param {() => void} world.forgetOldRun What concerned the run before is over.
 */
export function createOtherRuns({ Run, catalog, rulesOf, keeper, timeline, rooms, notes, forgetOldRun }) {
  /** Why the text that somebody wants to run can't be run. */
  let fault = /** @type {string | null} */ (null);
  /** What was told last under another protocol, and the run of which it was made. @type {Retold | null} */
  let retold = null;

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
  function load(text, moment, says = say("run-opened")) {
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

  /**
   * Takes what was made of the run in its place.
   * @param {Run} next What was made of it.
   * @param {string} says What it is.
   */
  function retell(next, says) {
    const before = timeline.remember();
    const [first, ...others] = next.left_out;
    timeline.adopt(next);
    forgetOldRun();
    timeline.install();
    const rest = first === undefined ? [] : [others.length === 0 ? first : say("run-left-out", { count: others.length + 1, first })];
    notes.keep("dropped", [says, ...rest].join(" "), [bringBack(before)]);
  }

  /** @param {string} name A protocol's name. @returns {string} Its title. */
  const titleOf = (name) => catalog.protocols.find((protocol) => protocol.name === name)?.title ?? name;

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
      rooms.begunAnew();
      if (before) notes.keep("dropped", say(keeper.keeps() ? "run-reset-with-disks" : "run-reset"), [bringBack(before)]);
    },

    /**
     * Tells the same story under another protocol. Where it came from there, and nothing was done since, it is as it was: on the way some of
     * what was delivered, and all that a lesson says and asks, is lost.
     * @param {string} name The protocol.
     */
    chooseProtocol(name) {
      const title = titleOf(name);
      const here = timeline.remember();
      const from = retold?.parts === here.parts ? retold : null;
      if (from?.protocol === name) return load(from.of.text, from.of.moment, say("run-under", { title }));
      const { protocol } = timeline.run;
      const says = isLesson(timeline.run) ? say("run-under-without-lesson", { title, before: titleOf(protocol) }) : say("run-under", { title });
      retell(timeline.run.under(name), says);
      const { parts } = timeline.remember();
      retold = from ? { ...from, parts } : { of: here, protocol, parts };
    },

    /**
     * Tells the same run with other rules.
     * @param {readonly string[]} off The rules that are off in it.
     */
    chooseRules(off) {
      const [one = "", two = "", three = "", ...more] = rulesOf(timeline.run.protocol).filter(({ name }) => off.includes(name)).map(({ title }) => title);
      const count = [one, two, three].filter((title) => title !== "").length + more.length;
      retell(timeline.run.without([...off]), say("run-without-rules", { count, one, two, three }));
    },

    /**
     * Opens the run that shows what breaks without a rule, where it breaks; or what is not reached, at its end. Without such a run nothing happens.
     * @param {string} name The rule.
     */
    showRule(name) {
      const rule = rulesOf(timeline.run.protocol).find((rule) => rule.name === name);
      if (!rule || rule.example === null) return;
      const shown = new Run(rule.example);
      const { length } = shown;
      const harmed = shown.seek(length).invariants.find(({ id }) => id === rule.breaks?.id);
      shown.free();
      if (!harmed) throw new Error(`the run without ${name} does not watch ${rule.breaks?.id}`);
      const { kind, title, says, broken_at } = harmed;
      if (kind === "always") load(rule.example, broken_at ?? length, say("run-without-rule-breaks", { rule: rule.title, promise: title }));
      else load(rule.example, length, say("run-without-rule-misses", { rule: rule.title, goal: title, says }));
    },
  };
}

/**
 * @param {Run} run A run.
 * @returns {boolean} Whether its text says or asks something on the way.
 */
function isLesson(run) {
  const { tells, questions, goals } = run.guide();
  return tells.length + questions.length + goals.length > 0;
}
