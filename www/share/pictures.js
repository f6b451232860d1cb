// The conversation as a picture, for slides and sheets: SVG, whose texts are texts, and PNG, drawn from it.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { fileName, save } from "./take.js";

/** @import { View } from "../types.js" */
/** @import { Section } from "./share.js" */

/**
 * Draws the conversation: all that is recorded, or as much as is shown.
 * @typedef {(view: View, wish: {whole: boolean, theme: "light" | "dark"}) => Promise<Picture>} DrawPicture
 */

/**
 * Its SVG as text, and its size in px.
 * @typedef {{text: string, width: number, height: number}} Picture
 */

/** So many dots of a PNG stand for one px. */
const DENSITY = 2;
/** More dots along a side than this no browser draws. */
const DOTS_MOST = 16_000;

/**
 * @param {DrawPicture} picture Draws it.
 * @param {() => void} show Draws the dialog again.
 * @returns {Section} The section.
 */
export function createPictures(picture, show) {
  let view = /** @type {View | undefined} */ (undefined);
  let whole = false;
  let theme = /** @type {"light" | "dark"} */ ("light");
  /** What became of the last wish. */
  let said = { text: "", bad: false };

  /**
   * @param {string} done What to say when it is done.
   * @param {(picture: Picture, name: string) => unknown} take Takes the picture along.
   */
  async function make(done, take) {
    if (!view) return;
    try {
      await take(await picture(view, { whole, theme }), fileName(view.title));
      said = { text: done, bad: false };
    } catch (error) {
      said = { text: error instanceof Error ? error.message : String(error), bad: true };
    }
    show();
  }

  const saveSvg = () => make(say("share-svg-saved"), ({ text }, name) => save(`${name}.svg`, new Blob([text], { type: "image/svg+xml" })));
  const savePng = () => make(say("share-png-saved"), async (drawn, name) => save(`${name}.png`, await inDots(drawn)));
  const copy = () => make(say("share-picture-copied"), copyPicture);

  /**
   * @param {"scope" | "colours"} name What is chosen.
   * @param {readonly {label: string, chosen: boolean, choose: () => void}[]} choices What there is.
   */
  function choice(name, choices) {
    return html`<fieldset class="seg">
      <legend>${say(name === "scope" ? "share-scope" : "share-colours")}</legend>
      <div class="options">
        ${choices.map(({ label, chosen, choose }) => html`<label><input type="radio" name="picture-${name}" .checked=${chosen} @change=${() => {
          choose();
          show();
        }} /><span>${label}</span></label>`)}
      </div>
    </fieldset>`;
  }

  return {
    content: () => html`<section aria-labelledby="share-picture">
      <h3 id="share-picture">${say("share-picture")}</h3>
      <div class="row choices">
        ${choice("scope", [
          { label: say("share-scope-now"), chosen: !whole, choose: () => (whole = false) },
          { label: say("share-scope-whole"), chosen: whole, choose: () => (whole = true) },
        ])}
        ${choice("colours", [
          { label: say("share-colours-light"), chosen: theme === "light", choose: () => (theme = "light") },
          { label: say("share-colours-dark"), chosen: theme === "dark", choose: () => (theme = "dark") },
        ])}
      </div>
      <p class="row">
        <button class="btn" type="button" @click=${saveSvg}>${icon("picture")}${say("share-save-svg")}</button>
        <button class="btn" type="button" @click=${savePng}>${icon("picture")}${say("share-save-png")}</button>
        <button class="btn" type="button" @click=${copy}>${icon("copy")}${say("share-copy-picture")}</button>
      </p>
      <p class=${said.bad ? "fault" : "said"} role="status">${said.text || nothing}</p>
    </section>`,
    open(shown) {
      view = shown;
      said = { text: "", bad: false };
      theme = isDark() ? "dark" : "light";
    },
  };
}

/** @returns {boolean} Whether the page is dark now. */
function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** @param {Picture} drawn What to put on the clipboard. */
async function copyPicture(drawn) {
  if (typeof ClipboardItem !== "function" || !navigator.clipboard?.write) throw new Error(say("share-cannot-copy"));
  // The dots are promised, since a browser may take a copy only at once after the click.
  const dots = inDots(drawn);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": dots })]);
  } catch {
    await dots;
    throw new Error(say("share-may-not-copy"));
  }
}

/**
 * Draws a picture in dots.
 * @param {Picture} drawn The picture.
 * @returns {Promise<Blob>} It as PNG.
 */
async function inDots({ text, width, height }) {
  if (Math.max(width, height) * DENSITY > DOTS_MOST) throw new Error(say("share-too-long-for-dots"));
  const image = new Image(width, height);
  // An address that holds the picture itself is the page's own wherever it stands, so that its dots may be read.
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * DENSITY);
  canvas.height = Math.round(height * DENSITY);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const dots = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve, "image/png"));
  if (!dots) throw new Error(say("share-too-large-for-dots"));
  return dots;
}
