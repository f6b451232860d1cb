// The page itself as one file, which needs no server and no network. It lies beside the page where that was built and published.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";

/** @import { Section } from "./share.js" */

/** @returns {Section} The section; empty in the one file itself, and where the page comes from its sources. */
export function createWholePage() {
  return {
    content: () => import.meta.env.MODE !== "production" ? html`${nothing}` : html`<section aria-labelledby="share-page">
      <h3 id="share-page">${say("share-page")}</h3>
      <p>${say("share-page-what")}</p>
      <p class="row"><a class="btn" href="./catchup.html" download="catchup.html">${icon("disk")}${say("share-save-page")}</a></p>
    </section>`,
    open() {
      // There is nothing to get ready.
    },
  };
}
