// The session: carries out what panels ask for, and makes the view that everything is drawn from. The run itself is
// timeline.js, how it goes on steps.js, another in its place other-runs.js, rooms are rooms.js, disks that were changed by
// hand are mending.js, and what is told is notes.js.

import { askInstead } from "./instead.js";
import { createLearning } from "./learning.js";
import { createMending } from "./mending.js";
import { whatNext, whyNoStep } from "./next.js";
import { createNotes, sayError } from "./notes.js";
import { roomOfLesson } from "../disks/room.js";
import { createOtherRuns } from "./other-runs.js";
import { bringBack, createRooms } from "./rooms.js";
import { createSteps } from "./steps.js";
import { createTimeline } from "./timeline.js";
import { createWeather } from "./weather.js";
import { say } from "../words/say.js";

/** @import { Catalog, RuleRow } from "../../pkg/catchup.js" */
/** @import { Keeper } from "../disks/keeper.js" */
/** @import { RunClass } from "./remakes.js" */
/** @import { Opening } from "./rooms.js" */
/** @import { Failure, StorageTrouble } from "../disks/storage.js" */
/** @import { Dispatch, Intent, Settings, View } from "../types.js" */

/** How many of the client's commands are remembered for the form. */
const SENT_LIMIT = 100;

/** What a person asks for without going on in the run. */
const ASIDE = ["select", "speed", "dismiss", "copy_link", "play", "pause"];

/**
 * What the session needs of the world.
 * @typedef {object} World
 * @property {RunClass} Run The simulation.
 * @property {Catalog} catalog What may be chosen.
 * @property {(protocol: string) => readonly RuleRow[]} rulesOf Has the rules of a protocol.
 * @property {Keeper} keeper Keeps the disks.
 * @property {Settings} settings Where the progress of the lessons is remembered.
 * @property {StorageTrouble | null} storageTrouble Why nothing can be kept; null when it can.
 * @property {(view: View) => void} draw Draws a view.
 * @property {(text: string, moment: number) => Promise<string>} linkTo Makes the address that holds a run.
 * @property {(address: string) => Promise<boolean>} copy Copies an address; false when that is not allowed.
 * @property {(lesson: string) => Promise<void>} go Goes to `sandbox` or a lesson by its address, which opens it.
 * @property {() => void} forgetAll Removes everything that is ours from the storage and starts the page again.
 */

/**
 * Makes the session. Call `open` before anything else.
 * @param {World} world What it needs.
 * @returns {{dispatch: Dispatch, open: (opening: Opening) => Promise<void>, script: () => string, pause: () => void, leave: (returns: boolean) => void, lost: () => void, gained: () => void, storageFailed: (why: StorageTrouble) => void, tell: (id: string, text: string) => void}} What the page does with it.
 */
