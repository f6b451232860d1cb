// Starts the page: draws its first screen, has all else brought (later.js), and connects the panels to what the page plays with (engine.js).

import { acceptFiles } from "./share/drop.js";
import { createHeader } from "./page/header.js";
import { createKeys } from "./page/keys.js";
import { createLadder } from "./ladder/ladder.js";
import { NotCome, createLater } from "./later.js";
import { createNotices } from "./page/notices.js";
import { createPanels, painted } from "./panels.js";
import { createPresenting } from "./page/present.js";
import { createPlayback } from "./playback/playback.js";
import { createServers } from "./servers/servers.js";
import { createSheet } from "./page/sheet.js";
import { createSide } from "./side/side.js";
import { createSkips } from "./page/skips.js";
import { StartTrouble, tellTrouble } from "./page/start-trouble.js";
import { createRoomSettings } from "./disks/room-settings.js";
import { hasOurs, loadSetting, openStorage, saveSetting } from "./disks/storage.js";
import { createStory } from "./page/story.js";
import { createWelcome } from "./page/welcome.js";
import { sayWritten } from "./page/written.js";
import { LANGUAGES, firstScreen, learnPart, speak } from "./words/languages.js";
import { say } from "./words/say.js";

/** @import { Engine } from "./engine.js" */
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

/** Whether all is as it was when the first screens were recorded: somebody who was never here, and disks that can be kept. */
const beginsAnew = !embedded && area.storage !== null && !hasOurs(area.storage);

/** What is said where the page will stand. */
const waking = element("waking");

window.begun = true;
const panels = createPanels();
// Not awaited, so that the bundler may leave what later parts share in the page's one script: a part that waits for this
// script to end would wait forever.
start().catch(standStill);

