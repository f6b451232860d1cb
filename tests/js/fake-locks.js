// The browser's locks, for tests in which several tabs want the same room.

/** @typedef {{resolve: (value: unknown) => void, reject: (error: unknown) => void}} Request A lock that is held. */

/**
 * As much of `navigator.locks` as is needed: one queue for each name.
 * @returns {LockManager & {holders: Map<string, Request>}} The locks.
 */
export function fakeLocks() {
  /** @type {Map<string, Request>} */
  const holders = new Map();
  /** @type {[string, () => void][]} */
  const waiting = [];
  /** @param {string} name The lock's name. @param {LockOptions} options How. @param {(lock: any) => Promise<unknown> | null} keep Holds it. @returns {Promise<unknown>} Settles when it is let go. */
  const request = (name, options, keep) =>
    new Promise((resolve, reject) => {
      const grant = () => {
        const mine = { resolve, reject };
        holders.set(name, mine);
        Promise.resolve(keep({ name })).then((value) => {
          if (holders.get(name) !== mine) return;
          holders.delete(name);
          resolve(value);
          const next = waiting.findIndex(([wanted]) => wanted === name);
          if (next !== -1) waiting.splice(next, 1)[0]?.[1]();
        });
      };
      const holder = holders.get(name);
      if (options.steal) {
        holder?.reject(new DOMException("stolen", "AbortError"));
        grant();
      } else if (!holder) grant();
      else if (options.ifAvailable) resolve(keep(null));
      else {
        /** @type {[string, () => void]} */
        const place = [name, grant];
        waiting.push(place);
        options.signal?.addEventListener("abort", () => {
          if (!waiting.includes(place)) return;
          waiting.splice(waiting.indexOf(place), 1);
          reject(options.signal?.reason);
        });
      }
    });
  return /** @type {any} */ ({ holders, request, query: async () => ({}) });
}
