// The run and where it stands: acting at the cursor, moving it, and seeing to it that what happened is on the disks
// before it is shown. What a person is told about all that, the session decides.

import { unpack } from "./outlines.js";
import { isRejected } from "./remakes.js";
import { createScriptParts, textOf } from "./script-parts.js";
import { say } from "../words/say.js";

/** @import { Frame, Message, Outline, Run } from "../../pkg/catchup.js" */
/** @import { Keeper } from "../disks/keeper.js" */
/** @import { RunClass } from "./remakes.js" */
/** @import { Failure } from "../disks/storage.js" */

/**
 * A run as it was, to come back to.
 * @typedef {object} Standing
 * @property {readonly string[]} parts Its text in parts, as run-memory.js keeps it: the same array as long as the run is the same.
 * @property {string} text Its text, put together when it is asked for.
 * @property {number} moment The moment that was shown.
 * @property {number} tip The furthest moment visited since the last act: what the disks held.
 * @property {number} length How many moments it had.
 */

/**
 * What the timeline tells.
 * @typedef {object} Told
 * @property {(before: Standing) => void} dropped What lay ahead is no longer part of the run.
 * @property {(failure: Failure | null) => void} failed A write failed outside of a step; null when nothing did.
 * @property {(server: string, whole: boolean) => void} full A disk turned out to be full, and the run has recorded it; `whole` unless some of what lay ahead no longer fitted.
 * @property {(frame: Frame) => void} stood Another moment is shown.
 */

/** @typedef {ReturnType<typeof createTimeline>} Timeline */

/**
 * Long because: what it holds is changed from here alone, and each part of it is small.
 * @param {RunClass} Run The simulation.
 * @param {Keeper} keeper Keeps the disks.
 * @param {Told} told Is told what happens.
 */
