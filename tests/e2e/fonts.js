// The type in which tests see the page. Which fonts a machine has must not decide whether a test passes, so tests bring their
// own, from packages: a wide one, one with serifs, and a narrow one. They are handed to the page as bytes before its own
// scripts run, so they are there at once, ask the network for nothing, and no policy of the page forbids them.

import { readFileSync } from "node:fs";

/** @import { BrowserContext, Page } from "@playwright/test" */

/**
 * The packages of a font for each of the page's three kinds of type.
 * @typedef {{sans: string, serif: string, mono: string}} Faces
 */

/** @type {Record<string, Faces>} */
const facesOf = {
  "DejaVu Sans": { sans: "dejavu-sans", serif: "dejavu-serif", mono: "dejavu-mono" },
  "DejaVu Serif": { sans: "dejavu-serif", serif: "dejavu-serif", mono: "dejavu-mono" },
  "Roboto Condensed": { sans: "roboto-condensed", serif: "roboto-condensed", mono: "roboto-condensed" },
};

/** The fonts that there are for tests: wide, with serifs, narrow. */
export const FONTS = Object.freeze(Object.keys(facesOf));

/** The one that tests have unless they say otherwise: the widest. */
export const WIDE_FONT = "DejaVu Sans";

/**
 * Sets all type of the pages that are opened from now on.
 * @param {Page | BrowserContext} page The page, or all pages of a context.
 * @param {string} name One of `FONTS`.
 */
export async function useFont(page, name) {
  const faces = facesOf[name];
  if (!faces) throw new Error(`there is no font ${name} for tests; there are ${FONTS.join(", ")}`);
  const files = [...new Set(Object.values(faces))].flatMap((packageName) =>
    ["400", "700"].map((weight) => ({ family: `Test ${packageName}`, weight, base64: read(packageName, weight) })),
  );
  const variables = Object.entries(faces).map(([kind, packageName]) => `--${kind}: "Test ${packageName}";`).join(" ");
  await page.addInitScript(({ files, variables }) => {
    for (const { family, weight, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace(family, bytes, { weight }));
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root { ${variables} }`);
    document.adoptedStyleSheets.push(sheet);
  }, { files, variables });
}

/** @type {Map<string, string>} */
const readAlready = new Map();

/**
 * @param {string} packageName A package's name, which is that of its font.
 * @param {string} weight How bold.
 * @returns {string} The font's file in base64.
 */
function read(packageName, weight) {
  const file = `../../node_modules/@fontsource/${packageName}/files/${packageName}-latin-${weight}-normal.woff2`;
  const known = readAlready.get(file);
  if (known !== undefined) return known;
  const base64 = readFileSync(new URL(file, import.meta.url), "base64");
  readAlready.set(file, base64);
  return base64;
}
