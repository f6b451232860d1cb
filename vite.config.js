// How Vite serves the page (`npm start`) and bundles it (`npm run build`): a page, a style sheet, a script, a WebAssembly
// file and an icon, each fetched once, by addresses relative to the page.

import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  plugins: [preloadWasm(), plainStyleSheet(), withoutRemarks(), withoutPreloading(), compiledAtOnce()],
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
 * Lets the browser fetch the WebAssembly while it still reads the script that asks for it. What a worker asks for later is not meant.
 * @returns {import("vite").Plugin} A plugin that adds the link to the built page.
 */
function preloadWasm() {
  return {
    name: "preload-wasm",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) => Object.values(bundle ?? {}).filter(isOwnWasm).map(({ fileName }) => ({
        tag: "link",
        attrs: { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true, href: `./${fileName}` },
        injectTo: /** @type {const} */ ("head"),
      })),
    },
  };
}

/**
 * @param {{ type: string, originalFileNames?: string[] }} made A file that Vite made.
 * @returns {boolean} Whether it is the WebAssembly that the page starts with.
 */
function isOwnWasm(made) {
  return made.originalFileNames?.some((name) => name.endsWith("pkg/catchup_bg.wasm")) ?? false;
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
 * Tells Chromium to compile the page's own script while it arrives, beside the main thread. Else each function is looked over at first, and
 * read again when it is called, on the main thread, as most are before the first screen is drawn. Other browsers take it for a remark.
 * @returns {import("vite").Plugin} A plugin that writes so at the script's beginning; what is loaded later, and a page in one file, are compiled bit by bit.
 */
function compiledAtOnce() {
  return {
    name: "compiled-at-once",
    apply: ({ mode }, { command }) => command === "build" && mode !== "one-file",
    generateBundle(_options, bundle) {
      for (const made of Object.values(bundle)) {
        if (made.type === "chunk" && made.isEntry) made.code = `//# allFunctionsCalledOnLoad\n${made.code}`;
      }
    },
  };
}
