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
  return [...broken(before, view), ...newNotices(before.notices, view.notices)];
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
