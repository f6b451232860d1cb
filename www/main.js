// Starts the page: loads the simulation, opens a room, and connects the panels to the session.

import { Run, catalog, chart, entry_fault, is_name, rules as readRules, setSpeaker, starts, without_guide } from "../pkg/catchup.js";
import { createAddress } from "./link/address.js";
import { acceptFiles } from "./share/drop.js";
import { createHeader } from "./page/header.js";
import { createKeeper } from "./disks/keeper.js";
import { createKeys } from "./page/keys.js";
import { createLadder } from "./ladder/ladder.js";
import { createLater, loadRest } from "./later.js";
import { createNotices } from "./page/notices.js";
import { createPanels, painted } from "./panels.js";
import { createPresenting } from "./page/present.js";
import { createPlayback } from "./playback/playback.js";
import { createServers } from "./servers/servers.js";
import { createSession } from "./session/session.js";
import { createSheet } from "./page/sheet.js";
import { createSide } from "./side/side.js";
import { createSkips } from "./page/skips.js";
import { StartTrouble, tellTrouble } from "./page/start-trouble.js";
import { createRoomSettings } from "./disks/room-settings.js";
import { readRun } from "./disks/run-memory.js";
import { isToldAs } from "./session/retelling.js";
import { forgetAll, hasOurs, loadSetting, openStorage, saveSetting } from "./disks/storage.js";
import { hasAll, loadFirstPart } from "./simulation.js";
import { createStory } from "./page/story.js";
import { createWelcome } from "./page/welcome.js";
import { sayWritten } from "./page/written.js";
import { LANGUAGES, learnPart, lessonElsewhere, lessonText, speak } from "./words/languages.js";
import { say } from "./words/say.js";

/** @import { RuleRow } from "../pkg/catchup.js" */
/** @import { Opening } from "./session/rooms.js" */
/** @import { Dispatch, View } from "./types.js" */
/** @import { Language } from "./words/languages.js" */

/** The address that opens the side by side view, over whatever is open. */
const compareAddress = "#side-by-side";

/** Whether the page stands in a frame of another one, and keeps nothing. */
const embedded = document.documentElement.dataset["embed"] !== undefined;

const area = openStorage(() => window.localStorage);
const remembered = {
  /** @param {string} name A setting. */
  get: (name) => loadSetting(area.storage, name),
  /**
   * @param {string} name A setting.
   * @param {string | null} value What it is from now on; null forgets it.
   */
  set: (name, value) => saveSetting(area.storage, name, value),
};

/** Whether somebody was here before, as far as this browser knows. */
const isKnown = !embedded && area.storage !== null && hasOurs(area.storage);
/** The addresses of the first screen, on which little has been said: the first lesson and the sandbox, where nobody was before. */
const firstScreens = ["", "#sandbox"];

window.begun = true;
// Not awaited, so that the bundler may leave what later parts share in the page's one script: a part that waits for this
// script to end would wait forever.
start().catch((error) => tellTrouble(error, element("playback")));

