// Puts the whole page into one file of HTML, which works when it is opened from a disk, without a server and without a
// network: what Vite bundles, with the script, the styles, the WebAssembly and the icon in it, under a policy that lets it
// reach nothing else.

import { createHash } from "node:crypto";
import { Trouble } from "./run.js";

/**
 * A file that Vite made.
 * @typedef {{ fileName: string, code?: string, source?: string | Uint8Array }} Made `code` for a script, `source` for anything else.
 */

/**
 * What is in `public/`, and goes into the page as it is.
 * @typedef {{ early: string, icon: string }} Plain The script that runs before all others, and the icon's SVG.
 */

/**
 * Vite's settings for this: one script, with what is loaded later and the WebAssembly in it.
 * @type {import("vite").InlineConfig}
 */
export const oneFileSettings = {
  // The page asks for its mode, and offers itself as one file where it is none.
  mode: "one-file",
  logLevel: "warn",
  plugins: [inlineWorkers()],
  // A file has no origin, and only plain workers start without one.
  worker: { format: "iife", plugins: () => [onceOnly()] },
  build: { write: false, copyPublicDir: false, assetsInlineLimit: Infinity, rolldownOptions: { output: { codeSplitting: false } } },
};

/**
 * Leaves out where wasm-bindgen would look for the WebAssembly by itself: the page tells it, and has another file for it, or has it in the script.
 * @returns {import("vite").Plugin} A plugin that changes what wasm-bindgen wrote.
 */
export function onceOnly() {
  const asked = "new URL('catchup_bg.wasm', import.meta.url)";
  return {
    name: "wasm-once-only",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!/\/pkg\/(?:\w+\/)?catchup\.js$/.test(id)) return null;
      if (!code.includes(asked)) throw new Error(`${id} has no ${asked}`);
      return { code: code.replace(asked, "undefined"), map: null };
    },
  };
}

/**
 * Puts workers into the script that starts them: elsewhere each is a file of its own.
 * @returns {import("vite").Plugin} A plugin that changes where they are started.
 */
function inlineWorkers() {
  return {
    name: "inline-workers",
    enforce: "pre",
    transform(code, id) {
      const inlined = withinScript(code);
      return id.includes("/node_modules/") || inlined === code ? null : { code: inlined, map: null };
    },
  };
}

/**
 * @param {string} code JavaScript that starts workers as files, or none.
 * @returns {string} The same, with each worker as a part of it.
 */
export function withinScript(code) {
  /** @type {string[]} */
  const imports = [];
  const started = code.replace(/new Worker\(\s*new URL\("([^"]+)",\s*import\.meta\.url\)(?:,\s*\{[^}]*\})?,?\s*\)/g, (_found, address) => {
    const name = `InlineWorker${imports.length}`;
    imports.push(`import ${name} from "${address}?worker&inline";\n`);
    return `new ${name}()`;
  });
  return imports.join("") + started;
}

/**
 * @param {readonly Made[]} made What Vite made under these settings.
 * @param {Plain} plain What else is part of the page.
 * @returns {string} The page, in one file.
 * @throws {Trouble} When there is a file that would be left out.
 */
export function oneFile(made, plain) {
  const [page, script, styles, licences] = [take(made, /\.html$/), take(made, /^assets\/index-.*\.js$/), take(made, /\.css$/), take(made, /^licenses\.md$/)];
  const others = made.filter((file) => ![page, script, styles, licences].includes(file));
  if (others.length > 0) {
    throw new Trouble(`catchup.html would lack ${others.map(({ fileName }) => fileName).join(", ")}: what the page loads has to be bundled into its one script.`);
  }
  const early = inScript(plain.early);
  const main = inScript(textOf(script));
  const style = textOf(styles).replaceAll("</style", "<\\/style");
  const icon = `data:image/svg+xml,${encodeURIComponent(plain.icon)}`;
  return [
    // What a preview on other sites would show is no part of a file on a disk.
    [/<meta (?:property="og:|name="twitter:)[^>]*>\n/g, ""],
    [/<link rel="icon" href="[^"]*"/, `<link rel="icon" href="${icon}"`],
    [/<script type="module"[^>]*><\/script>\n?/, ""],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/<script src="\.\/early\.js"><\/script>/, `<script>${early}</script>`],
    [/(<meta charset="[^"]*">)/, `$1\n<meta http-equiv="Content-Security-Policy" content="${policy([early, main], style)}">`],
    // The page is seen before its script has been read.
    [/<\/body>/, `<script type="module">${main}</script>\n</body>`],
    [/<\/html>/, `</html>\n<!--\n${textOf(licences).replaceAll("--", "- -")}-->`],
  ].reduce((html, [pattern, text]) => replace(html, /** @type {RegExp} */ (pattern), /** @type {string} */ (text)), textOf(page));
}

/**
 * The policy of the one file: its own scripts and styles, known by their checksums, and nothing from anywhere.
 * @param {readonly string[]} scripts Its scripts.
 * @param {string} style Its styles.
 * @returns {string} What stands in the page's head.
 */
function policy(scripts, style) {
  const sum = (/** @type {string} */ text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return `default-src 'none'; script-src ${scripts.map(sum).join(" ")} 'wasm-unsafe-eval'; style-src ${sum(style)}; img-src data: blob:; connect-src data:; worker-src blob:; base-uri 'none'; form-action 'none'`;
}

/**
 * @param {readonly Made[]} made What Vite made.
 * @param {RegExp} name How the file is called.
 * @returns {Made} That file.
 */
function take(made, name) {
  const found = made.find(({ fileName }) => name.test(fileName));
  if (!found) throw new Error(`Vite made no file like ${name}`);
  return found;
}

/**
 * @param {Made} file A file.
 * @returns {string} What is in it.
 */
function textOf({ code, source = "" }) {
  return code ?? (typeof source === "string" ? source : new TextDecoder().decode(source));
}

/**
 * @param {string} code JavaScript.
 * @returns {string} The same, without what would end or confuse the element around it. Such signs stand in strings only.
 */
function inScript(code) {
  return code.replace(/<(?=\/script|!--)/gi, "\\x3C");
}

/**
 * @param {string} html The page.
 * @param {RegExp} pattern What is in it.
 * @param {string} text What stands there instead; only `$1` at its beginning means what it does in `replace`.
 * @returns {string} The page.
 */
function replace(html, pattern, text) {
  if (html.search(pattern) < 0) throw new Error(`The page has nothing like ${pattern}`);
  return html.replace(pattern, (_found, first) => (text.startsWith("$1") ? first + text.slice(2) : text));
}
