// Finds what the project is built and tested with. What is missing is installed: node_modules by npm, the rest
// into the ignored folder `.tools`, so that nothing outside the project changes but rustup's wasm target, and that
// a second run finds all of it. Browsers are in browser.js.
//
// For each tool: what is on the PATH, if its version fits; else what `.tools` has; else the quick way, cargo-binstall,
// where a person has it; else cargo builds it from source, which needs crates.io and nothing else.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { addToPath, ask, findOnPath, isProgram, root, run, say, Trouble } from "./run.js";

const toolsFolder = path.join(root, ".tools");
const binderFolder = path.join("scripts", "bind");
const wasmTarget = "wasm32-unknown-unknown";

/** The wasm-pack that is built when there is none. Any from `wasmPackOldest` on will do. */
const wasmPackVersion = "0.15.1";
const wasmPackOldest = [0, 13];

/** The geckodriver that is built when there is none. Any will do. */
const geckodriverVersion = "0.37.1";

/** Says so when this Node is too old for what npm would install. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Trouble(`This is Node ${process.versions.node}, and Node 20.19 or newer is needed. You get it from https://nodejs.org.`);
}

/** Installs node_modules, unless they hold already what package-lock.json asks for. */
export async function ensureNodeModules() {
  if (nodeModulesFit()) return;
  say("Installing the packages that package-lock.json names, into node_modules …");
  const args = ["ci", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith("npm-cli.js") ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  if (done) return;
  throw new Trouble("npm could not install the packages. What it printed above says why. Most often the npm registry could not be reached: "
    + "check the connection, and start again.");
}

/** @returns {boolean} Whether node_modules holds each package in the version that package-lock.json names. */
function nodeModulesFit() {
  const installedList = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedList)) return false;
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  const installed = packagesOf(installedList);
  return Object.entries(wanted).every(([place, { version, optional, link }]) =>
    !place.startsWith("node_modules/") || optional || (installed[place]?.version === version && installed[place]?.link === link));
}

/**
 * @param {string} file A package-lock.json.
 * @returns {Record<string, {version?: string, optional?: boolean, link?: boolean}>} Its packages, by the place where each is laid.
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** Finds cargo, and adds the WebAssembly target to it. */
export async function ensureRust() {
  // A shell that was open when rustup was installed does not have its folder on the PATH.
  if (!findOnPath("cargo")) addToPath(path.join(process.env.CARGO_HOME ?? path.join(homedir(), ".cargo"), "bin"));
  if (!findOnPath("cargo")) {
    throw new Trouble("Rust was not found. Install it as https://rustup.rs says, open a new terminal, and start again.");
  }
  const sysroot = ask("rustc", ["--print", "sysroot"]);
  if (sysroot === null) {
    throw new Trouble("cargo is here, but rustc does not run. `rustup default stable` installs it. Then start again.");
  }
  if (existsSync(path.join(sysroot, "lib", "rustlib", wasmTarget))) return;
  say("Adding the WebAssembly target to Rust …");
  if (await run("rustup", ["target", "add", wasmTarget])) return;
  throw new Trouble(`Rust's target ${wasmTarget} could not be added. Where Rust does not come from rustup, its own package manager has it; `
    + "otherwise check the connection, and start again.");
}

/** Adds clippy and rustfmt, which a minimal Rust lacks. */
export async function ensureRustComponents() {
  const missing = ["clippy", "rustfmt"].filter((name) => ask("cargo", [name === "clippy" ? "clippy" : "fmt", "--version"]) === null);
  if (missing.length === 0) return;
  say(`Adding ${missing.join(" and ")} to Rust …`);
  if (await run("rustup", ["component", "add", ...missing])) return;
  throw new Trouble(`${missing.join(" and ")} could not be added to Rust. Check the connection, and start again.`);
}

/**
 * Finds what writes the JavaScript and the types around the WebAssembly: a wasm-bindgen of the right version, else the
 * project's own program in scripts/bind, which does the same and builds in a third of the time.
 * @returns {Promise<(wasm: string, folder: string) => [string, string[]]>} Tells the program and its arguments, for a WebAssembly file and
 * the folder to write to.
 */
export async function ensureBinder() {
  const version = lockedVersion("wasm-bindgen");
  const wasmBindgen = findTool(wasmBindgenTool(version));
  if (wasmBindgen) return (wasm, folder) => [wasmBindgen, ["--target", "web", "--remove-producers-section", "--out-dir", folder, wasm]];
  const ownVersion = lockedVersion("wasm-bindgen-cli-support", binderFolder);
  if (ownVersion !== version) {
    throw new Trouble(`Cargo.lock has wasm-bindgen ${version}, but scripts/bind has wasm-bindgen-cli-support ${ownVersion}, and they must be equal. `
      + `Write "=${version}" into scripts/bind/Cargo.toml, run \`cargo update --manifest-path scripts/bind/Cargo.toml\`, and start again.`);
  }
  const targetFolder = path.join(toolsFolder, "bind");
  if (!existsSync(targetFolder)) say("Building what writes the JavaScript around it, into .tools. This is done once.");
  // What it prints would be mixed with what cargo prints about the crate.
  const files = await cargoBuild(["--quiet", "--locked", "--manifest-path", path.join(binderFolder, "Cargo.toml"), "--target-dir", targetFolder]);
  const program = files?.find((file) => /catchup-bind(\.exe)?$/.test(file));
  if (!program) throw new Trouble(`scripts/bind could not be built. What cargo printed above says why. ${remedy()}`);
  return (wasm, folder) => [program, [wasm, folder]];
}

