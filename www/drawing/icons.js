// The page's icons: each one path on a square of 16, drawn with the colour and at the size of the text around it.
// They are decoration for the eye only; the button or sentence beside them carries the words.

import { html } from "./template.js";

/** @import { TemplateResult } from "lit-html" */

/** Outlines, stroked. Names that end in `_filled` are filled too. */
const paths = {
  ask: "M5.5 5.5a2.500 2.500 0 1 1 3.700 2.200c-.8.5-1.200 1-1.200 1.900M8 12.500v.01",
  back: "M10.5 3.5 5 8l5.5 4.5",
  ballot: "M3.5 9 5.5 3.5h5L12.5 9M2 9h12v4.5H2zM6 9h4",
  beat: "M1.5 8.5h3l2-5 3 9 2-4h3",
  broken: "M8 1.8 15 14H1zM8 6.2v3.6M8 11.9v.01",
  break: "M9 1.5 5.5 8H10l-3.5 6.5M1.5 8H4M12 8h2.5",
  check: "M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0M5.2 8.2l2 2 3.8-4.2",
  client: "M3 3h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM4.5 6.2l2 1.8-2 1.8M8.5 10h3",
  close: "m4 4 8 8M12 4l-8 8",
  columns: "M2 2.5h5v11H2zM9 2.5h5v11H9z",
  copy: "M2.5 2.5H10V10H2.5zM6 13.5h6.5a1 1 0 0 0 1-1V6",
  crown_filled: "M2.5 12.5h11M3 10.5 2 4.5l3.5 2.5L8 3l2.5 4L14 4.5l-1 6z",
  crown_broken: "M2.5 12.5h4.5M9.5 12.5h4M3 10.5 2 4.5l3.5 2.5L7.200 4.600 6.200 10.5zM9.5 5.200 10.5 7 14 4.5l-1 6H9z",
  cut: "M6 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M6 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M5.7 5.6l8 5.4M5.7 10.4l8-5.4",
  differs: "M3 6h10M3 10h10M11 3 5 13",
  disk: "M13 4c0 1.1-2.24 2-5 2S3 5.1 3 4s2.24-2 5-2 5 .9 5 2v8c0 1.1-2.2 2-5 2s-5-.9-5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2",
  down: "M4 6.5 8 10.5l4-4",
  drop: "m4 4 8 8M12 4l-8 8",
  flag: "M3.5 14.5v-12M3.5 3h8.5l-2 3 2 3H3.5",
  folder: "M2 4.5V13h12V5.500H8L6.500 3.500H2z",
  full: "M3 4.5h10v8H3zM3 8.5h10M6 2.5h4",
  heal: "M1.5 8h4M10.5 8h4M5.5 5.5v5M10.5 5.5v5",
  help: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.6M8 12.5v.01M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0",
  hourglass: "M4 2.5h8M4 13.5h8M5 2.5c0 4 6 7 6 11M11 2.5c0 4-6 7-6 11",
  kill: "M8 2.5v5M4.8 4.3a5 5 0 1 0 6.4 0",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8",
  memory: "M4 5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM6.5 1.5V4M9.5 1.5V4M6.5 12v2.5M9.5 12v2.5M1.5 6.5H4M1.5 9.5H4M12 6.5h2.5M12 9.5h2.5",
  more_filled: "M4.5 8a1 1 0 1 1-2 0 1 1 0 0 1 2 0M9 8a1 1 0 1 1-2 0 1 1 0 0 1 2 0M13.5 8a1 1 0 1 1-2 0 1 1 0 0 1 2 0",
  outside: "M7 3.5H3.5v9h9V9M9.5 2.5h4v4M13.5 2.5 7.5 8.5",
  pause_filled: "M4.5 3h2v10h-2zM9.5 3h2v10h-2z",
  picture: "M2 3h12v10H2zM2 11l3.5-3.5 3 3L11 8l3 3M5.500 5.700v.01",
  play: "M4.5 3 13 8l-8.5 5z",
  present: "M1.5 2.5h13M2.5 2.5V10h11V2.5M8 10v2M5 14.5 8 12l3 2.5",
  reset: "M3 8a5 5 0 1 0 1.6-3.7M3 2.2v2.6h2.6",
  restart: "M13 8a5 5 0 1 1-1.6-3.7M13 2.2v2.6h-2.6",
  rules: "M2 4.5h4M10 4.5h4M8 2.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4M2 11.5h2M8 11.5h6M6 9.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4",
  script: "M4 1.5h5.5l3 3v10H4zM9.5 1.5v3h3M6 8h4.5M6 11h4.5",
  settle: "M12.5 3.5v9M3.5 3.5 10 8l-6.5 4.5z",
  share: "M8 10V2M5 4.5 8 1.8l3 2.7M4.5 7H3v7h10V7h-1.5",
  start: "M3.5 3.5v9M12.5 3.5 6 8l6.5 4.5z",
  step: "M5.5 3.5 11 8l-5.5 4.5",
  tick: "m3 8.500 3.500 3.500L13 4.500",
  timeout: "M13 9a5 5 0 1 1-10 0 5 5 0 0 1 10 0M8 9V6M6.5 1.800h3M12 4.5l1-1",
  theme: "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0M8 2.5v11M10.5 3.2v9.6M12.2 4.6v6.8",
  wait: "M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0M8 5v3.2l2 1.3",
  up: "M4 9.5 8 5.5l4 4",
};

/** @typedef {keyof typeof paths} IconName */

/**
 * Draws an icon, hidden from people who listen.
 * @param {IconName} name Which icon.
 * @returns {TemplateResult} One `svg` element with the class `icon`.
 */
export function icon(name) {
  const kind = name.endsWith("_filled") ? "icon filled" : "icon";
  return html`<svg class=${kind} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}
