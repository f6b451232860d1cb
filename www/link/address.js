// What the address bar names, and the browser's Back and Forward: a lesson, the sandbox, or a run in a link.
//
//     #lesson-NAME      a lesson
//     #sandbox          the sandbox
//     #1/MOMENT/…       a run in a link
//     #side-by-side     the side by side view, over the room that was open last (main.js)
//     nothing           the room that was open last; for who comes for the first time, the first lesson
//
// An entry of the history that was shown is marked, so that coming back to it is known from asking for it: then the room
// is shown as it was left, whichever moment its link names.

import { decodeLink } from "./link.js";
import { say } from "../words/say.js";
import { SANDBOX, roomOfLesson, roomOfText } from "../disks/room.js";

/** @import { Catalog } from "../../pkg/catchup.js" */
/** @import { Opening } from "../session/rooms.js" */
/** @import { Settings } from "../types.js" */

/** The mark of an entry of the history that was shown. */
const SHOWN = { shown: true };

/** A lesson's text that can't be had now, with a sentence for people. */
class NotLoaded extends Error {}

/**
 * @typedef {object} World What the addresses are about.
 * @property {Catalog} catalog The lessons.
 * @property {(lesson: string) => Promise<string>} textOf Has a lesson's text, unless it can't be loaded.
 * @property {(lesson: string, room: string) => Promise<string | null>} formerly Has a lesson's text in the language in which its run was left in a room; null when that is the one that is spoken, or nobody knows.
 * @property {(text: string) => string} withoutGuide Takes out what a lesson says and asks on the way.
 * @property {Settings} settings Where the `address` of the room that was open last is remembered.
 * @property {(opening: Opening) => Promise<void>} open Opens a room.
 * @property {(id: string, text: string) => void} tell Tells the person something.
 */

/**
 * @param {World} world What the addresses are about.
 * @returns {{open: (hash?: string) => Promise<boolean>, go: (lesson: string) => Promise<void>, leave: (closed: string) => void, isBack: () => boolean}} `open` opens what the address names, or what another one would, whose `hash` it is, and says whether that is there now; then the bar stays as it is. `go` goes to `sandbox` or a lesson, so that the browser's Back leads here again. `leave` goes back to the open room's own entry of the history where the bar still names what was `closed` over it, or shows the room's address there where that entry is not known to be the one before (`over`). `isBack` says whether the bar changed by that, so that the room is open already.
 */
