// How Vite serves the page (`npm start`) and bundles it (`npm run build`): a page, a style sheet, a script, a WebAssembly
// file and an icon, each fetched once, by addresses relative to the page.

import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { onceOnly } from "./scripts/one-file.js";

export default defineConfig({
  base: "./",
  plugins: [onceOnly(), fetchAhead(), plainStyleSheet(), withoutRemarks(), withoutPreloading(), compiledAtOnce()],
  // Only the page's own scripts are looked through for packages: cargo writes html files below target/ too.
  optimizeDeps: { entries: ["index.html"] },
  server: { watch: { ignored: ["**/target/**", "**/.tools/**", "**/dist/**"] } },
  build: {
    // The WebAssembly stays a file of its own, so that the browser compiles it while it arrives.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // Parts that are loaded later stand alone: there is nothing to preload with them.
    modulePreload: false,
    // The licences of what is bundled go along with it.
    license: { fileName: "licenses.md" },
  },
});

/**
 * What the browser can fetch while it still reads the page's script, which else would ask for it: the end of a source's path; in which language
 * it is needed, where that is not any; and whether it is needed for a first screen, or by who comes back or to something that the address names.
 * @typedef {{ source: string, language?: string, isFirst: boolean }} Ahead
 */

/** @typedef {{ type: string, fileName: string, originalFileNames?: string[], facadeModuleId?: string | null }} Made A file that Vite made. */

/** @type {readonly Ahead[]} */
const fetchedAhead = [
  { source: "www/engine.js", isFirst: false },
  { source: "pkg/catchup_bg.wasm", isFirst: false },
  { source: "www/words/first/de.js", language: "de", isFirst: true },
  { source: "www/words/rest/en.js", language: "en", isFirst: false },
  { source: "www/words/rest/de.js", language: "de", isFirst: false },
  { source: "www/later.css?inline", isFirst: false },
];

/**
 * Names in the built page what can be fetched ahead. The early script, which knows the language and who comes, makes links of it that are followed.
 * @returns {import("vite").Plugin} A plugin that adds them.
 */
function fetchAhead() {
  return {
    name: "fetch-ahead",
    apply: ({ mode }, { command }) => command === "build" && mode !== "one-file",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const early = '<script src="./early.js">';
        if (!html.includes(early)) throw new Error(`index.html has no ${early}`);
        return html.replace(early, [...fetchedAhead.map((ahead) => linkAhead(ahead, Object.values(bundle ?? {}))), early].join("\n"));
      },
    },
  };
}

/**
 * @param {Ahead} ahead What can be fetched ahead.
 * @param {readonly Made[]} files What Vite made.
 * @returns {string} The link to it.
 */
function linkAhead({ source, language, isFirst }, files) {
  const made = files.find((file) => isMadeOf(file, source));
  if (!made) throw new Error(`nothing was made of ${source}`);
  const how = made.type === "asset" ? ' as="fetch" type="application/wasm" crossorigin' : "";
  return `<link rel="ahead" href="./${made.fileName}"${how}${language ? ` hreflang="${language}"` : ""}${isFirst ? " data-first" : ""}>`;
}

/**
 * @param {Made} made A file that Vite made.
 * @param {string} source The end of a path.
 * @returns {boolean} Whether it was made of what lies there.
 */
function isMadeOf({ type, originalFileNames = [], facadeModuleId }, source) {
  return type === "asset" ? originalFileNames.some((name) => name.endsWith(source)) : facadeModuleId?.endsWith(source) ?? false;
}

/**
 * Lets the style sheet come as a plain one: what Vite makes of it does not come from a folder on a disk, nor into a sandboxed
 * frame, where a page that can't start still has to be read.
 * @returns {import("vite").Plugin} A plugin that changes its link in the built page.
 */
function plainStyleSheet() {
  return {
    name: "plain-style-sheet",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html) => html.replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"') },
  };
}

/**
 * Leaves out of the catalogues what they say to translators alone: a sixth of them.
 * @returns {import("vite").Plugin} A plugin that reads them for the built page.
 */
function withoutRemarks() {
  return {
    name: "without-remarks",
    apply: "build",
    enforce: "pre",
    load(id) {
      const [file = "", query] = id.split("?");
      if (!file.endsWith(".ftl") || query !== "raw") return null;
      return `export default ${JSON.stringify(readFileSync(file, "utf8").replace(/^#.*\n/gm, ""))};`;
    },
  };
}

/**
 * Leaves out what Vite puts around each part that is loaded later: it fetches style sheets and scripts that go with it beforehand, and there are none.
 * @returns {import("vite").Plugin} A plugin that stands in for Vite's own module.
 */
function withoutPreloading() {
  return {
    name: "without-preloading",
    apply: "build",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
  };
}

/**
 * Tells Chromium to compile the page's own script, and what it plays with, while they arrive, beside the main thread. Else each function is looked over at first, and
 * read again when it is called, on the main thread, as most are before the first screen is drawn. Other browsers take it for a remark.
 * @returns {import("vite").Plugin} A plugin that writes so at the script's beginning; what is loaded later, and a page in one file, are compiled bit by bit.
 */
function compiledAtOnce() {
  return {
    name: "compiled-at-once",
    apply: ({ mode }, { command }) => command === "build" && mode !== "one-file",
    generateBundle(_options, bundle) {
      for (const made of Object.values(bundle)) {
        if (made.type === "chunk" && (made.isEntry || isMadeOf(made, "www/engine.js"))) made.code = `//# allFunctionsCalledOnLoad\n${made.code}`;
      }
    },
  };
}