export function createTimeline(Run, keeper, told) {
  /** @type {Run} */
  let run;
  /** @type {Frame} */
  let frame;
  /** What happened in each moment, without the sentences. @type {Outline[][]} */
  let history = [[]];
  /** The message that was asked for last, with the moment of its sending. */
  let asked = { id: 0, sent: /** @type {Outline[] | undefined} */ (undefined), message: /** @type {Message | null} */ (null) };
  let tip = 0;
  let status = "";
  const script = createScriptParts();
  /** The run before the last act, or as it was read, to go on from when the simulation breaks: then nothing can be asked of it. */
  let safe = /** @type {Pick<Standing, "text" | "moment">} */ ({ text: "", moment: 0 });

  /** @returns {Standing} The run as it is now. */
  function remember() {
    const parts = script.of(run);
    return {
      parts,
      get text() {
        return textOf(parts);
      },
      moment: run.cursor,
      tip,
      length: run.length,
    };
  }

  /**
   * Shows a moment.
   * @param {Frame} next The frame of the run's cursor.
   */
  function stand(next) {
    frame = next;
    tip = Math.max(tip, frame.moment);
    status = frame.events.find(({ moment }) => moment === frame.moment)?.says ?? startSentence(frame);
    told.stood(frame);
  }

  /**
   * Takes a run in place of the one before, as it stands. Nothing is written.
   * @param {Run} next The run.
   * @param {number} [moment] Where to stand; the end if it is shorter. Where it stands already when left out.
   * @param {number} [furthest] The tip; what is shown when left out.
   * @param {string} [text] The text that it was read from, if that is at hand: to have a long run write its own takes a while.
   */
  function adopt(next, moment = next.cursor, furthest = moment, text = next.script()) {
    const end = Math.min(furthest, next.length);
    if (end > moment) next.seek(end);
    const at = next.seek(Math.max(0, Math.min(moment, next.length)));
    run?.free();
    run = next;
    script.change(0);
    history = unpack(run.outline(0, run.length));
    tip = end;
    stand(at);
    safe = { text, moment: run.cursor };
  }

  /** Makes the disks hold the tip, whatever lay there. */
  function install() {
    const at = run.cursor;
    const furthest = tip === at ? frame : run.seek(tip);
    told.failed(keeper.install(furthest, run.room_head));
    if (tip !== at) run.seek(at);
  }

  /**
   * Puts another run in the place of this one, in the same room, and makes the disks hold it.
   * @param {string} other The run's text.
   * @param {number} moment Where to stand; the end if the run is shorter.
   * @throws {Error} When the text can't be read; then nothing has changed.
   */
  function replace(other, moment) {
    adopt(new Run(other), moment, moment, other);
    install();
  }

  /**
   * Takes the events of new moments into the history.
   * @param {Frame} next The frame after them.
   * @param {number} from The moment before them.
   */
  function take(next, from) {
    script.change(from);
    history = history.slice(0, from + 1).concat(unpack(run.outline(from + 1, next.moment)));
    tip = Math.min(tip, from);
  }

  /**
   * Applies a line at the cursor and writes what it changed.
   * @param {string} line An action.
   */
  function act(line) {
    const from = run.cursor;
    const before = remember();
    safe = before;
    const next = run.apply(line);
    const settled = next.events.at(-1);
    if (next.moment === from) {
      // Rejected, or a settle with nothing in flight: nothing has changed but what there is to say.
      status = settled?.says ?? status;
      return;
    }
    if (before.length > from) told.dropped(before);
    take(next, from);
    const failure = keeper.commit(next);
    if (failure === null) stand(next);
    else retrace(failure, from, next);
    // Of a single moment there is more to be said than that it went by.
    if (settled?.kind === "settled" || (settled?.kind === "let_run" && settled.moments !== 1)) status = settled.says;
  }

  /**
   * Applies lines that say what lies in the storage already.
   * @param {readonly string[]} lines Actions.
   * @returns {string[]} Those that were recorded: up to one that means nothing here, such as a term where none is kept.
   */
  function record(lines) {
    const recorded = [];
    const before = remember();
    for (const line of lines) {
      const from = run.cursor;
      const next = run.apply(line);
      if (isRejected(next)) break;
      take(next, from);
      stand(next);
      recorded.push(line);
    }
    if (recorded.length > 0 && before.length > before.moment) told.dropped(before);
    return recorded;
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
      told.failed(failure);
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
    const whole = run.insert(`full ${name}`);
    const at = run.cursor;
    script.change(at - 1);
    history = unpack(run.outline(0, run.length));
    tip = Math.min(tip, at);
    stand(run.seek(at));
    goTo(at + 1);
    told.full(name, whole);
  }

  /**
   * The whole of a message, which the history does not have.
   * @param {number} id The message's id.
   * @returns {Message | null} Null when the run sends no such message.
   */
  function messageOf(id) {
    const sends = sendsOf(id);
    if (asked.id !== id || asked.sent === undefined || !history.includes(asked.sent)) {
      const moment = history.findIndex((events) => events.some(sends));
      const event = moment < 0 ? undefined : run.events(moment, moment)[0]?.find(sends);
      asked = { id, sent: history[moment], message: event !== undefined && "message" in event ? event.message : null };
    }
    return asked.message;
  }

  /**
   * @param {number} id A message's id.
   * @param {number} moment A moment.
   * @returns {boolean} Whether it is sent by then.
   */
  function isSentBy(id, moment) {
    const sends = sendsOf(id);
    return history.slice(0, moment + 1).some((events) => events.some(sends));
  }

  return {
    get run() {
      return run;
    },
    get frame() {
      return frame;
    },
    get history() {
      return history;
    },
    get tip() {
      return tip;
    },
    /** Whether what is shown lies on the disks. */
    get atTip() {
      return run.cursor === tip;
    },
    get status() {
      return status;
    },
    /**
     * @param {string} line An action.
     * @returns {boolean} Whether the recorded run goes on with it.
     */
    isNext(line) {
      const next = run.cursor + 1;
      return next <= run.length && run.script_of(next, next).split("\n").some((one) => one === line);
    },
    /** @param {string} says What there is to say instead. */
    say(says) {
      status = says;
    },
    messageOf,
    isSentBy,
    remember,
    adopt,
    install,
    replace,
    act,
    record,
    goTo,

    /** Goes to the end of the recorded run, and on until nothing is in flight. */
    settle() {
      let length = -1;
      // A disk that turns out to be full on the way stops there, and makes the run longer.
      while (run.cursor < run.length && run.length !== length) {
        length = run.length;
        goTo(length);
      }
      if (frame.in_flight.length > 0) act("settle");
    },

    /** Starts again from before the last act, since the simulation broke. The broken run is left as it is: to free it would only break again. */
    startAgain() {
      run = new Run(safe.text);
      replace(safe.text, safe.moment);
    },
  };
}

/** @param {number} id A message's id. @returns {(event: {kind: string, message?: {id: number}}) => boolean} Whether an event puts that message in flight. */
function sendsOf(id) {
  return ({ message }) => message?.id === id;
}

/**
 * @param {Frame} frame The frame of moment 0.
 * @returns {string} Its sentence.
 */
function startSentence({ servers }) {
  return say("start-of-run", { up: servers.filter((server) => server.up).length });
}