export function createAddress({ catalog, textOf, formerly, withoutGuide, settings, open, tell }) {
  /** Counts what was opened, since reading a link takes a while and somebody may go elsewhere meanwhile. */
  let opened = 0;
  /** The open room's own address; empty for none. */
  let here = "";
  /** Whether the browser is asked to go back to the open room. */
  let leaving = false;

  /**
   * What an address without a run in it names.
   * @param {string} hash What stands behind the `#`, with it.
   * @returns {Promise<Opening | null>} Null when it names nothing of the kind.
   * @throws {NotLoaded} When a lesson's text can't be had.
   */
  async function roomAt(hash) {
    const { lessons, defaults } = catalog;
    if (hash === `#${SANDBOX}`) {
      const former = await formerly(defaults.lesson, SANDBOX);
      return { room: SANDBOX, text: withoutGuide(await textOf(defaults.lesson)), former: former && withoutGuide(former), moment: 0, fresh: false };
    }
    const lesson = lessons.find(({ name }) => hash === `#${roomOfLesson(name)}`);
    if (!lesson) return null;
    const room = roomOfLesson(lesson.name);
    try {
      return { room, text: await textOf(lesson.name), former: await formerly(lesson.name, room), moment: null, fresh: false };
    } catch (error) {
      throw new NotLoaded(say("page-not-loaded"), { cause: error });
    }
  }

  /**
   * @param {string} hash What stands behind the `#`, with it.
   * @param {boolean} fresh Whether somebody asks for it, as opposed to coming back.
   * @returns {Promise<Opening & {cut?: boolean} | null>} What it names, and whether it may have been cut; null when it names nothing.
   * @throws {Error} With a sentence, for a link that can't be read, or a lesson that can't be had.
   */
  async function read(hash, fresh) {
    const room = await roomAt(hash);
    if (room || hash.length < 2) return room;
    const link = await decodeLink(hash);
    if (!link) return null;
    return { room: roomOfText(link.text), text: link.text, former: null, moment: link.moment, fresh, cut: !link.whole };
  }

  /** @returns {Promise<[string, Opening]>} What a plain address opens, with its own address. */
  async function usual() {
    const hash = settings.get("address") ?? "";
    const remembered = await read(hash, false).catch((error) => {
      if (error instanceof NotLoaded) throw error;
      return null;
    });
    if (remembered) return [hash, remembered];
    const [first] = catalog.lessons;
    const address = `#${first ? roomOfLesson(first.name) : SANDBOX}`;
    return [address, /** @type {Opening} */ (await roomAt(address))];
  }

  /** @returns {Promise<Opening>} The sandbox, whose text has come with all others. */
  const sandbox = async () => /** @type {Opening} */ (await roomAt(`#${SANDBOX}`));

  /**
   * @param {string} hash What stands behind the `#`, with it.
   * @param {boolean} fresh Whether somebody asks for it, as opposed to coming back.
   * @returns {Promise<{ address: string, opening: Opening, isNamed: boolean, cut: boolean, trouble: string | null }>} What is to be opened, with its own address, empty for none; whether it is what was named, and may have been cut; and why it is not.
   */
  async function find(hash, fresh) {
    try {
      const named = await read(hash, fresh);
      const [address, opening] = named ? [hash, named] : await usual();
      return { address, opening, isNamed: named !== null, cut: named?.cut ?? false, trouble: null };
    } catch (error) {
      return { address: "", opening: await sandbox(), isNamed: false, cut: false, trouble: sayTrouble(error) };
    }
  }

  /**
   * Opens a room; where its text is no run, the sandbox, and its address is not remembered.
   * @param {string} address Its address; empty for none.
   * @param {Opening} opening The room.
   * @param {() => boolean} isLate Whether somebody went elsewhere meanwhile.
   * @returns {Promise<string | null>} Why it can't be opened; null when it can.
   */
  async function enter(address, opening, isLate) {
    const before = settings.get("address");
    here = address;
    if (address) settings.set("address", address);
    try {
      await open(opening);
      return null;
    } catch (error) {
      if (isLate()) return null;
      here = "";
      settings.set("address", before);
      const instead = await sandbox();
      if (!isLate()) await open(instead);
      return sayTrouble(error);
    }
  }

  return {
    async open(hash = location.hash) {
      const ticket = ++opened;
      const isLate = () => ticket !== opened;
      const fresh = history.state?.shown !== true;
      const { address, opening, isNamed, cut, trouble } = await find(hash, fresh);
      if (isLate()) return false;
      if (hash === location.hash && address) mark("replaceState", address);
      const wrong = (await enter(address, opening, isLate)) ?? trouble;
      if (isLate()) return false;
      if (wrong !== null) tell("link", wrong);
      else if (cut && fresh) tell("link", say("link-cut"));
      return isNamed && wrong === null;
    },
    async go(lesson) {
      const ticket = ++opened;
      const address = `#${lesson === SANDBOX ? SANDBOX : roomOfLesson(lesson)}`;
      /** @type {Opening | null} */
      let opening = null;
      try {
        opening = await roomAt(address);
      } catch (error) {
        if (ticket === opened) tell("later", sayTrouble(error));
      }
      if (!opening || ticket !== opened) return;
      mark("pushState", address);
      here = address;
      settings.set("address", address);
      await open(opening);
    },
    leave(closed) {
      if (location.hash !== closed) return;
      leaving = here !== "" && history.state?.over === here;
      if (leaving) history.back();
      // One that is empty leaves nothing behind the page's own.
      else mark("replaceState", here);
    },
    isBack() {
      const isBack = leaving && location.hash === here;
      leaving = false;
      return isBack;
    },
  };
}

/**
 * @param {unknown} error Why something can't be opened.
 * @returns {string} That it can't.
 */
function sayTrouble(error) {
  if (error instanceof NotLoaded) return error.message;
  return say("link-trouble", { why: error instanceof Error ? error.message : `${error}` });
}

/**
 * Shows an address in the bar, where there is one: a frame may have none of its own.
 * @param {"pushState" | "replaceState"} how Whether Back shall lead here.
 * @param {string} address What stands behind the `#`, with it.
 */
function mark(how, address) {
  try {
    history[how](SHOWN, "", address);
  } catch {
    // The page works without.
  }
}
