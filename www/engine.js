// What the page plays with: the simulation, the disks on which its servers keep what they know, and the session, which carries out what a person asks
// for. Panels know nothing of it, so a first screen that was recorded stands without it (main.js).

import init, { Run, catalog, chart, entry_fault, is_name, rules as readRules, setSpeaker, starts, without_guide } from "../pkg/catchup.js";
import { createKeeper } from "./disks/keeper.js";
import { readRun } from "./disks/run-memory.js";
import { forgetAll } from "./disks/storage.js";
import { createAddress } from "./link/address.js";
import { encodeLink } from "./link/link.js";
import { isToldAs } from "./session/retelling.js";
import { createSession } from "./session/session.js";
import { lessonElsewhere, lessonText } from "./words/languages.js";
import { say } from "./words/say.js";

/** @import { RuleRow } from "../pkg/catchup.js" */
/** @import { StorageArea, StorageTrouble } from "./disks/storage.js" */
/** @import { Settings, View } from "./types.js" */

/** @typedef {ReturnType<typeof createEngine>} Engine */

/**
 * Makes the simulation run, and tells it where its words are. To be called before anything else.
 * @param {Promise<Response> | ArrayBuffer} source Its WebAssembly.
 */
export async function run(source) {
  await init({ module_or_path: source });
  setSpeaker({ say });
}

/**
 * Makes all of it. To be called when the page has learnt all that can be said.
 * @param {object} world What it needs.
 * @param {StorageArea | null} world.storage Where disks are kept; null for nowhere.
 * @param {StorageTrouble | null} world.trouble Why there is no such place, where that has to be told.
 * @param {Settings} world.settings What is remembered between visits.
 * @param {(view: View) => void} world.draw Draws a view.
 */
export function createEngine({ storage, trouble, settings, draw }) {
  const choices = catalog();
  const keeper = createKeeper({
    storage,
    locks: navigator.locks,
    checks: { entryFault: entry_fault, isName: is_name, limits: choices.limits },
    onLost: () => session.lost(),
    onGained: () => session.gained(),
    onFailed: (why) => session.storageFailed(why),
  });
  const session = createSession({
    Run,
    catalog: choices,
    rulesOf,
    keeper,
    settings,
    storageTrouble: trouble,
    draw,
    linkTo,
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        if (location.protocol === "file:") session.tell("local", say("page-link-is-local"));
        return true;
      } catch {
        return false;
      }
    },
    go: (lesson) => address.go(lesson),
    forgetAll: () => {
      keeper.giveUp();
      if (storage) forgetAll(storage);
      history.replaceState(null, "", location.pathname + location.search);
      location.reload();
    },
  });
  const address = createAddress({ catalog: choices, textOf: lessonText, formerly, withoutGuide: without_guide, settings, open: session.open, tell: session.tell });

  /** @param {string} lesson A lesson. @param {string} room A room in which its run may have been left. @returns {Promise<string | null>} The lesson's text in the language of that, unless it is spoken. */
  async function formerly(lesson, room) {
    const spokenHere = await lessonText(lesson);
    try {
      const past = storage ? readRun(storage, room) : null;
      if (!past || isToldAs(past.text, spokenHere)) return null;
      return (await lessonElsewhere(lesson)).find((text) => isToldAs(past.text, text)) ?? null;
    } catch {
      // A storage that can't be read is told of by who keeps the disks.
      return null;
    }
  }

  return { session, address, keeper, linkTo, rulesOf, Run, catalog: choices, starts, chart };
}

/** The rules of protocols that were asked for. @type {Map<string, RuleRow[]>} */
const ruleRows = new Map();

/** @param {string} protocol A protocol. @returns {readonly RuleRow[]} Its rules. */
function rulesOf(protocol) {
  const rows = ruleRows.get(protocol) ?? readRules(protocol);
  ruleRows.set(protocol, rows);
  return rows;
}

/**
 * @param {string} text A run's text.
 * @param {number} moment The moment to open it at.
 * @returns {Promise<string>} The whole page's address with that run in it, also from a frame.
 */
async function linkTo(text, moment) {
  return new URL(await encodeLink(text, moment), location.href.replace(/[?#].*$/, "")).href;
}
