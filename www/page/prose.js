// The prose of a story: paragraphs with code, emphasis and words of the glossary. A word that is pressed is explained below its
// paragraph, so that nothing is covered, for touch, zoom and readers alike; pressed again, the explanation goes.

import { say } from "../words/say.js";
import { isTied, tied } from "../words/ties.js";
import { html, nothing } from "../drawing/template.js";
import { wordFor } from "../words/glossary-words.js";
import { learnPart } from "../words/languages.js";

/** @import { Word } from "../words/glossary-words.js" */

/** @typedef {{ text: string, look: string }} Paragraph `look` is its class; empty for none. */

/** @typedef {typeof import("../words/glossary.js")} Glossary */

/**
 * Makes the prose.
 * @param {() => void} redraw Draws the story again.
 * @param {(word: string) => void} explain Shows a word in the help, where the explanations can't be loaded.
 * @returns {(room: string, paragraphs: readonly Paragraph[]) => unknown} Draws the paragraphs of a room's story.
 */
export function createProse(redraw, explain) {
  /** Which word is explained, and below which paragraph. */
  let opened = /** @type {{ room: string, place: number, word: Word } | null} */ (null);
  let glossary = /** @type {Glossary | undefined} */ (undefined);

  /**
   * @param {string} room The open room.
   * @param {number} place The paragraph.
   * @param {Word} word What was pressed.
   */
  async function turn(room, place, word) {
    opened = isOpen(room, place, word) ? null : { room, place, word };
    redraw();
    if (opened === null) return;
    try {
      [glossary] = await Promise.all([import("../words/glossary.js"), learnPart("glossary")]);
      redraw();
      // The paragraph may end where what can be seen of the story ends.
      document.getElementById(`explained-${place}`)?.scrollIntoView({ block: "nearest" });
    } catch (error) {
      console.error(error);
      opened = null;
      redraw();
      explain(word);
    }
  }

  /**
   * @param {string} room The open room.
   * @param {number} place The paragraph.
   * @param {Word} word A word in it.
   * @returns {boolean} Whether it is explained.
   */
  function isOpen(room, place, word) {
    return opened?.room === room && opened.place === place && opened.word === word;
  }

  /**
   * @param {string} room The open room.
   * @param {number} place The paragraph.
   * @param {string} text What is emphasised in it.
   */
  function emphasised(room, place, text) {
    const word = wordFor(text);
    if (word === undefined) return html`<em>${text}</em>`;
    const isShown = isOpen(room, place, word);
    return html`<button class="word" type="button" aria-expanded=${isShown} aria-controls="explained-${place}" title=${say("prose-what")} @click=${() => turn(room, place, word)}>${text}</button>`;
  }

  /**
   * What explains the word that was pressed. The place is always there, so that what comes into it is told to who listens.
   * @param {string} room The open room.
   * @param {number} place The paragraph.
   */
  function explanation(room, place) {
    const isHere = opened !== null && opened.room === room && opened.place === place;
    const entry = isHere && opened && glossary ? glossary.glossary[opened.word] : undefined;
    return html`<div class="explained" id="explained-${place}" aria-live="polite">
      ${entry && opened && glossary
        ? html`<p><b>${say(entry.word)}</b>: ${say(entry.says)}${entry.section || opened.word === "paper" ? html` <a href=${glossary.paperAddress} rel="noopener">${entry.section ? say("prose-paper", { section: say(entry.section) }) : say("prose-read")}</a>` : nothing}</p>`
        : nothing}
    </div>`;
  }

  return (room, paragraphs) =>
    paragraphs.map(({ text, look }, place) => {
      const parts = text.split(/(`[^`]+`|\*[^*\s][^*]*\*)/);
      const words = parts.map((part, index) => {
        if (part.length > 2 && part.startsWith("`")) return html`<code translate="no">${part.slice(1, -1)}</code>`;
        if (part.length > 2 && part.startsWith("*")) {
          const end = tiedBehind(part, parts[index + 1]);
          return end === "" ? emphasised(room, place, part.slice(1, -1)) : html`<span class="tied">${emphasised(room, place, part.slice(1, -1))}${end}</span>`;
        }
        return tied(part.slice(tiedBehind(parts[index - 1] ?? "", part).length));
      });
      return html`<p class=${look || nothing}>${words}</p>
        ${text.includes("*") ? explanation(room, place) : nothing}`;
    });
}

/**
 * What must not part from an emphasised word: the signs right after it, and the number that it is tied to, “*term* 5”. The word is a button, at
 * whose end a line may break else.
 * @param {string} word The word with its asterisks.
 * @param {string | undefined} behind What follows it.
 * @returns {string} With the blank before it; empty for nothing.
 */
function tiedBehind(word, behind = "") {
  if (!word.endsWith("*") || behind === "") return "";
  const [, signs = "", number = ""] = /^(\S*)( \d\S*)?/.exec(behind) ?? [];
  return signs === "" && isTied(word.slice(1, -1), number.slice(1)) ? number : signs;
}
