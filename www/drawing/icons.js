// The page's icons in templates. They are decoration for the eye only; the button or sentence beside them carries the words.

import { paths } from "./icon-paths.js";
import { html } from "./template.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { IconName } from "./icon-paths.js" */

/**
 * Draws an icon, hidden from people who listen.
 * @param {IconName} name Which icon.
 * @returns {TemplateResult} One `svg` element with the class `icon`.
 */
export function icon(name) {
  const kind = name.endsWith("_filled") ? "icon filled" : "icon";
  return html`<svg class=${kind} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}
