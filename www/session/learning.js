// What a lesson asks and what the person said, and how far each lesson is done. Nothing of it touches the run: questions and
// goals are read off it, and answers are remembered beside it.

/** @import { Asked, Guide } from "../../pkg/catchup.js" */
/** @import { Timeline } from "./timeline.js" */
/** @import { LessonView, Progress, Settings } from "../types.js" */

/**
 * What a person said to a question, and what came, in no language: the question `asks` and the answers as the simulation spells them. So it holds in
 * every language, as long as the lesson asks the same there, and the same comes.
 * @typedef {{ moment: number, asks: string, said: string, came: string }} Prediction
 */

/** What is kept of a room. @typedef {{ state: Progress, answers: Prediction[] }} Record */

/** The setting under which all of it is kept. */
const SETTING = "progress";

/** @typedef {ReturnType<typeof createLearning>} Learning */

/**
 * @param {Timeline} timeline The run.
 * @param {Settings} settings Where progress is remembered between visits.
 * @param {() => string} roomNow Which room is open.
 */
export function createLearning(timeline, settings, roomNow) {
  const records = read(settings.get(SETTING));
  /** The run that was looked at, and what was found. */
  let seen = /** @type {unknown} */ (null);
  let guide = /** @type {Guide} */ ({ opens_at: null, tells: [], questions: [], goals: [], faults: [] });
  /** Questions that were worked out, by their moments. @type {Map<number, Asked | undefined>} */
  let worked = new Map();

  /** @returns {Record} What is known of the open room. */
  function record() {
    return records.get(roomNow()) ?? { state: "new", answers: [] };
  }

  /** @param {Record} changed What is known of the open room from now on. */
  function remember(changed) {
    const room = roomNow();
    const kept = read(settings.get(SETTING));
    // Other tabs may have gone on in the meantime. What is done in one of them is done.
    for (const [other, record] of kept) if (other !== room) records.set(other, record);
    records.set(room, kept.get(room)?.state === "done" ? { ...changed, state: "done" } : changed);
    // What a person did in the sandbox or with a link is not carried on.
    const lessons = [...records].filter(([room]) => room.startsWith("lesson-"));
    settings.set(SETTING, JSON.stringify(Object.fromEntries(lessons)));
  }

  /** Looks at the run, if it is another one than before. */
  function look() {
    if (seen === timeline.history) return;
    seen = timeline.history;
    guide = timeline.run.guide();
    worked = new Map();
  }

  /** @param {number} moment A moment. @returns {Asked | undefined} The question before the step that leads away from it. */
  function asked(moment) {
    if (!guide.questions.some((question) => question.moment === moment)) return undefined;
    if (!worked.has(moment)) worked.set(moment, timeline.run.ask(moment));
    return worked.get(moment);
  }

  /**
   * @param {number} moment A moment.
   * @param {Asked | undefined} question Its question.
   * @returns {LessonView["predictions"][number] | undefined} What was said to it; absent when nothing was, or the lesson was another one then.
   */
  function predictionAt(moment, question) {
    if (!question) return undefined;
    const { asks, says, answers, choices, truth } = question;
    const kept = record().answers.find((one) => one.moment === moment && one.asks === asks && one.came === answers[truth]);
    const said = choices[kept ? answers.indexOf(kept.said) : -1];
    return said === undefined ? undefined : { moment, says, said, came: choices[truth] ?? "" };
  }

  /** @returns {LessonView["question"]} The question that is open here, or was answered by the last step. */
  function questionHere() {
    const { cursor } = timeline.run;
    for (const moment of [cursor, cursor - 1]) {
      const question = asked(moment);
      if (!question) continue;
      const prediction = predictionAt(moment, question);
      // Who went on without an answer is not asked any more.
      if (moment < cursor && !prediction) continue;
      const place = guide.questions.findIndex((one) => one.moment === moment);
      return { ...question, moment, place: place + 1, of: guide.questions.length, hints: guide.questions[place]?.hints ?? [], said: prediction?.said ?? null };
    }
    return null;
  }

  return {
    /**
     * @param {boolean} atEnd Whether Step can't go on.
     * @returns {LessonView | null} What to draw of the lesson; null when the run has none.
     */
    view(atEnd) {
      look();
      const { tells, questions, goals, faults } = guide;
      if (tells.length + questions.length + goals.length + faults.length === 0) return null;
      const { cursor } = timeline.run;
      const reach = goals.some(({ moment }) => moment <= cursor) ? timeline.run.reach() : [];
      return {
        tells: tells.filter(({ moment }) => moment <= cursor),
        question: questionHere(),
        goals: goals.flatMap((goal, place) => {
          const { used = 0, reached_at = null } = reach[place] ?? {};
          return goal.moment <= cursor ? [{ ...goal, used, reached: reached_at }] : [];
        }),
        faults,
        asks: questions.map(({ moment }) => moment),
        predictions: atEnd ? questions.flatMap(({ moment }) => predictionAt(moment, asked(moment)) ?? []) : [],
      };
    },

    /** @returns {string | null} What is asked here and not answered yet; null for nothing. */
    pending() {
      look();
      const question = asked(timeline.run.cursor);
      return question && !predictionAt(timeline.run.cursor, question) ? question.says : null;
    },

    /**
     * Remembers an answer to the question that is open.
     * @param {string} said One of its choices.
     * @returns {boolean} Whether there is such a question.
     */
    answer(said) {
      look();
      const moment = timeline.run.cursor;
      const question = asked(moment);
      const spelling = question?.answers[question.choices.indexOf(said)];
      const came = question?.answers[question.truth];
      if (!question || spelling === undefined || came === undefined) return false;
      const { state, answers } = record();
      const others = answers.filter((one) => one.moment !== moment);
      remember({ state, answers: [...others, { moment, asks: question.asks, said: spelling, came }] });
      return true;
    },

    /** @param {number} moment Of which question the answer is forgotten. */
    forget(moment) {
      const { state, answers } = record();
      remember({ state, answers: answers.filter((one) => one.moment !== moment) });
    },

    /**
     * Takes note of how far the open lesson is done.
     * @param {Progress} state How far.
     */
    reached(state) {
      const before = record();
      if (before.state === "done" || before.state === state || !roomNow().startsWith("lesson-")) return;
      remember({ ...before, state });
    },

    /** @returns {Readonly<{ [lesson: string]: Progress }>} How far each lesson is done, by its name. */
    progress() {
      return Object.fromEntries([...records].filter(([room]) => room.startsWith("lesson-")).map(([room, { state }]) => [room.slice("lesson-".length), state]));
    },
  };
}

/**
 * Reads what was kept. Whatever is not as expected is left out: somebody may have changed it.
 * @param {string | null} kept What the storage has.
 * @returns {Map<string, Record>} By room.
 */
function read(kept) {
  /** @type {unknown} */
  let found = null;
  try {
    found = JSON.parse(kept ?? "null");
  } catch {
    // As if nothing had been kept.
  }
  /** @type {Map<string, Record>} */
  const records = new Map();
  for (const [room, value] of Object.entries(Object(found))) {
    const { state, answers } = Object(value);
    if ((state !== "new" && state !== "begun" && state !== "done") || !Array.isArray(answers)) continue;
    records.set(room, { state, answers: answers.filter(isPrediction) });
  }
  return records;
}

/**
 * @param {unknown} value What was kept.
 * @returns {value is Prediction} Whether it is one.
 */
function isPrediction(value) {
  const { moment, asks, said, came } = Object(value);
  return Number.isInteger(moment) && [asks, said, came].every((text) => typeof text === "string");
}