export function createSession(world) {
  const { Run, catalog, rulesOf, keeper, draw } = world;
  let selected = /** @type {number | null} */ (null);
  /** @type {string[]} */
  let sent = [];
  const notes = createNotes();
  const timeline = createTimeline(Run, keeper, {
    dropped: tellDropped,
    failed,
    full(name, whole) {
      notes.tell("storage-full", say(whole ? "disk-turned-out-full" : "disk-turned-out-full-and-left-out", { name }));
    },
    stood: (frame) => mending.stood(frame),
  });
  const mending = createMending(timeline, keeper, notes, failed);
  const learning = createLearning(timeline, world.settings, () => keeper.room);
  const rooms = createRooms({ Run, catalog, keeper, timeline, mending, notes, show });
  if (world.storageTrouble !== null) notes.keep("storage", say("storage-none", { why: say(world.storageTrouble) }));

  /** Where the run stands. */
  function place() {
    const { run, frame } = timeline;
    return { catalog, frame, cursor: run.cursor, length: run.length, room: keeper.room };
  }

  /** Draws what is now, and remembers it for the next visit. */
  function show() {
    const { run, history, status } = timeline;
    const whole = selected === null ? null : timeline.messageOf(selected);
    const stepBlocked = whyNoStep(place());
    const pending = learning.pending();
    const lesson = learning.view(stepBlocked !== null);
    if (!rooms.untouched()) learning.reached(stepBlocked === null ? "begun" : "done");
    keepRun();
    draw({
      ...place(),
      history,
      status: pending === null ? status : `${status} ${pending}`,
      stepBlocked,
      lesson,
      progress: learning.progress(),
      next: whatNext({ ...place(), lesson }),
      instead: askInstead(history, run.cursor),
      playing: player.playing(),
      running: weather.progress(),
      speed: player.speed,
      selected,
      whole,
      title: run.title || say("run-without-title"),
      protocol: run.protocol,
      rulesOff: run.switched_off,
      story: run.story,
      sent,
      notices: notes.list(),
      fault: others.fault,
      brokenDisks: mending.list(),
    });
  }

  /** Remembers the run, unless nothing was done. */
  function keepRun() {
    if (keeper.keeps()) keeper.rememberRun(rooms.untouched() ? null : timeline.remember());
  }

  /**
   * Sees to a write that failed outside of a step: the page goes on in memory.
   * @param {Failure | null} failure What happened; null when nothing did.
   */
  function failed(failure) {
    if (failure === null) return;
    keeper.giveUp();
    storageFailed(failure.why);
  }

  /** @param {StorageTrouble} why Why nothing can be kept from now on. */
  function storageFailed(why) {
    notes.drop("before", "other-tab");
    notes.keep("storage", say("storage-lost", { why: say(why) }));
  }

  /**
   * Says that what lay ahead is gone from the run, and offers it back.
   * @param {{text: string, moment: number, length: number}} before The run as it was.
   */
  function tellDropped({ text, moment, length }) {
    // Whatever has its number from now on is another message.
    if (selected !== null && !timeline.isSentBy(selected, moment)) selected = null;
    notes.keep("dropped", say("run-new-future", { count: length - moment }), [bringBack({ text, moment })]);
  }

  const steps = createSteps({ timeline, mending, learning, notes, place, show, failed: recover });
  const { player } = steps;
  const others = createOtherRuns({ Run, catalog, rulesOf, keeper, timeline, rooms, notes, forgetOldRun });
  const weather = createWeather(
    timeline,
    ({ title, moment }) => notes.keep("weather", say("weather-broke", { title, moment })),
    show,
  );

  /** Ends what goes on by itself: Play, and what the weather does. */
  function halt() {
    player.pause();
    weather.stop();
  }

  /** What concerned the run before is over. */
  function forgetOldRun() {
    mending.clear();
    selected = null;
  }

  async function copyLink() {
    const { text, moment } = timeline.remember();
    const address = await world.linkTo(text, moment);
    if (await world.copy(address)) notes.tell("link", say("run-link-copied"));
    else notes.tell("link", say("run-link-to-copy"), [], address);
  }

  /**
   * Goes on after what was asked for could not be done, and draws what is now. A person's mistake is told; a panic is a bug of ours: then the run
   * starts again from where it stood before.
   * @param {unknown} error What was thrown.
   */
  function recover(error) {
    if (error instanceof WebAssembly.RuntimeError) startAgain(error);
    else notes.tell("mistake", sayError(error));
    show();
  }

  /** @param {WebAssembly.RuntimeError} panic What was thrown. */
  function startAgain(panic) {
    console.error(panic);
    halt();
    timeline.startAgain();
    forgetOldRun();
    notes.keep("panic", say("simulation-broke"));
  }

  /**
   * Long because: one case for each kind.
   * @param {Intent} intent What a person asked for.
   */
  async function carryOut(intent) {
    if (!ASIDE.includes(intent.kind)) {
      halt();
      notes.pass();
    }
    switch (intent.kind) {
      case "act":
        steps.act(intent.line);
        break;
      case "acts":
        for (const line of intent.lines) steps.act(line);
        break;
      case "send":
        sent = [...sent.filter((command) => command !== intent.command), intent.command].slice(-SENT_LIMIT);
        timeline.act(`client ${intent.server} ${intent.command}`);
        break;
      case "seek":
        timeline.goTo(intent.moment);
        break;
      case "step":
        if (whyNoStep(place()) === null) steps.step();
        break;
      case "answer":
        if (learning.answer(intent.choice)) steps.step();
        break;
      case "ask_again":
        learning.forget(intent.moment);
        timeline.goTo(intent.moment);
        break;
      case "back":
        if (timeline.run.cursor > 0) timeline.goTo(timeline.run.cursor - 1);
        break;
      case "play":
        if (player.playing()) break;
        notes.pass();
        return player.play();
      case "pause":
        player.pause();
        break;
      case "settle":
        timeline.settle();
        break;
      case "let_run":
        return weather.run(intent.weather);
      case "stop":
        break;
      case "reset":
        others.reset();
        break;
      case "speed":
        player.speed = intent.speed;
        break;
      case "select":
        selected = intent.id;
        break;
      case "open":
        if (![intent.lesson, roomOfLesson(intent.lesson)].includes(keeper.room)) await world.go(intent.lesson);
        break;
      case "protocol":
        if (intent.name !== timeline.run.protocol) others.chooseProtocol(intent.name);
        break;
      case "rules":
        others.chooseRules(intent.off);
        break;
      case "show_rule":
        others.showRule(intent.name);
        break;
      case "load":
        others.load(intent.text, intent.moment);
        break;
      case "power_cut":
        rooms.powerCut();
        selected = null;
        break;
      case "copy_link":
        await copyLink();
        break;
      case "take_over":
        await rooms.take();
        break;
      case "forget":
        return world.forgetAll();
      case "repair":
        mending.mend(intent.server, intent.how);
        break;
      case "dismiss":
        notes.drop(intent.id);
        break;
      default:
        // A kind that is forgotten above is a type error.
        /** @satisfies {never} */ (intent);
    }
    show();
  }

  return {
    dispatch(intent) {
      carryOut(intent).catch(recover);
    },
    async open(opening) {
      halt();
      selected = null;
      await rooms.open(opening);
    },
    script: () => timeline.remember().text,
    pause() {
      player.pause();
      // A link takes a while to be unpacked, and the page may be hidden meanwhile.
      if (keeper.room !== "") show();
    },
    leave(returns) {
      keepRun();
      if (!returns) keeper.close();
    },
    gained() {
      halt();
      rooms.gained();
      selected = null;
      show();
    },
    lost() {
      // What goes on by itself here would count as what a person did since.
      halt();
      rooms.lost();
      show();
    },
    storageFailed,
    tell(id, text) {
      notes.tell(id, text);
      show();
    },
  };
}
