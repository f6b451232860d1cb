// The story beside the run: what to read, what to try next, where it comes from, and what a disk in a browser is worth.

import { html, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { markFor } from "../drawing/mark.js";
import { createProse } from "./prose.js";
import { say, sayAround } from "../words/say.js";

/** @import { Dispatch, View } from "../types.js" */

/** More buttons than this would hide what comes next among what could be done instead. */
const mostOffers = 2;
/** How much of what was told before is seen above what is told now. */
const roomAbovePx = 32;

/**
 * Makes the story.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {(word: string) => void} explain Shows a word in the help, where it can’t be explained here.
 * @param {HTMLElement} lesson Where the lesson’s questions and goals are drawn.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createStory(root, dispatch, explain, lesson) {
  root.replaceChildren();
  let last = /** @type {View | undefined} */ (undefined);
  const prose = createProse(() => last && panel.draw(last), explain);
  const panel = {
    /** @param {View} view What to draw. */
    draw(view) {
      const isNew = view.cursor !== last?.cursor || view.room !== last.room;
      last = view;
      render(
        html`
          ${progress(view)}
          <h2>${view.title}</h2>
          <div class="prose">${prose(view.room, [...view.story.map((text) => ({ text, look: "" })), ...told(view)])}</div>
          ${lesson}
          <div class="goal">
            ${icon("flag")}
            <p><b>${say("story-next")}</b><span>${view.next.says}</span></p>
            ${others(offers(view), dispatch)}
          </div>
          <div class="small-print">
            <details>
              <summary>${say("story-disks")}</summary>
              <p>
                ${say("story-disks-say")}
              </p>
              <button class="btn small" type="button" @click=${() => dialogOf(root)?.showModal()}>${say("story-forget")}</button>
            </details>
            <p>
              ${sayAround("story-sources", {
                article: html`<a href="https://chelseatroy.com/2020/01/08/raft-4-bare-minimum-log-replication/" rel="noopener">${say("story-article")}</a>`,
                paper: html`<a href="https://raft.github.io/raft.pdf" rel="noopener">${say("story-paper")}</a>`,
              })}
            </p>
            <p>${licences()}</p>
          </div>
          ${forgetDialog(dispatch)}
        `,
        root,
      );
      if (isNew) showNow(root);
    },
  };
  return panel;
}

/** @returns {readonly unknown[]} Under which licences the page is, and where its source lies, as far as whoever built it said. */
function licences() {
  const address = import.meta.env.VITE_SOURCE;
  return typeof address !== "string" || address === "" ? [say("story-licences")]
    : sayAround("story-licences-and-source", { source: html`<a href=${address} rel="noopener">${address.replace(/^https?:\/\//, "")}</a>` });
}

/**
 * Scrolls to what is told at this moment, which stands below all that was told before. Only the story is scrolled: where it
 * can't be, nothing around it moves.
 * @param {HTMLElement} root Where the story was drawn.
 */
function showNow(root) {
  const now = root.querySelector(".told.now");
  if (now instanceof HTMLElement) root.scrollTop = now.offsetTop - roomAbovePx;
}

/**
 * Where this run stands among the lessons.
 * @param {View} view What to draw.
 */
function progress({ catalog: { lessons }, room }) {
  const place = lessons.findIndex((lesson) => room === `lesson-${lesson.name}`);
  if (place < 0) return html`<p class="eyebrow">${say(room.startsWith("link-") ? "header-from-a-link" : "header-sandbox")}</p>`;
  return html`<div class="progress">
    <p class="eyebrow">${say("story-lesson", { place: place + 1, count: lessons.length })}</p>
    <div class="bars" aria-hidden="true">${lessons.map((_, other) => html`<i class=${other < place ? "done" : other === place ? "here" : ""}></i>`)}</div>
  </div>`;
}

/**
 * What the lesson tells on the way, up to here; what came last is marked.
 * @param {View} view What to draw.
 * @returns {{ text: string, look: string }[]} Its paragraphs.
 */
function told({ lesson, cursor }) {
  return (lesson?.tells ?? []).map(({ moment, text }) => ({ text, look: moment === cursor ? "told now" : "told" }));
}

/**
 * The buttons in the last box. When Step can't go on, the first of them stands beside Step.
 * @param {View} view What to draw.
 */
function offers({ stepBlocked, instead, next }) {
  return stepBlocked === null || instead ? next.offers : next.offers.slice(1);
}

/**
 * What else can be done: a few buttons stand there, more of them are found behind a word.
 * @param {View["next"]["offers"]} all The offers.
 * @param {Dispatch} dispatch Takes what the person asks for.
 */
function others(all, dispatch) {
  const buttons = all.map(({ label, intent }) => html`<button class="btn small" type="button" @click=${() => dispatch(intent)}>${label}${markFor(intent)}</button>`);
  return buttons.length > mostOffers ? html`<details><summary>${say("story-other-offers")}</summary>${buttons}</details>` : buttons;
}

/**
 * The question before everything is forgotten, since that can't be undone.
 * @param {Dispatch} dispatch Takes the answer.
 */
function forgetDialog(dispatch) {
  /** @param {Event} event A click on one of the dialog's buttons. */
  const close = (event) => /** @type {HTMLElement} */ (event.currentTarget).closest("dialog")?.close();
  return html`<dialog class="dialog" id="forget" aria-labelledby="forget-title">
    <div>
      <h2 id="forget-title">${say("forget-title")}</h2>
      <p>${say("forget-says")}</p>
      <p class="row">
        <button class="btn" type="button" @click=${close}>${say("forget-keep")}</button>
        <button class="btn danger" type="button" @click=${(/** @type {Event} */ event) => {
          close(event);
          dispatch({ kind: "forget" });
        }}>${say("forget-yes")}</button>
      </p>
    </div>
  </dialog>`;
}

/**
 * @param {HTMLElement} root Where the story was drawn.
 * @returns {HTMLDialogElement | null} Its dialog.
 */
function dialogOf(root) {
  return root.querySelector("dialog");
}