/** Long because: here each part is made, and given what it needs of the others. */
async function start() {
  const frame = embedded ? await import("./share/embed.js") : null;
  const settings = frame ? frame.settingsInFrame(remembered) : remembered;
  const speaking = speak(document.documentElement.lang);
  // What is said beyond the first screen comes when that stands; elsewhere it is needed for what is opened, and comes with the simulation.
  const beginsAnew = !isKnown && firstScreens.includes(location.hash);
  const restCame = beginsAnew ? true : speaking.then(loadRest).then(() => true, isMissing);
  // So does what reads links; that it can't be had is told when it is needed.
  if (location.hash.startsWith("#1/")) import("./link/link.js").catch(() => {});
  const [language] = await Promise.all([speaking, loadFirstPart()]);
  document.documentElement.lang = language.tag;
  if (language !== LANGUAGES[0]) sayWritten(document);
  delete document.documentElement.dataset["translating"];
  setSpeaker({ say });
  const choices = catalog();
  if (isKnown && !(await restCame)) throw new StartTrouble(say("page-not-loaded"), say("start-reload"));
  const keeper = createKeeper({
    storage: embedded ? null : area.storage,
    locks: navigator.locks,
    checks: { entryFault: entry_fault, isName: is_name, limits: choices.limits },
    onLost: () => whole(() => session.lost()),
    onGained: () => whole(() => session.gained()),
    onFailed: (why) => session.storageFailed(why),
  });
  const panels = createPanels();
  const session = createSession({
    Run,
    catalog: choices,
    rulesOf,
    keeper,
    settings,
    storageTrouble: embedded ? null : area.why,
    draw: panels.draw,
    linkTo,
    copy: async (address) => {
      try {
        await navigator.clipboard.writeText(address);
        if (location.protocol === "file:") session.tell("local", say("page-link-is-local"));
        return true;
      } catch {
        return false;
      }
    },
    go: (lesson) => address.go(lesson),
    forgetAll: () => {
      keeper.giveUp();
      if (area.storage) forgetAll(area.storage);
      history.replaceState(null, "", location.pathname + location.search);
      location.reload();
    },
  });
  const address = createAddress({ catalog: choices, textOf: lessonText, formerly, withoutGuide: without_guide, settings, open, tell: session.tell });
  const { whole, openLater, loadedLater, openNoMore } = createLater(session);
  /** What a person asks for can lead to anything that the page says. @type {Dispatch} */
  const dispatch = (intent) => whole(() => session.dispatch(intent));
  const dialogs = element("dialogs");
  const help = openLater("help", async () => (await Promise.all([import("./page/help.js"), learnPart("glossary")]))[0].createHelp(dialogs, settings, { all: LANGUAGES, spoken: language, choose: changeLanguage }));
  const script = openLater("script", async () => {
    const panel = (await import("./page/script.js")).createScript(dialogs, dispatch, session.script);
    panels.add(panel);
    return panel;
  });
  /**
   * What is drawn does not change its language, so the page begins anew. It is as it was left where the browser keeps things;
   * elsewhere the address takes along what else would be lost.
   * @param {Language} chosen The language to speak from now on.
   */
  async function changeLanguage(chosen) {
    settings.set("language", chosen.tag);
    const there = new URL(area.storage ? location.href : await linkHere());
    there.searchParams.delete("lang");
    if (!area.storage) there.searchParams.set("lang", chosen.tag);
    history.replaceState(null, "", there);
    location.reload();
  }
  /** @param {string} lesson A lesson. @param {string} room A room in which its run may have been left. @returns {Promise<string | null>} The lesson's text in the language of that, unless it is spoken. */
  async function formerly(lesson, room) {
    const spokenHere = await lessonText(lesson);
    try {
      const past = embedded || !area.storage ? null : readRun(area.storage, room);
      if (!past || isToldAs(past.text, spokenHere)) return null;
      return (await lessonElsewhere(lesson)).find((text) => isToldAs(past.text, text)) ?? null;
    } catch {
      // A storage that can't be read is told of by who keeps the disks.
      return null;
    }
  }
  /** @param {Opening} opening What to open. */
  async function open(opening) {
    try {
      await session.open(opening);
    } catch (error) {
      // Something that is not so on other first screens may have asked for more than those do.
      if (hasAll()) throw error;
      console.error(error);
      await loadRest();
      await session.open(opening);
    }
  }
  const linkHere = () => linkTo(session.script(), panels.view()?.cursor ?? 0);
  /** @param {File[]} files What was chosen or dropped: one text file, if all is well. */
  async function openFiles(files) {
    closeDialogs();
    const load = (/** @type {string} */ text) => {
      dispatch({ kind: "load", text, moment: 0 });
      return panels.view()?.fault ?? null;
    };
    const tell = (/** @type {string} */ text) => session.tell("file", text);
    const [opening] = await Promise.all([import("./share/opening.js"), learnPart("share"), loadRest()]).catch(() => []);
    if (opening) await opening.openFile(files, { load, tell });
    else tell(say("page-not-loaded"));
    focusStep();
  }
  const share = openLater("share", async () => {
    const { createShare, drawPicture } = await import("./sharing.js");
    const panel = createShare(dialogs, { address: linkHere, script: session.script, openFiles, picture: async (view, wish) => drawPicture(view, wish) });
    panels.add(panel);
    return panel;
  });
  const compare = openLater("compare", async () => {
    const { createCompare } = await import("./compare/compare.js");
    return createCompare(dialogs, { Run, catalog: choices, starts, chart, script: session.script, closed: () => address.leave(compareAddress) });
  });
  const kept = createRoomSettings(settings, "break", () => keeper.hindrance() === "other-tab");
  const searchPart = loadedLater("search", async () => {
    const { createSearch } = await import("./search/search.js");
    const panel = createSearch(dialogs, element("watch"), { Run, rulesOf, script: session.script, view: panels.view, dispatch, linkTo, kept });
    panels.add(panel);
    return panel;
  });
  /** @param {{ fromStart?: boolean, bounds?: string }} [wish] How it is to open. */
  const search = (wish) => {
    session.pause();
    openNoMore();
    return searchPart(wish);
  };
  let entered = "";
  /** Brings back what was open of it in a room. */
  const keptSearch = {
    draw(/** @type {View} */ { room }) {
      if (room !== entered && kept.get(room) !== null) void searchPart({ quietly: true });
      entered = room;
    },
  };
  const servers = element("servers");
  const trouble = loadedLater("trouble", async () => {
    const { createTrouble } = await import("./servers/trouble.js");
    const panel = createTrouble(servers, dispatch);
    panels.add(panel);
    return panel;
  });
  const rulesPlace = element("rules");
  const rules = openLater("rules", async () => {
    const { createRules } = await import("./rules/rules.js");
    const panel = createRules(rulesPlace, dispatch, rulesOf, drawHeader, () => void search({ fromStart: true }));
    panels.add(panel);
    return { open: () => (rulesPlace.hidden ? panel.open() : panel.close()) };
  });
  // A phone ends a hidden page without another word, so it has to be remembered by then.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) session.pause();
  });
  window.addEventListener("pagehide", ({ persisted }) => session.leave(persisted));
  window.addEventListener("hashchange", () => {
    // They are about what was open, and on a phone Back is how one closes them.
    closeDialogs();
    openNoMore();
    if (location.hash === compareAddress) void compare();
    else whole(goThere);
  });
  /** The buttons, which come after the heads. @type {ReturnType<typeof createPlayback> | null} */
  let playback = null;
  const focusStep = () => playback?.focusStep();
  const presenting = createPresenting(document.documentElement, () => {
    drawHeader();
    focusStep();
  });
  const header = createHeader(element("header"), dispatch, settings, { help: () => help(), script, share, compare, search: () => void search(), rules, rulesShown: () => !rulesPlace.hidden, presenting }, focusStep);
  const drawHeader = () => {
    const view = panels.view();
    if (view) header.draw(view);
  };
  // The heads are what people look at first: they are painted before all else is made but what stands above them.
  const above = frame ? [] : [header, createWelcome(element("elections"), settings), createSheet(element("sheetbar"), element("page"))];
  panels.add(...above, createServers(servers, dispatch, trouble));
  const comparing = location.hash === compareAddress;
  const hasCome = await restCame;
  const sought = await openNamed(comparing || !hasCome);
  await painted();
  playback = createPlayback(element("playback"), dispatch);
  createSkips(element("skips"));
  const lessonPlace = document.createElement("div");
  lessonPlace.className = "of-lesson";
  // In a frame the story is what a lesson asks, and nothing else.
  if (frame) element("story").replaceChildren(lessonPlace);
  const lesson = openedByLessons(lessonPlace, dispatch, focusStep);
  const around = frame
    ? [lesson, frame.createEmbed(element("sheetbar"), element("ladder"), linkHere, () => session.tell("link", say("page-too-long-to-open")))]
    : [
        createStory(element("story"), dispatch, help, lessonPlace),
        lesson,
        createSide(element("side"), dispatch),
      ];
  panels.add(
    ...around,
    createNotices(element("notices"), dispatch, focusStep),
    createLadder(element("ladder"), dispatch),
    playback,
    createKeys(document, dispatch, settings, () => help(), presenting.isOn),
    keptSearch,
    createTabTitle(),
  );
  if (!embedded) acceptFiles(dialogs, openFiles);
  if (comparing) await compare();
  if (sought !== null) await search({ bounds: sought });
  // Now, for who goes on when the connection is gone. What can't be had is asked for when it is needed, and here told where the address names it.
  if (hasCome) await loadRest().catch(() => {});
  else whole(goThere);

  /** Opens what the address names; one that Break it made opens that, too. */
  async function goThere() {
    const bounds = await openNamed();
    if (bounds !== null) await search({ bounds });
  }

  /**
   * Opens the run that the address names.
   * @param {boolean} [aside] Whether the address names none.
   * @returns {Promise<string | null>} The bounds of a search that it names beside the run, as they are written there; null where there is none, or where it can't be opened.
   */
  async function openNamed(aside = false) {
    const [, bounds = null, run] = /^#break\/([^/]*)\/(.*)$/s.exec(location.hash) ?? [];
    if (bounds !== null) history.replaceState(null, "", `#${run}`);
    const isThere = await address.open(aside);
    return isThere && !frame ? bounds : null;
  }
}

