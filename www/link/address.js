// What the address bar names, and the browser's Back and Forward: a lesson, the sandbox, or a run in a link.
//
//     #lesson-NAME      a lesson
//     #sandbox          the sandbox
//     #1/MOMENT/…       a run in a link
//     nothing           the room that was open last; for who comes for the first time, the first lesson
//
// An entry of the history that was shown is marked, so that coming back to it is known from asking for it: then the room
// is shown as it was left, whichever moment its link names.

import { say } from "../words/say.js";
import { SANDBOX, roomOfLesson, roomOfText } from "../disks/room.js";

/** @import { Catalog } from "../../pkg/catchup.js" */
/** @import { Opening } from "../session/rooms.js" */
/** @import { Settings } from "../types.js" */

/** The mark of an entry of the history that was shown. */
const SHOWN = { shown: true };

/**
 * @typedef {object} World What the addresses are about.
 * @property {Catalog} catalog The lessons.
 * @property {Settings} settings Where the `address` of the room that was open last is remembered.
 * @property {(opening: Opening) => Promise<void>} open Opens a room.
 * @property {(id: string, text: string) => void} tell Tells the person something.
 */

/**
 * @param {World} world What the addresses are about.
 * @returns {{open: (aside?: boolean) => Promise<void>, go: (lesson: string) => Promise<void>}} `open` opens what the address names; with `aside` it opens what a plain address does, and leaves the bar alone. `go` goes to `sandbox` or a lesson, so that the browser's Back leads here again.
 */
export function createAddress({ catalog, settings, open, tell }) {
  /** Counts what was opened, since reading a link takes a while and somebody may go elsewhere meanwhile. */
  let opened = 0;

  /**
   * What an address without a run in it names.
   * @param {string} hash What stands behind the `#`, with it.
   * @returns {Opening | null} Null when it names nothing of the kind.
   */
  function roomAt(hash) {
    const { lessons, defaults } = catalog;
    if (hash === `#${SANDBOX}`) return { room: SANDBOX, text: defaults.text, moment: 0, fresh: false };
    const lesson = lessons.find(({ name }) => hash === `#${roomOfLesson(name)}`);
    return lesson ? { room: roomOfLesson(lesson.name), text: lesson.text, moment: lesson.opens_at, fresh: false } : null;
  }

  /**
   * @param {string} hash What stands behind the `#`, with it.
   * @param {boolean} fresh Whether somebody asks for it, as opposed to coming back.
   * @returns {Promise<Opening & {cut?: boolean} | null>} What it names, and whether it may have been cut; null when it names nothing.
   * @throws {Error} With a sentence, for a link that can't be read.
   */
  async function read(hash, fresh) {
    const room = roomAt(hash);
    if (room || hash.length < 2) return room;
    const { decodeLink } = await import("./link.js");
    const link = await decodeLink(hash);
    if (!link) return null;
    return { room: roomOfText(link.text), text: link.text, moment: link.moment, fresh, cut: !link.whole };
  }

  /** @returns {Promise<[string, Opening]>} What a plain address opens, with its own address. */
  async function usual() {
    const hash = settings.get("address") ?? "";
    const remembered = await read(hash, false).catch(() => null);
    if (remembered) return [hash, remembered];
    const [first] = catalog.lessons;
    const address = `#${first ? roomOfLesson(first.name) : SANDBOX}`;
    return [address, /** @type {Opening} */ (roomAt(address))];
  }

  return {
    async open(aside = false) {
      const ticket = ++opened;
      const { hash } = location;
      const fresh = history.state?.shown !== true;
      let trouble = null;
      /** @type {Awaited<ReturnType<typeof read>>} */
      let named = null;
      try {
        named = aside ? null : await read(hash, fresh);
      } catch (error) {
        trouble = say("link-trouble", { why: error instanceof Error ? error.message : `${error}` });
      }
      const [address, opening] = named ? [hash, named] : trouble ? ["", /** @type {Opening} */ (roomAt(`#${SANDBOX}`))] : await usual();
      if (ticket !== opened) return;
      if (!aside && address) mark("replaceState", address);
      if (address) settings.set("address", address);
      try {
        await open(opening);
      } catch (error) {
        // A link can be read, and its text not be a run.
        trouble = say("link-trouble", { why: error instanceof Error ? error.message : `${error}` });
        await open(/** @type {Opening} */ (roomAt(`#${SANDBOX}`)));
      }
      if (named?.cut && fresh && !trouble) trouble = say("link-cut");
      if (trouble) tell("link", trouble);
    },
    async go(lesson) {
      const address = `#${lesson === SANDBOX ? SANDBOX : roomOfLesson(lesson)}`;
      const opening = roomAt(address);
      if (!opening) return;
      opened++;
      mark("pushState", address);
      settings.set("address", address);
      await open(opening);
    },
  };
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
