// How the run goes on: by an action of a person, by Step, and by Play, which at the end of what is recorded goes on as on
// a calm day. Whatever restarts a server reads its disk first, which hands may have changed.

import { whyNoStep } from "./next.js";
import { createPlayer } from "./player.js";
import { say } from "../words/say.js";

/** @import { Learning } from "./learning.js" */
/** @import { Mending } from "./mending.js" */
/** @import { Notes } from "./notes.js" */
/** @import { Timeline } from "./timeline.js" */
/** @import { View } from "../types.js" */

/** With what Play chooses, where nothing is recorded. */
const SEED_OF_PLAY = 1;

/**
 * @param {object} world What is needed.
 * @param {Timeline} world.timeline The run.
 * @param {Mending} world.mending Whose disk can't be read.
 * @param {Learning} world.learning What a lesson asks.
 * @param {Notes} world.notes What the person is told.
 * @param {() => Pick<View, "frame" | "cursor" | "length" | "room">} world.place Where the run stands.
 * @param {() => void} world.show Draws what is now.
 * @param {(error: unknown) => void} world.failed Goes on after a step could not be taken.
 */
export function createSteps({ timeline, mending, learning, notes, place, show, failed }) {
  /** Goes one moment on: along the recorded run, and at its end by delivering the oldest message. */
  function step() {
    const { run, history } = timeline;
    const ahead = history[run.cursor + 1]?.[0];
    if (ahead?.kind === "restarted") {
      const changed = mending.readDisk(ahead.server);
      if (mending.staysDown(ahead.server)) return;
      if (changed) return timeline.act(`restart ${ahead.server}`);
    }
    if (run.cursor < run.length) timeline.goTo(run.cursor + 1);
    else timeline.act("step");
  }

  /** @returns {boolean} Whether Play goes on by itself at the end. A lesson ends where it ends. */
  function goesOnInCalm() {
    return !place().room.startsWith("lesson-") && timeline.frame.servers.some(({ prompts }) => prompts.length > 0);
  }

  /** Lets something be done that a calm day brings, and says so; when there is nothing, all stays as it is. */
  function stepInCalm() {
    const { status, run: { cursor } } = timeline;
    timeline.act(`calm ${SEED_OF_PLAY} 1`);
    if (timeline.run.cursor === cursor) timeline.say(status);
    else notes.tell("calm", say("play-goes-on", { seed: SEED_OF_PLAY }));
  }

  /** Takes a step of Play, and pauses it where there can be no other. */
  function playOn() {
    const from = timeline.run.cursor;
    if (whyNoStep(place()) === null) step();
    else stepInCalm();
    if (timeline.run.cursor === from || (whyNoStep(place()) !== null && !goesOnInCalm()) || learning.pending() !== null) player.pause();
    show();
  }

  const player = createPlayer(() => {
    try {
      playOn();
    } catch (error) {
      // Nobody else hears of what is thrown where a timer begins.
      player.pause();
      failed(error);
    }
    return timeline.status;
  });

  return {
    player,
    step,

    /** @param {string} line An action of a person. */
    act(line) {
      // Who delivers by hand what a lesson asks about goes on in the lesson.
      if (learning.pending() !== null && timeline.isNext(line)) return step();
      if (line.startsWith("restart ")) {
        const name = line.slice("restart ".length).trim();
        mending.readDisk(name);
        if (mending.staysDown(name)) return;
      }
      timeline.act(line);
    },
  };
}