/** Closes whatever lies over the page. */
function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
}

/** What could not be had. @param {unknown} error Why. @returns {false} That it did not come. */
function isMissing(error) {
  console.error(error);
  return false;
}

/** The rules of protocols that were asked for. @type {Map<string, RuleRow[]>} */
const ruleRows = new Map();

/** @param {string} protocol A protocol. @returns {readonly RuleRow[]} Its rules. */
function rulesOf(protocol) {
  const rows = ruleRows.get(protocol) ?? readRules(protocol);
  ruleRows.set(protocol, rows);
  return rows;
}

/** @returns {{ draw(view: View): void }} The title of the browser's tab: what is open, then the page. */
function createTabTitle() {
  let shown = "";
  return {
    draw({ catalog: { lessons }, room, title }) {
      const lesson = lessons.find(({ name }) => room === `lesson-${name}`);
      const told = say("page-title", { open: lesson?.title ?? (room === "sandbox" ? say("header-sandbox") : title) });
      // The browser does much for a title, also for the same one.
      if (told !== shown) document.title = shown = told;
    },
  };
}

/**
 * @param {string} text A run's text.
 * @param {number} moment The moment to open it at.
 * @returns {Promise<string>} The whole page's address with that run in it, also from a frame.
 */
async function linkTo(text, moment) {
  const { encodeLink } = await import("./link/link.js");
  return new URL(await encodeLink(text, moment), location.href.replace(/[?#].*$/, "")).href;
}

/**
 * What a lesson asks, which is loaded with the first run that has a lesson. When that fails the run goes on without.
 * @param {HTMLElement} place Where it is drawn.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {() => void} rest Puts the focus on what goes on.
 * @returns {{ draw(view: View): void }} A panel.
 */
function openedByLessons(place, dispatch, rest) {
  /** @type {{ draw(view: View): void } | undefined} */
  let panel;
  let last = /** @type {View | undefined} */ (undefined);
  let isAsked = false;
  return {
    draw(view) {
      last = view;
      panel?.draw(view);
      if (isAsked || view.lesson === null) return;
      isAsked = true;
      Promise.all([import("./lesson/lesson.js"), learnPart("lesson")]).then(
        ([{ createLesson }]) => {
          panel = createLesson(place, dispatch, rest);
          if (last) panel.draw(last);
        },
        (error) => {
          console.error(error);
          isAsked = false;
        },
      );
    },
  };
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
