// The session: the only mutable state of the page. It holds the run and the cursor, carries out what panels ask for,
// sees to it that a step is on the disks before it is shown, and makes the view that everything is drawn from.

import { whatNext, whyNoStep } from "./next.js";
import { createPlayer } from "./player.js";
import { linesToMend } from "./recovery.js";
import { afterPowerCut, isRejected, withFullDisk } from "./remakes.js";
import { headUnder, splitScript } from "./run-text.js";
import { SANDBOX, roomOfLesson } from "./room.js";

/** @import { Catalog, Event, Frame, Run } from "../pkg/catchup.js" */
/** @import { Keeper } from "./keeper.js" */
/** @import { Failure } from "./storage.js" */
/** @import { BrokenDisk, Dispatch, Intent, Notice, View } from "./types.js" */

/** How many of the client's commands are remembered for the form. */
const SENT_LIMIT = 100;

/**
 * What the session needs of the world.
 * @typedef {object} World
 * @property {new (text: string) => Run} Run The simulation.
 * @property {Catalog} catalog What may be chosen.
 * @property {Keeper} keeper Keeps the disks.
 * @property {string | null} storage_trouble Why nothing can be kept; null when it can.
 * @property {(view: View) => void} draw Draws a view.
 * @property {(text: string, moment: number) => Promise<string>} encodeLink Makes the hash of a link.
 * @property {(hash: string) => void} showAddress Puts a hash into the address bar, `""` for none.
 * @property {(hash: string) => Promise<boolean>} copyAddress Copies the page's address with this hash; false when that is not allowed.
 * @property {() => void} forgetAll Removes everything that is ours from the storage and starts the page again.
 */

/**
 * How a room is opened.
 * @typedef {object} Opening
 * @property {string} room The room.
 * @property {string} text The room's own start.
 * @property {number} moment The moment of it to show.
 * @property {{text: string, moment: number}} [left] Where the room was left in this visit, to be shown instead.
 * @property {boolean} power_cut Whether to begin with what the room's disks hold, if anybody registered there.
 */

/**
 * Makes the session. Call `open` before anything else.
 * @param {World} world What it needs.
 * @returns {{dispatch: Dispatch, open: (opening: Opening) => Promise<void>, script: () => string, pause: () => void, leave: () => void, lost: () => void, tell: (notice: Notice) => void}} What the page does with it.
 */
