// What a listener would miss besides the sentence of the step: what comes up elsewhere on the page, where the eye sees it.

import { say } from "../words/say.js";

/** @import { Notice, View } from "../types.js" */

/**
 * What is new at a view.
 * @param {View} before The view before.
 * @param {View} view The view after it.
 * @returns {string[]} Sentences, in the order in which they are said.
 */
export function newsBetween(before, view) {
  return [...broken(before, view), ...answered(before, view), ...told(before, view), ...newNotices(before.notices, view.notices), ...shownWhole(before, view)];
}

/**
 * What the lesson tells and asks where a step led. While it plays, the next step comes before that could be heard: then it is told where Play rests.
 * @param {Pick<View, "cursor" | "history" | "lesson" | "playing">} before The view before.
 * @param {Pick<View, "cursor" | "history" | "lesson" | "playing">} view The view after it.
 * @returns {string[]} The paragraphs of this moment, and how many answers there are to what the sentence of the step asks.
 */
function told(before, { cursor, history, lesson, playing }) {
  const moved = before.cursor !== cursor || before.history !== history;
  if (lesson === null || playing || !(moved || before.playing)) return [];
  const { question } = lesson;
  const isOpen = question !== null && question.said === null && question.moment === cursor;
  return [...lesson.tells.filter(({ moment }) => moment === cursor).map(({ text }) => plain(text)), ...(isOpen ? [say("status-answers", { count: question.choices.length })] : [])];
}

/**
 * @param {string} text A paragraph as a lesson writes it.
 * @returns {string} The same without its marks.
 */
function plain(text) {
  return text.replace(/`([^`]+)`|\*([^*\s][^*]*)\*/g, "$1$2");
}

/**
 * What came of an answer that was just given.
 * @param {Pick<View, "lesson">} before The view before.
 * @param {Pick<View, "cursor" | "lesson">} view The view after it.
 * @returns {string[]} What the person said and what came.
 */
function answered(before, { cursor, lesson }) {
  const question = lesson?.question;
  if (!question || question.said === null || question.moment !== cursor - 1) return [];
  const asked = before.lesson?.question;
  if (asked?.moment !== question.moment || asked.said !== null) return [];
  const { said } = question;
  const came = question.choices[question.truth] ?? "";
  const says = said === came ? [say("lesson-predicted-right", { came })] : [say("lesson-predicted-said", { said }), say("lesson-predicted-came", { came })];
  return says.map((one) => (/[.!?]”?$/.test(one) ? one : `${one}.`));
}

/**
 * What stands between the rows when a message is shown whole.
 * @param {Pick<View, "selected">} before The view before.
 * @param {Pick<View, "selected" | "whole">} view The view after it.
 * @returns {string[]} The exact text of a message that was not shown whole before.
 */
function shownWhole(before, { selected, whole }) {
  return selected === null || selected === before.selected || !whole ? [] : [say("status-exact-text", { id: whole.id, text: whole.wire })];
}

/**
 * The promises that a step broke; in another run than before, all that are broken where it stands.
 * @param {Pick<View, "frame" | "history">} before The view before.
 * @param {Pick<View, "frame" | "history">} view The view after it.
 * @returns {string[]} A sentence for each; none when the step went back.
 */
function broken(before, { frame, history }) {
  const { moment, invariants } = before.frame;
  const isSameRun = history[moment] === before.history[moment];
  if (isSameRun && frame.moment <= moment) return [];
  const known = new Set(isSameRun ? invariants.filter(({ holds }) => !holds).map(({ id }) => id) : []);
  // A goal is reached and left without a word.
  return frame.invariants.filter(({ id, kind, holds }) => kind === "always" && !holds && !known.has(id)).map(({ title, says }) => say("status-broken", { title, says }));
}

/**
 * The notices that were not there before.
 * @param {readonly Notice[]} before The notices before.
 * @param {readonly Notice[]} after The notices now.
 * @returns {string[]} Their texts.
 */
function newNotices(before, after) {
  if (before === after) return [];
  const known = new Set(before.map(({ id, text }) => `${id} ${text}`));
  return after.filter(({ id, text }) => !known.has(`${id} ${text}`)).map(({ text }) => text);
}
