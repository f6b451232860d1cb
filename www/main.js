// Starts the page: loads the simulation, opens a room, and connects the panels to the session.

import init, { Run, catalog, chart, entry_fault, starts } from "../pkg/catchup.js";
import wasm_address from "../pkg/catchup_bg.wasm?url";
import { createHeader } from "./header.js";
import { createKeeper } from "./keeper.js";
import { createKeys } from "./keys.js";
import { createLadder } from "./ladder.js";
import { createNotices } from "./notices.js";
import { createPlayback } from "./playback.js";
import { SANDBOX, roomOfLesson, roomOfText } from "./room.js";
import { createServers } from "./servers.js";
import { createSession } from "./session.js";
import { createSheet } from "./sheet.js";
import { createSide } from "./side.js";
import { createSkips } from "./skips.js";
import { loadSimulation, tellTrouble } from "./start-trouble.js";
import { forgetAll, loadSetting, openStorage, saveSetting } from "./storage.js";
import { createStory } from "./story.js";

/** @import { View } from "./types.js" */

/** The address that opens the side by side view, over the sandbox. */
const compare_address = "#side-by-side";

const area = openStorage(() => window.localStorage);
const settings = {
  /** @param {string} name A setting. */
  get: (name) => loadSetting(area.storage, name),
  /**
   * @param {string} name A setting.
   * @param {string} value What it is from now on.
   */
  set: (name, value) => saveSetting(area.storage, name, value),
};

// Not awaited, so that the bundler may leave what later parts share in the page's one script: a part that waits for this
// script to end would wait forever.
start().catch((error) => tellTrouble(error, element("playback")));

async function start() {
  await loadSimulation((source) => init({ module_or_path: source }), wasm_address);
  const keeper = createKeeper({ storage: area.storage, locks: navigator.locks, entryFault: entry_fault, onLost: () => session.lost() });
  /** @type {{draw(view: View): void}[]} */
  const panels = [];
  let last = /** @type {View | null} */ (null);
  const session = createSession({
    Run,
    catalog: catalog(),
    keeper,
    storage_trouble: area.why,
    draw: (view) => {
      last = view;
      for (const panel of panels) panel.draw(view);
    },
    encodeLink: async (text, moment) => (await import("./link.js")).encodeLink(text, moment),
    showAddress: (hash) => history.replaceState(null, "", hash || location.pathname + location.search),
    copyAddress: async (hash) => {
      try {
        await navigator.clipboard.writeText(new URL(hash, location.href).href);
        return true;
      } catch {
        return false;
      }
    },
    forgetAll: () => {
      keeper.giveUp();
      if (area.storage) forgetAll(area.storage);
      history.replaceState(null, "", location.pathname + location.search);
      location.reload();
    },
  });
  const { dispatch } = session;
  const dialogs = element("dialogs");
  const help = openLater(session, async () => (await import("./help.js")).createHelp(dialogs, settings));
  const script = openLater(session, async () => {
    const panel = (await import("./script.js")).createScript(dialogs, dispatch, session.script);
    panels.push(panel);
    if (last) panel.draw(last);
    return panel;
  });
  const compare = openLater(session, async () => {
    const { createCompare } = await import("./compare.js");
    return createCompare(dialogs, { Run, catalog: catalog(), starts, chart, script: session.script });
  });
  const playback = createPlayback(element("playback"), dispatch);
  createSkips(element("skips"));
  panels.push(
    createHeader(element("header"), dispatch, settings, { help: () => help(), script, compare }, playback.focusStep),
    createNotices(element("notices"), dispatch),
    createStory(element("story"), dispatch, help),
    createServers(element("servers"), dispatch),
    createLadder(element("ladder"), dispatch),
    createSide(element("side"), dispatch),
    playback,
    createSheet(element("sheetbar"), element("page")),
    createKeys(document, dispatch, settings, () => help()),
  );
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) session.pause();
  });
  window.addEventListener("pagehide", session.leave);
  window.addEventListener("hashchange", () => (location.hash === compare_address ? compare() : openAddress(session, false)));
  const comparing = location.hash === compare_address;
  await openAddress(session, wasReloaded());
  if (comparing) await compare();
}

/**
 * Opens a part of the page that is loaded only when somebody asks for it.
 * @param {ReturnType<typeof createSession>} session The session, which stops playing meanwhile.
 * @param {() => Promise<{open(word?: string): void}>} load Loads and makes it.
 * @returns {(word?: string) => Promise<void>} Opens it; the help at a word of its glossary.
 */
function openLater(session, load) {
  let part = /** @type {{open(word?: string): void} | undefined} */ (undefined);
  return async (word) => {
    session.pause();
    try {
      part ??= await load();
    } catch (error) {
      console.error(error);
      return session.tell({ id: "later", text: "This part of the page could not be loaded. Is there a connection? Then please try again.", offers: [], dismissable: true });
    }
    part.open(word);
  };
}

/**
 * Opens what the address names: a run in a link, a lesson, or the sandbox.
 * @param {ReturnType<typeof createSession>} session The session.
 * @param {boolean} reloaded Whether the page was loaded again with that address, which is a power cut. The sandbox goes on from its disks in any case.
 */
async function openAddress(session, reloaded) {
  const { lessons, defaults } = catalog();
  const sandbox = { room: SANDBOX, text: defaults.text, moment: 0, power_cut: true };
  const lesson = lessons.find((lesson) => location.hash === `#${roomOfLesson(lesson.name)}`);
  if (lesson) return session.open({ room: roomOfLesson(lesson.name), text: lesson.text, moment: 0, power_cut: reloaded });
  if (location.hash.length < 2) return session.open(sandbox);
  try {
    const { decodeLink } = await import("./link.js");
    const link = await decodeLink(location.hash);
    if (!link) return session.open(sandbox);
    await session.open({ room: roomOfText(link.text), ...link, power_cut: reloaded });
  } catch (error) {
    await session.open(sandbox);
    session.tell({ id: "link", text: `The link can’t be opened. ${error instanceof Error ? error.message : error}`, offers: [], dismissable: true });
  }
}

/** @returns {boolean} Whether the page was loaded again, as opposed to visited. */
function wasReloaded() {
  const [entry] = performance.getEntriesByType("navigation");
  const type = /** @type {PerformanceNavigationTiming | undefined} */ (entry)?.type;
  return type === "reload" || type === "back_forward";
}

/**
 * @param {string} id The id of a part of the page.
 * @returns {HTMLElement} That part, which index.html has.
 */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element with the id ${id}`);
  return found;
}
