// The page itself as one file, which needs no server and no network. It lies beside the page where that was built and published.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";

/** @import { Section } from "./share.js" */

/** @returns {Section} The section; empty in the one file itself, and where the page comes from its sources. */
export function createWholePage() {
  return {
    content: () => import.meta.env.MODE !== "production" ? html`${nothing}` : html`<section aria-labelledby="share-page">
      <h3 id="share-page">The whole page in one file</h3>
      <p>It opens with a double click, without a server and without a network: for a stick, or a room that has none.</p>
      <p class="row"><a class="btn" href="./catchup.html" download="catchup.html">${icon("disk")}Save the page</a></p>
    </section>`,
    open() {
      // There is nothing to get ready.
    },
  };
}
