// The run told again: under another protocol, or with other rules; and the runs that show what a rule is for.

import { bringBack } from "./rooms.js";

/** @import { Catalog, RuleRow, Run } from "../../pkg/catchup.js" */
/** @import { Notes } from "./notes.js" */
/** @import { RunClass } from "./remakes.js" */
/** @import { Timeline } from "./timeline.js" */

/**
 * @param {object} world What is needed.
 * @param {RunClass} world.Run The simulation.
 * @param {Catalog} world.catalog Which protocols there are, and their rules.
 * @param {Timeline} world.timeline The run.
 * @param {Notes} world.notes What the person is told.
 * @param {() => void} world.forgetOldRun What concerned the run before is over.
 */
export function createRetelling({ Run, catalog, timeline, notes, forgetOldRun }) {
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
     * The run that shows what breaks without a rule.
     * @param {string} name The rule.
     * @returns {{ text: string, moment: number, says: string } | null} Its text, the moment at which it breaks, and what it is; null where there is none.
     */
    exampleOf(name) {
      const rule = rulesOfProtocol().find((rule) => rule.name === name);
      if (!rule || rule.example === null) return null;
      const shown = new Run(rule.example);
      const broken = shown.seek(shown.length).invariants.find(({ id }) => id === rule.breaks?.id);
      const moment = broken?.broken_at ?? shown.length;
      shown.free();
      const where = broken?.kind === "always" ? `“${broken.title}” breaks` : "it ends";
      return { text: rule.example, moment, says: `A run without “${rule.title}”, where ${where}. Go back to see how it came to that; switch the rule on to see the same run with it.` };
    },
  };
}