export function createSession(world) {
  const { catalog, keeper, draw } = world;
  /** @type {Run} */
  let run;
  /** @type {Frame} */
  let frame;
  /** @type {Event[][]} */
  let history = [[]];
  /** The furthest moment visited since the last act: what the disks hold. */
  let tip = 0;
  let status = "";
  /** The run before the last act, to go on from when the simulation breaks: then nothing can be asked of it. */
  let safe = { text: "", moment: 0, length: 0 };
  /** The room's own start, to which Reset returns. */
  let start_text = "";
  /** The runs of rooms that were open before, to come back to. */
  const visited = /** @type {Map<string, {text: string, moment: number}>} */ (new Map());
  let selected = /** @type {number | null} */ (null);
  /** @type {string[]} */
  let sent = [];
  const notices = /** @type {Map<string, Notice>} */ (new Map());
  const broken = /** @type {Map<string, BrokenDisk>} */ (new Map());

  /** Draws what is now. */
  function show() {
    draw({
      ...place(),
      history,
      status,
      step_blocked: whyNoStep(place()),
      next: whatNext(place()),
      playing: player.playing(),
      speed: player.speed,
      selected,
      title: run.title || "A run without a title",
      protocol: run.protocol,
      story: run.story,
      sent,
      notices: [...notices.values()],
      broken_disks: [...broken.values()],
    });
  }

  /** @returns {{catalog: Catalog, frame: Frame, cursor: number, length: number, room: string}} Where the run stands. */
  function place() {
    return { catalog, frame, cursor: run.cursor, length: run.length, room: keeper.room };
  }

  /**
   * Shows a notice in place of an older one of its id.
   * @param {Notice} notice What to tell.
   */
  function tell(notice) {
    notices.delete(notice.id);
    notices.set(notice.id, notice);
  }

  /**
   * @param {string} id A notice's id.
   * @param {string} text What to tell.
   * @param {Notice["offers"]} offers What can be done about it.
   */
  function note(id, text, offers = []) {
    tell({ id, text, offers, dismissable: true });
  }

  /**
   * Stands at the run's cursor, whose frame this is.
   * @param {Frame} next The frame.
   */
  function stand(next) {
    frame = next;
    tip = Math.max(tip, frame.moment);
    const first = history[frame.moment]?.[0];
    status = first?.says ?? startSentence();
    for (const { name, up } of frame.servers) if (up) broken.delete(name);
  }

  /** @returns {string} The sentence for moment 0. */
  function startSentence() {
    const up = frame.servers.filter((server) => server.up).length;
    return up === 0 ? "This is the start. There is no server yet." : `This is the start: ${up === 1 ? "one server is" : `${up} servers are`} up, and nothing has been said.`;
  }

  /**
   * Puts another run in the place of this one, in the same room, and makes the disks hold it.
   * @param {string} text The run's text.
   * @param {number} moment Where to stand; the end if the run is shorter.
   * @throws {Error} When the text can't be read; then nothing has changed.
   */
  function replaceRun(text, moment) {
    const next = new world.Run(text);
    const at = next.seek(Math.min(moment, next.length));
    run?.free();
    run = next;
    safe = { text, moment: at.moment, length: run.length };
    history = run.events(0, run.length);
    tip = at.moment;
    broken.clear();
    selected = null;
    stand(at);
    kept(keeper.install(frame, run.protocol));
  }

  /**
   * Sees to a write that failed outside of a step: the page goes on in memory.
   * @param {Failure | null} failure What happened; null when nothing did.
   */
  function kept(failure) {
    if (failure === null) return;
    keeper.giveUp();
    note("storage", `The disks can’t be kept any longer, since ${failure.why}. The page goes on in memory: what you do now is lost when you leave.`);
  }

  /**
   * Says that what lay ahead is gone from the run, and offers it back.
   * @param {{text: string, moment: number, length: number}} before The run as it was.
   */
  function tellDropped({ text, moment, length }) {
    const gone = length - moment;
    const what = gone === 1 ? "step that lay ahead is" : `${gone} steps that lay ahead are`;
    note("dropped", `A new future begins here. The ${what} no longer part of the run.`, [bringBack({ text, moment })]);
  }

  /** @returns {{text: string, moment: number, length: number}} The run as it is now, to come back to. */
  function remember() {
    return { text: run.script(), moment: run.cursor, length: run.length };
  }

  /**
   * Applies a line at the cursor and writes what it changed.
   * @param {string} line An action.
   */
  function act(line) {
    const from = run.cursor;
    safe = remember();
    const before = run.length > from ? safe : null;
    const next = run.apply(line);
    const settled = next.events.at(-1);
    if (next.moment === from) {
      // Rejected, or a settle with nothing in flight: nothing has changed but what there is to say.
      status = settled?.says ?? status;
      return;
    }
    if (before) tellDropped(before);
    take(next, from);
    const failure = keeper.commit(next);
    if (failure === null) stand(next);
    else retrace(failure, from, next);
    if (settled?.kind === "settled") status = settled.says;
  }

  /**
   * Takes the events of new moments into the history.
   * @param {Frame} next The frame after them.
   * @param {number} from The moment before them.
   */
  function take(next, from) {
    history = history.slice(0, from + 1);
    for (const event of next.events) if (event.kind !== "settled") (history[event.moment] ??= []).push(event);
    tip = Math.min(tip, from);
  }

  /**
   * Goes to a moment of the run, and writes what lies between when it passes the tip.
   * @param {number} moment Where to go.
   */
  function goTo(moment) {
    const from = run.cursor;
    const next = run.seek(Math.max(0, Math.min(moment, run.length)));
    const failure = next.moment > tip ? keeper.commit(next) : null;
    if (failure === null) stand(next);
    else retrace(failure, from, next);
  }

  /**
   * The disks could not follow on the way to a moment, and are as they were. One moment at a time finds out where, and
   * there the server's disk is full.
   * @param {Failure} failure What happened.
   * @param {number} from The moment before.
   * @param {Frame} failed The frame that could not be written.
   */
  function retrace(failure, from, failed) {
    const server = failed.servers.find(({ name }) => name === failure.failed);
    if (!failure.full || !failure.undone || !server || server.full) {
      kept(failure);
      return stand(failed);
    }
    run.forget_writes();
    run.seek(from);
    if (failed.moment === from + 1) return takeAgainOnFullDisk(server.name);
    const length = run.length;
    for (let at = from + 1; at <= failed.moment && run.length === length; at++) goTo(at);
  }

  /**
   * So that the run replays as it happened, a full disk goes before the step as an action, and the step is taken
   * again. What lay ahead is taken up again as far as it still fits.
   * @param {string} name The server whose disk is full.
   */
  function takeAgainOnFullDisk(name) {
    const { text, moment, fits } = withFullDisk(world.Run, run, name);
    replaceRun(text, moment);
    goTo(moment + 1);
    const rest = fits ? "" : " What no longer fits of the recorded run was left out.";
    note("storage", `The browser’s storage is full, so ${name}’s disk is full from here on. Nothing that was written is lost.${rest}`);
  }

  /**
   * Before a server starts, its disk is compared with what the simulation thinks of it, so that what somebody did to
   * it by hand is read, and recorded as actions. The storage has their outcome already.
   * @param {string} name The server.
   * @returns {boolean} Whether there was anything to record, so that the run has a new future.
   */
  function readDisk(name) {
    const server = frame.servers.find((server) => server.name === name);
    if (!server || server.up || run.cursor !== tip || !keeper.keeps()) return false;
    const { lines, fault } = keeper.compare(server);
    const before = run.length > run.cursor ? remember() : null;
    for (const line of lines) {
      const from = run.cursor;
      const next = run.apply(line);
      if (isRejected(next)) break;
      take(next, from);
      stand(next);
    }
    if (fault) broken.set(name, { server: name, says: fault.says, good: fault.good, readable: fault.readable });
    else broken.delete(name);
    if (lines.length === 0) return false;
    note("hand", `Somebody changed ${name}’s disk by hand. The run has recorded it: ${lines.length === 1 ? lines[0] : `${lines.length} actions`}.`);
    if (before) tellDropped(before);
    return true;
  }

  /**
   * Whether a server has to stay down until the person chooses what to do with its disk, though the simulation would
   * start it: what is wrong is not an entry of its log. Then says so.
   * @param {string} name The server, whose disk was just read.
   * @returns {boolean} Whether it stays down.
   */
  function staysDown(name) {
    const server = frame.servers.find((server) => server.name === name);
    const found = broken.get(name);
    if (!found || !server || server.up || server.damaged.length > 0 || run.cursor !== tip) return false;
    status = `${name} can’t start: ${found.says}. First choose what is to become of its disk.`;
    return true;
  }

  /** Goes one moment on: along the recorded run, and at its end by delivering the oldest message. */
  function step() {
    const ahead = history[run.cursor + 1]?.[0];
    if (ahead?.kind === "restarted") {
      const changed = readDisk(ahead.server);
      if (staysDown(ahead.server)) return;
      if (changed) return act(`restart ${ahead.server}`);
    }
    if (run.cursor < run.length) goTo(run.cursor + 1);
    else act("step");
  }

  /** Goes to the end of the recorded run, and on until nothing is in flight. */
  function settle() {
    let length = -1;
    // A disk that turns out to be full on the way stops there, and makes the run longer.
    while (run.cursor < run.length && run.length !== length) {
      length = run.length;
      goTo(length);
    }
    if (frame.in_flight.length > 0) act("settle");
  }

  const player = createPlayer(() => {
    const from = run.cursor;
    if (whyNoStep(place()) === null) step();
    if (run.cursor === from || whyNoStep(place()) !== null) player.pause();
    show();
    return status;
  });

  /**
   * Mends a disk as the person chose, lets the simulation follow, and starts the server.
   * @param {string} name The server.
   * @param {"keep" | "take" | "wipe"} how What they chose.
   */
  function mend(name, how) {
    if (keeper.keeps() && run.cursor === tip) {
      kept(keeper.repair(name, how));
      readDisk(name);
      notices.delete("hand");
    } else {
      const server = frame.servers.find((server) => server.name === name);
      for (const line of server ? linesToMend(server, how) : []) act(line);
    }
    act(`restart ${name}`);
  }

  /**
   * Opens a room.
   * @param {Opening} opening Which, and how.
   */
  async function open({ room, text, moment, left, power_cut }) {
    if (run) visited.set(keeper.room, { text: run.script(), moment: run.cursor });
    const asked = keeper.open(room);
    for (const id of ["dropped", "reset", "hand", "other-tab", "before"]) notices.delete(id);
    start_text = text;
    if (world.storage_trouble !== null) note("storage", `${world.storage_trouble} The page works in memory: what you do is lost when you leave.`);
    const before = keeper.runBefore();
    const found = power_cut ? keeper.read() : null;
    if (found) bringBackPower(found, before?.text ?? "title After the power cut", text);
    else replaceRun(left?.text ?? text, left?.moment ?? moment);
    const intent = before && /** @type {const} */ ({ kind: "load", ...before });
    if (found) {
      const offers = intent ? [{ label: "Open the run before the power cut", intent }] : [];
      note("before", "The page was loaded again, which is a power cut for every server. What was on the disks is still there.", offers);
    } else if (intent && before.text !== run.script()) {
      note("before", "You have been in this room before.", [{ label: "Open the run from then", intent }]);
    }
    show();
    const shown = frame;
    await asked;
    if (keeper.room !== room) return;
    if (keeper.keeps()) {
      // After a power cut the disks are what the run began with, unless somebody has acted in the meantime.
      if (!found || frame !== shown) kept(keeper.install(frame, run.protocol));
    } else if (world.storage_trouble === null) {
      if (found && frame === shown) replaceRun(text, moment);
      notices.delete("before");
      tellOtherTab("Another tab has this room open, so this one works in memory.");
    }
    show();
  }

  /**
   * Begins a run with what a room's disks hold.
   * @param {import("./disk-reading.js").Room} found What was found on them.
   * @param {string} before The text of the run before, which knows the title and the story; may be empty.
   * @param {string} fallback The room's own start, for when the disks can't be used at all.
   */
  function bringBackPower(found, before, fallback) {
    if (found.fault) note("registry", found.fault);
    try {
      const made = afterPowerCut(world.Run, found, before, catalog.protocols[0]?.name ?? "", keeper.compare);
      run?.free();
      run = made.run;
      safe = remember();
      history = run.events(0, run.length);
      tip = run.cursor;
      broken.clear();
      selected = null;
      stand(made.frame);
      for (const { name, fault } of found.servers) {
        if (fault) broken.set(name, { server: name, says: fault.says, good: fault.good, readable: fault.readable });
      }
    } catch (error) {
      keeper.giveUp();
      note("storage", `The disks in this browser can’t be used: ${sayError(error)} They are left as they are, and the page works in memory. “Forget everything here” begins anew.`);
      replaceRun(fallback, 0);
    }
  }

  /** @param {string} text What happened. */
  function tellOtherTab(text) {
    tell({ id: "other-tab", text, offers: [{ label: "Take over here", intent: { kind: "take_over" } }], dismissable: false });
  }

  /**
   * Opens the sandbox or a lesson, where it was left in this visit.
   * @param {string} name `sandbox` or a lesson's name.
   */
  async function choose(name) {
    const lesson = catalog.lessons.find((lesson) => lesson.name === name);
    const room = lesson ? roomOfLesson(name) : SANDBOX;
    if (room === keeper.room) return;
    const own = lesson?.text ?? catalog.defaults.text;
    const left = visited.get(room);
    world.showAddress(lesson ? `#${room}` : "");
    await open({ room, text: own, moment: 0, ...(left && { left }), power_cut: room === SANDBOX && !left });
  }

  /**
   * Replays the start under another protocol.
   * @param {string} name The protocol.
   */
  function chooseProtocol(name) {
    const before = remember();
    const { head } = splitScript(before.text, run.length);
    replaceRun(headUnder(head, name), 0);
    const title = catalog.protocols.find((protocol) => protocol.name === name)?.title ?? name;
    note("dropped", `The same start, under “${title}”. The run before it was put aside.`, [bringBack(before)]);
  }

  async function copyLink() {
    const hash = await world.encodeLink(run.script(), run.cursor);
    const copied = await world.copyAddress(hash);
    if (copied) note("link", "The link is copied. It holds the whole run, and opens at this moment.");
    else {
      world.showAddress(hash);
      note("link", "Your browser doesn’t let the page copy. The link stands in the address bar now: it holds the whole run, and opens at this moment.");
    }
  }

  /**
   * Goes on after an intent could not be carried out. A person's mistake is told; a panic is a bug of ours: then the run
   * starts again from where it stood before.
   * @param {unknown} error What was thrown.
   */
  function recover(error) {
    if (!(error instanceof WebAssembly.RuntimeError)) return note("script", sayError(error));
    console.error(error);
    player.pause();
    // The run is left as it broke: to free it would only break again.
    run = new world.Run(safe.text);
    replaceRun(safe.text, safe.moment);
    note("panic", "The simulation broke: that is a bug in this page, and nothing that you did wrong. The run has started again from just before. Its text is under Script; please send it along when you report this.");
  }

  /** @param {Intent} intent What a person asked for. */
  async function carryOut(intent) {
    if (!["select", "speed", "dismiss", "copy_link", "play"].includes(intent.kind)) player.pause();
    switch (intent.kind) {
      case "act":
        if (intent.line.startsWith("restart ")) {
          const name = intent.line.slice("restart ".length).trim();
          readDisk(name);
          if (staysDown(name)) break;
        }
        act(intent.line);
        break;
      case "send":
        sent = [...sent.filter((command) => command !== intent.command), intent.command].slice(-SENT_LIMIT);
        act(`client ${intent.server} ${intent.command}`);
        break;
      case "seek":
        goTo(intent.moment);
        break;
      case "step":
        if (whyNoStep(place()) === null) step();
        break;
      case "back":
        if (run.cursor > 0) goTo(run.cursor - 1);
        break;
      case "play":
        if (!player.playing()) return player.play();
        break;
      case "pause":
        break;
      case "settle":
        settle();
        break;
      case "reset": {
        const before = remember();
        replaceRun(start_text, 0);
        note("dropped", "Back at this room’s own start; its disks were written anew.", [bringBack(before)]);
        break;
      }
      case "speed":
        player.speed = intent.speed;
        break;
      case "select":
        selected = intent.id;
        break;
      case "open":
        await choose(intent.lesson);
        break;
      case "protocol":
        chooseProtocol(intent.name);
        break;
      case "load": {
        notices.delete("script");
        const before = remember();
        replaceRun(intent.text, intent.moment);
        notices.delete("before");
        note("dropped", "Another run was opened in this room.", [bringBack(before)]);
        break;
      }
      case "copy_link":
        await copyLink();
        break;
      case "take_over":
        await keeper.takeOver();
        if (keeper.keeps()) {
          notices.delete("other-tab");
          kept(keeper.install(frame, run.protocol));
        }
        break;
      case "forget":
        return world.forgetAll();
      case "repair":
        mend(intent.server, intent.how);
        break;
      case "dismiss":
        notices.delete(intent.id);
        break;
    }
    show();
  }

  return {
    dispatch(intent) {
      carryOut(intent).catch((error) => {
        recover(error);
        show();
      });
    },
    open,
    script: () => run.script(),
    pause() {
      player.pause();
      show();
    },
    leave: () => keeper.rememberRun(run.length > 0 ? remember() : null),
    lost() {
      tellOtherTab("Another tab took this room over, so this one works in memory from now on.");
      show();
    },
    tell(notice) {
      tell(notice);
      show();
    },
  };
}

/**
 * @param {{text: string, moment: number}} before A run, and where it stood.
 * @returns {Notice["offers"][number]} The offer to open it again.
 */
function bringBack({ text, moment }) {
  return { label: "Bring it back", intent: { kind: "load", text, moment } };
}

/**
 * @param {unknown} error What was thrown.
 * @returns {string} A sentence.
 */
function sayError(error) {
  return error instanceof Error ? error.message : String(error);
}
