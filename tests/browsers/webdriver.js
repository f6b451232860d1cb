// A client of the WebDriver protocol (https://www.w3.org/TR/webdriver2/), as far as a smoke test needs it: open an address, run
// a function in the page, click what it finds. Every browser's driver speaks it.

/** What the protocol calls a reference to an element. */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** @typedef {{[elementKey]: string}} ElementReference */

/** A window of a browser, driven through its driver. */
export class Browser {
  /** @type {string} */
  #session;

  /** @param {string} session The address of the session. */
  constructor(session) {
    this.#session = session;
  }

  /**
   * Starts a browser.
   * @param {string} driver The driver's address.
   * @param {Record<string, unknown>} capabilities What kind of browser, and how it is started.
   * @returns {Promise<Browser>} The browser.
   */
  static async start(driver, capabilities) {
    const { sessionId } = await command("POST", `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
    return new Browser(`${driver}/session/${sessionId}`);
  }

  /** @param {string} address Where to go; waits until the page has loaded. */
  async open(address) {
    await command("POST", `${this.#session}/url`, { url: address });
  }

  /** Goes back in the history. */
  async back() {
    await command("POST", `${this.#session}/back`, {});
  }

  /** Loads the page anew. */
  async reload() {
    await command("POST", `${this.#session}/refresh`, {});
  }

  /**
   * @param {number} width In px.
   * @param {number} height In px.
   */
  async resize(width, height) {
    await command("POST", `${this.#session}/window/rect`, { x: 0, y: 0, width, height });
  }

  /**
   * Runs a function in the page.
   * @template T
   * @param {(...args: any[]) => T} body The function, which sees nothing of what is around it here.
   * @param {...unknown} args What it is given, as JSON.
   * @returns {Promise<T>} What it returns, as JSON.
   */
  run(body, ...args) {
    return command("POST", `${this.#session}/execute/sync`, { script: `return (${body})(...arguments);`, args });
  }

  /**
   * Clicks an element as a person does.
   * @param {(...args: any[]) => Element | null | undefined} find Finds it in the page.
   * @param {...unknown} args What `find` is given.
   */
  async click(find, ...args) {
    const found = /** @type {ElementReference | null} */ (/** @type {unknown} */ (await this.run(find, ...args)));
    if (!found) throw new Error(`there is nothing to click: ${find} of ${args.join(", ")}`);
    await command("POST", `${this.#session}/element/${found[elementKey]}/click`, {});
  }

  /** Ends the browser. */
  async quit() {
    await command("DELETE", this.#session);
  }
}

/**
 * @param {string} method HTTP's.
 * @param {string} address The command's.
 * @param {unknown} [body] What goes along.
 * @returns {Promise<any>} The answer's value.
 */
async function command(method, address, body) {
  const response = await fetch(address, { method, headers: { "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