/** Long because: here each part is made, and given what it needs of the others. */
async function start() {
  const frame = embedded ? await import("./share/embed.js") : null;
  const settings = frame ? frame.settingsInFrame(remembered) : remembered;
  const speaking = speak(document.documentElement.lang);
  /** What the page plays with; null until it has come. @type {Engine | null} */
  let engine = null;
  /** The same, for what waits until it has come. */
  const playing = () => {
    if (!engine) throw new Error("what the page plays with has not come");
    return engine;
  };
  /** What the address names, or named before the side by side view was opened over it. */
  let named = location.hash === compareAddress ? "" : location.hash;
  let allMade = () => {};
  /** Comes when all panels are made. */
  const made = new Promise((/** @type {(value?: undefined) => void} */ resolve) => (allMade = resolve));
  const { load, whole, ask, openLater, loadedLater } = createLater({
    speaking,
    async play({ createEngine }) {
      /** As long as what was recorded is shown, the same is not drawn once more: it would be spoken, too. */
      let isShown = true;
      engine = createEngine({
        storage: embedded ? null : area.storage,
        trouble: embedded ? null : area.why,
        settings,
        draw(view) {
          isShown &&= panels.show(view);
          if (!isShown) panels.draw(view);
        },
      });
      await openNamed();
    },
    pause: () => engine?.session.pause(),
    failed,
  });
  // What is not on a recorded screen is needed for what is opened, and is asked for at once.
  const mayBeRecorded = beginsAnew && firstScreen(location.hash) !== null;
  if (!mayBeRecorded) load().catch(() => {});
  const language = await speaking;
  document.documentElement.lang = language.tag;
  if (language !== LANGUAGES[0]) sayWritten(document);
  delete document.documentElement.dataset["translating"];
  const recorded = mayBeRecorded ? firstScreen(location.hash) : null;
  /** What a person asks for can lead to anything that the page says. @type {Dispatch} */
  const dispatch = (intent) => whole(() => playing().session.dispatch(intent));
  const dialogs = element("dialogs");
  const help = openLater("help", async () => (await Promise.all([import("./page/help.js"), learnPart("glossary")]))[0].createHelp(dialogs, settings, { all: LANGUAGES, spoken: language, choose: changeLanguage }));
  const script = openLater("script", async () => {
    const panel = (await import("./page/script.js")).createScript(dialogs, dispatch, playing().session.script);
    panels.add(panel);
    return panel;
  });
  /**
   * What is drawn does not change its language, so the page begins anew. It is as it was left where that is kept; elsewhere the address takes
   * along what else would be lost.
   * @param {Language} chosen The language to speak from now on.
   */
  async function changeLanguage(chosen) {
    settings.set("language", chosen.tag);
    const there = new URL(location.href);
    if (!playing().keeper.keeps()) there.hash = new URL(await linkHere()).hash;
    if (!embedded && area.storage) there.searchParams.delete("lang");
    else there.searchParams.set("lang", chosen.tag);
    history.replaceState(null, "", there);
    location.reload();
  }
  const linkHere = () => playing().linkTo(playing().session.script(), panels.view()?.cursor ?? 0);
  /** @param {File[]} files What was chosen or dropped: one text file, if all is well. */
  async function openFiles(files) {
    closeDialogs();
    ask();
    const run = (/** @type {string} */ text) => {
      dispatch({ kind: "load", text, moment: 0 });
      return panels.view()?.fault ?? null;
    };
    const [opening] = await Promise.all([import("./share/opening.js"), learnPart("share"), load()]).catch(() => []);
    if (opening) await opening.openFile(files, { load: run, tell: (text) => tell("file", text) });
    else tell("file", say("page-not-loaded"));
    focusStep();
  }
  const share = openLater("share", async () => {
    const { createShare, drawPicture } = await import("./sharing.js");
    const panel = createShare(dialogs, { address: linkHere, script: playing().session.script, openFiles, picture: async (view, wish) => drawPicture(view, wish) });
    panels.add(panel);
    return panel;
  });
  const compare = openLater("compare", async () => {
    const { createCompare } = await import("./compare/compare.js");
    const { Run, catalog, starts, chart, session, address } = playing();
    return createCompare(dialogs, { Run, catalog, starts, chart, script: session.script, closed: () => address.leave(compareAddress) });
  });
  const kept = createRoomSettings(settings, "break", () => engine?.keeper.hindrance() === "other-tab");
  const searchPart = loadedLater("search", async () => {
    const { createSearch } = await import("./search/search.js");
    const { Run, rulesOf, linkTo, session } = playing();
    const panel = createSearch(dialogs, element("watch"), { Run, rulesOf, script: session.script, view: panels.view, dispatch, linkTo, kept });
    panels.add(panel);
    return { open: (/** @type {() => boolean} */ isWanted, /** @type {Parameters<typeof panel.open>[0]} */ wish) => isWanted() && panel.open(wish) };
  });
  /** @param {{ fromStart?: boolean, bounds?: string }} [wish] How it is to open. */
  const search = (wish) => {
    engine?.session.pause();
    return searchPart(ask(), wish);
  };
  let entered = "";
  /** Brings back what was open of it in a room. */
  const keptSearch = {
    draw(/** @type {View} */ { room }) {
      if (room !== entered && kept.get(room) !== null) void searchPart(() => true, { quietly: true });
      entered = room;
    },
  };
  const servers = element("servers");
  const trouble = loadedLater("trouble", async () => {
    const { createTrouble } = await import("./servers/trouble.js");
    const panel = createTrouble(servers, dispatch);
    panels.add(panel);
    return { open: (/** @type {() => boolean} */ isWanted, /** @type {Parameters<typeof panel.open>} */ ...whose) => isWanted() && panel.open(...whose) };
  });
  const rulesPlace = element("rules");
  const rules = openLater("rules", async () => {
    const { createRules } = await import("./rules/rules.js");
    const panel = createRules(rulesPlace, dispatch, playing().rulesOf, drawHeader, () => void search({ fromStart: true }), element("ladder"));
    panels.add(panel);
    return { open: () => (rulesPlace.hidden ? panel.open() : panel.close()) };
  });
  // A phone ends a hidden page without another word, so it has to be remembered by then.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) engine?.session.pause();
  });
  window.addEventListener("pagehide", ({ persisted }) => engine?.session.leave(persisted));
  window.addEventListener("hashchange", ({ oldURL }) => {
    if (engine?.address.isBack()) return;
    // They are about what was open, and on a phone Back is how one closes them.
    closeDialogs();
    ask();
    if (location.hash === compareAddress) {
      // What lies before it in the history, to which `leave` may go back. An entry to which somebody comes back knows that already.
      if (history.state === null) history.replaceState({ over: new URL(oldURL).hash }, "");
      return void compare();
    }
    named = location.hash;
    whole(openNamed);
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
  panels.add(...above, createServers(servers, dispatch, (name, button) => void trouble(ask(), name, button)));
  const comparing = location.hash === compareAddress;
  if (recorded) {
    panels.draw(recorded);
    // Who goes elsewhere before anything else has come shall find back.
    named = `#${recorded.room}`;
    history.replaceState(null, "", named);
  } else await load().catch(standIn);
  await painted();
  playback = createPlayback(element("playback"), dispatch);
  createSkips(element("skips"));
  const lessonPlace = document.createElement("div");
  lessonPlace.className = "of-lesson";
  // In a frame the story is what a lesson asks, and nothing else.
  if (frame) element("story").replaceChildren(lessonPlace);
  const lesson = openedByLessons(lessonPlace, dispatch, focusStep);
  const around = frame
    ? [lesson, frame.createEmbed(element("sheetbar"), element("ladder"), linkHere, () => tell("link", say("page-too-long-to-open")))]
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
  allMade();
  if (recorded) load().catch(tellBroken);

  /** Opens the run that the address names; one that Break it made opens that, too, with the bounds that are written before it. */
  async function openNamed() {
    const [, bounds = null, run] = /^#break\/([^/]*)\/(.*)$/s.exec(named) ?? [];
    if (bounds !== null) {
      named = `#${run}`;
      history.replaceState(null, "", named);
    }
    const isThere = await playing().address.open(named);
    if (isThere && !frame && bounds !== null) void made.then(() => search({ bounds }));
  }

  /**
   * Tells the person something, also before there is a session.
   * @param {string} id What it is about.
   * @param {string} text What there is to tell.
   */
  function tell(id, text) {
    if (engine) return engine.session.tell(id, text);
    const view = panels.view();
    if (view) panels.draw({ ...view, notices: [{ id, text, offers: [], dismissable: true }] });
  }

  /**
   * Shows the first screen, where that was recorded, in place of what can't be had now: that is opened when somebody asks for anything.
   * @param {unknown} error Why it can't be had.
   */
  function standIn(error) {
    const first = error instanceof NotCome && beginsAnew ? firstScreen("") : null;
    if (!first) throw error instanceof NotCome ? new StartTrouble(say("page-not-loaded"), say("start-reload")) : error;
    panels.draw(first);
    failed(error);
  }

  /** @param {unknown} error Why what somebody asked for is not done. */
  function failed(error) {
    console.error(error);
    if (error instanceof NotCome) tell("later", say("page-not-loaded"));
    else standStill(error);
  }
}

/**
 * What can't be had while a recorded screen stands is asked for again when it is needed.
 * @param {unknown} error Why the page can't go on.
 */
function tellBroken(error) {
  if (!(error instanceof NotCome)) standStill(error);
}

/**
 * Says in place of all panels that the page can't be played with.
 * @param {unknown} error Why.
 */
function standStill(error) {
  panels.end();
  for (const id of ["header", "notices", "story", "side", "sheetbar", "ladder", "servers"]) element(id).replaceChildren();
  element("playback").replaceChildren(waking);
  tellTrouble(error, waking);
}

/** Closes whatever lies over the page. */
function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
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
