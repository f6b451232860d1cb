// What can be written in a text: an example of each line, and what it does. The whole of it is in docs/language.md and docs/lessons.md.

import { html } from "../drawing/template.js";
import { say } from "../words/say.js";

/**
 * Some lines of the same kind.
 * @typedef {object} Kind
 * @property {string} title The message that names them.
 * @property {readonly Row[]} rows They.
 */

/**
 * Examples, parted by ` · ` where several are explained by the same message; that message; and, where an example goes on with words for people, theirs.
 * @typedef {readonly [examples: string, does: string, words?: string]} Row
 */

/** @type {readonly Kind[]} */
export const KINDS = [
  {
    title: "line-head",
    rows: [
      ["#", "line-story", "example-story"],
      ["title", "line-title", "example-title"],
      ["protocol raft", "line-protocol"],
      ["without no_op_first", "line-without"],
      ["servers tom dick harry", "line-servers"],
      ["voters tom dick", "line-voters"],
      ["disk tom 1 set a 1", "line-disk"],
      ["term tom 3", "line-term"],
    ],
  },
  {
    title: "line-actions",
    rows: [
      ["step · settle", "line-step"],
      ["client tom set b 2 · client tom get b", "line-client"],
      ["prompt tom timeout · prompt tom heartbeat", "line-prompt"],
      ["deliver 7 · drop 7 · duplicate 7", "line-deliver"],
      ["kill tom · restart tom · reload", "line-kill"],
      ["cut tom dick · heal tom dick", "line-cut"],
      ["full tom · free tom", "line-full"],
      ["wipe tom · keep tom 2 · damage tom 1 · disk tom 1 set c 3 · term tom 4", "line-by-hand"],
      ["start bob", "line-start"],
      ["calm 7 100 · storm 7 100", "line-calm"],
    ],
  },
  {
    title: "line-lesson",
    rows: [
      ["#>", "line-tell", "example-tell"],
      ["#? what will dick answer · #? whose log changes · #? who leads then · #? is entry 2 committed then · #? what is a at tom then", "line-question"],
      ["#! harry leads, in at most 2 actions · #! tom and dick lead · #! tom and dick disagree at index 2 · #! 3 servers have set b 2 · #! all logs are equal · #! an entry is committed with 2 servers down · #! a promise is broken", "line-goal"],
      ["#+", "line-hint", "example-hint"],
      ["#@ opens here", "line-opens"],
    ],
  },
];

/**
 * @param {Row} row Some examples that are explained alike.
 * @returns {string[]} Each as it stands in a text.
 */
export function linesOf([examples, , words]) {
  return examples.split(" · ").map((line) => (words ? `${line} ${say(words)}` : line));
}

/** The list, folded up. */
export function textLines() {
  return html`<details class="text-lines">
    <summary>${say("lines-title")}</summary>
    <p>${say("lines-says")}</p>
    ${KINDS.map(
      ({ title, rows }) =>
        html`<h3>${say(title)}</h3>
          <dl class="text-rows">
            ${rows.map((row) => html`<div><dt translate="no">${linesOf(row).map((line) => html`<code>${line}</code>`)}</dt><dd>${say(row[1])}</dd></div>`)}
          </dl>`,
    )}
  </details>`;
}
