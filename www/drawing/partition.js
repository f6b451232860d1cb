// Partitions: links that are cut so that the servers fall into groups, none of which hears another.

/**
 * The groups into which cut links part some servers.
 * @param {number} count How many servers there are.
 * @param {(one: number, other: number) => boolean} isCut Whether the link between two of them, by their places, is cut.
 * @returns {number[]} For each server the number of its group, in order of the groups' first members: all 0 where nobody is parted.
 */
export function groupsOf(count, isCut) {
  const groups = Array.from({ length: count }, () => -1);
  let next = 0;
  for (let start = 0; start < count; start += 1) {
    if (groups[start] !== -1) continue;
    const open = [start];
    groups[start] = next;
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (let other = 0; other < count; other += 1) {
        if (groups[other] !== -1 || isCut(one, other)) continue;
        groups[other] = next;
        open.push(other);
      }
    }
    next += 1;
  }
  return groups;
}

/**
 * The actions that part some servers from the others.
 * @param {readonly string[]} names All servers, in order of registration.
 * @param {ReadonlySet<string>} side Those on the one side.
 * @param {readonly (readonly [string, string])[]} cut The links that are cut already.
 * @returns {string[]} One line for each link that has to be cut, or healed within a side.
 */
export function partLines(names, side, cut) {
  const isCut = (/** @type {string} */ one, /** @type {string} */ other) => cut.some((pair) => pair.includes(one) && pair.includes(other));
  const pairs = names.flatMap((one, place) => names.slice(place + 1).map((other) => /** @type {const} */ ([one, other])));
  const heals = pairs.filter(([one, other]) => isCut(one, other) && side.has(one) === side.has(other));
  const cuts = pairs.filter(([one, other]) => !isCut(one, other) && side.has(one) !== side.has(other));
  return [...heals.map(([one, other]) => `heal ${one} ${other}`), ...cuts.map(([one, other]) => `cut ${one} ${other}`)];
}
