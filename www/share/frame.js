// HTML to be copied into a page of one's own: a frame that shows this run, at this moment.

import { html } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";

/** @import { Section } from "./share.js" */

/** A height at which the cards, some of the conversation and the controls fit, on a phone, too, in px. */
const HEIGHT = 680;

/**
 * @param {() => Promise<string>} address Makes the address of the run at this moment.
 * @param {() => void} show Draws the dialog again.
 * @returns {Section} The section.
 */
export function createFrame(address, show) {
  /** The HTML, or a sentence why there is none; empty while it is being made. */
  let made = { code: "", trouble: "" };
  /** The making of the HTML for what is shown. */
  let making = Promise.resolve();
  /** Counts what was made, since to pack a long run takes a while, and another may be shown by then. */
  let turn = 0;
  let copied = false;
  const field = document.createElement("textarea");

  /** @param {typeof made} now What there is. */
  function take(now) {
    made = now;
    field.value = now.code;
  }

  /** @param {string} title What the run is called. */
  async function make(title) {
    const mine = ++turn;
    const now = await address().then((there) => ({ code: frameOf(there, title), trouble: "" })).catch((error) => ({ code: "", trouble: error instanceof Error ? error.message : String(error) }));
    if (mine !== turn) return;
    take(now);
    show();
  }

  /** Copies the HTML; a browser that refuses leaves it selected, to be copied by hand. */
  async function copy() {
    await making;
    if (made.trouble) return;
    try {
      await navigator.clipboard.writeText(made.code);
      copied = true;
      show();
    } catch {
      field.focus();
      field.select();
    }
  }

  field.className = "field mono";
  field.rows = 4;
  field.readOnly = true;
  field.spellcheck = false;
  field.setAttribute("aria-label", say("share-frame-html"));
  field.setAttribute("translate", "no");

  return {
    content: () => html`<section aria-labelledby="share-frame">
      <h3 id="share-frame">${say("share-frame")}</h3>
      ${made.trouble
        ? html`<p>${made.trouble}</p>`
        : html`<p>${say("share-frame-what")}</p>
            ${field}
            <p class="row"><button class="btn" type="button" @click=${copy}>${icon(copied ? "check" : "copy")}${say(copied ? "share-html-copied" : "share-copy-html")}</button></p>`}
    </section>`,
    open({ title }) {
      copied = false;
      take({ code: "", trouble: "" });
      making = make(title);
    },
  };
}

/**
 * @param {string} address The whole page's address, with a run in it.
 * @param {string} title What the run is called.
 * @returns {string} HTML that shows it in a frame.
 * @throws {Error} With a sentence, where no other page could show it.
 */
export function frameOf(address, title) {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new Error(say("share-frame-local"));
  url.search = "embed";
  return `<iframe src="${escaped(url.href)}" title="${escaped(say("share-frame-name", { title }))}" width="100%" height="${HEIGHT}" style="border: 1px solid #8b8375" loading="lazy" allow="clipboard-write"></iframe>\n`;
}

/**
 * @param {string} text Any text.
 * @returns {string} The same within quotation marks in HTML.
 */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