/**
 * Finds or installs wasm-bindgen, which only tests need since its test runner comes with it, and puts it on the PATH. Its
 * version must be the one of the crate in Cargo.lock.
 * @returns {Promise<string>} Its path.
 */
export function ensureWasmBindgen() {
  return ensureTool(wasmBindgenTool(lockedVersion("wasm-bindgen")));
}

/**
 * @param {string} version The version of the crate.
 * @returns {Tool} The program that fits it.
 */
function wasmBindgenTool(version) {
  // Without its default features it cannot drive a browser on another machine, and needs no TLS, which takes long to build.
  return { program: "wasm-bindgen", package: "wasm-bindgen-cli", version, fits: (found) => found === version, lean: ["--no-default-features"] };
}

/**
 * Finds or installs wasm-pack, which only tests need, and puts it on the PATH.
 * @returns {Promise<string>} Its path.
 */
export function ensureWasmPack() {
  const [oldestMajor = 0, oldestMinor = 0] = wasmPackOldest;
  return ensureTool({ program: "wasm-pack", package: "wasm-pack", version: wasmPackVersion, lean: [], fits: (found) => {
    const [major = 0, minor = 0] = found.split(".").map(Number);
    return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  } });
}

/**
 * Finds or installs geckodriver, through which tests drive Firefox, and puts it on the PATH.
 * @returns {Promise<string>} Its path.
 */
export function ensureGeckodriver() {
  return ensureTool({ program: "geckodriver", package: "geckodriver", version: geckodriverVersion, lean: [], fits: () => true });
}

/** Lets programs that were installed into `.tools` be found. */
export function addOwnTools() {
  addToPath(path.join(toolsFolder, "bin"));
}

/**
 * @param {string} name A crate.
 * @param {string} [folder] The folder of the Cargo.lock, from the project's.
 * @returns {string} Its version there.
 */
export function lockedVersion(name, folder = ".") {
  const lock = readFileSync(path.join(root, folder, "Cargo.lock"), "utf8");
  const version = new RegExp(`name = "${name}"\\r?\\nversion = "([^"]+)"`).exec(lock)?.[1];
  if (!version) throw new Error(`Cargo.lock in ${folder} has no ${name}`);
  return version;
}

/**
 * Lets cargo build something.
 * @param {string[]} args Its arguments after `build`.
 * @returns {Promise<string[] | null>} The files that it made, also those that were there already; null when it failed.
 */
export async function cargoBuild(args) {
  const cargo = spawn("cargo", ["build", ...args, "--message-format", "json-render-diagnostics"], { stdio: ["ignore", "pipe", "inherit"] });
  let messages = "";
  cargo.stdout.setEncoding("utf8").on("data", (piece) => { messages += piece; });
  const code = await new Promise((resolve) => cargo.on("error", () => resolve(null)).on("close", resolve));
  if (code !== 0) return null;
  return messages.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line))
    .flatMap((message) => (message.reason === "compiler-artifact" ? message.filenames : []));
}

/**
 * @typedef {object} Tool
 * @property {string} program What is run.
 * @property {string} package The crate that it comes in.
 * @property {string} version The version to install.
 * @property {(version: string) => boolean} fits Whether a version that is there already will do.
 * @property {string[]} lean Arguments for cargo that leave out what the project does not use.
 */

/**
 * @param {Tool} tool What is needed.
 * @returns {Promise<string>} Its path.
 */
async function ensureTool(tool) {
  const found = findTool(tool);
  if (found) return found;
  if (findOnPath("cargo-binstall")) {
    say(`Fetching ${tool.program} ${tool.version} with cargo-binstall, into .tools …`);
    await run("cargo", ["binstall", "--no-confirm", "--root", toolsFolder, `${tool.package}@${tool.version}`]);
  }
  if (!findTool(tool)) await buildTool(tool);
  const installed = findTool(tool);
  if (installed) return installed;
  throw new Trouble(`${tool.program} ${tool.version} could not be installed. What cargo printed above says why. ${remedy()}`);
}

/**
 * @param {Tool} tool What is needed.
 * @returns {string | null} Where one lies that fits, its folder then being the first on the PATH; or null.
 */
function findTool({ program, fits }) {
  const own = path.join(toolsFolder, "bin", process.platform === "win32" ? `${program}.exe` : program);
  const file = [findOnPath(program), own].find((candidate) => {
    if (!candidate || !isProgram(candidate)) return false;
    const version = ask(candidate, ["--version"])?.split(" ")[1];
    return version !== undefined && fits(version);
  });
  if (!file) return null;
  addToPath(path.dirname(file));
  return file;
}

/**
 * Builds a tool from source into `.tools`.
 * @param {Tool} tool What is needed.
 */
async function buildTool(tool) {
  say(`Building ${tool.program} ${tool.version} from source, into .tools. This takes about three minutes on two cores, and is done once.`);
  const args = ["install", tool.package, "--version", tool.version, "--root", toolsFolder, ...tool.lean];
  // Less optimized is fast enough for a module this small, and ready sooner. The rest keeps cargo from advice that is not meant for us.
  addToPath(path.join(toolsFolder, "bin"));
  const env = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "1", CARGO_FUTURE_INCOMPAT_REPORT_FREQUENCY: "never" };
  if (await run("cargo", [...args, "--locked"], { env })) return;
  say("That did not work with the exact versions that its authors tested. Trying with the newest that fit …");
  await run("cargo", args, { env });
}

/** @returns {string} What to do when cargo could not build something. */
export function remedy() {
  if (process.platform !== "win32" && !findOnPath("cc")) {
    return "Rust needs a C linker, and there is none: install one (Debian: `apt install build-essential`; macOS: `xcode-select --install`), and start again.";
  }
  return "If it could not reach crates.io, check the connection, and start again.";
}
