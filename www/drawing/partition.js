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
 * The actions that part all servers into two groups.
 * @param {readonly string[]} names All servers, in order of registration.
 * @param {ReadonlySet<string>} side Those in the one group.
 * @param {readonly (readonly [string, string])[]} cut The links that are cut already.
 * @returns {string[]} One line for each link that has to be cut, or healed within a group.
 */
export function partLines(names, side, cut) {
  const others = new Set(names.filter((name) => !side.has(name)));
  return [...healsWithin(side, cut), ...healsWithin(others, cut), ...cutsAround(names, side, cut)];
}

/**
 * The actions that part some servers from all others, who keep the links that they have with each other.
 * @param {readonly string[]} names All servers, in order of registration.
 * @param {ReadonlySet<string>} side Those who are to be by themselves.
 * @param {readonly (readonly [string, string])[]} cut The links that are cut already.
 * @returns {string[]} One line for each link that has to be cut, or healed among them; none when that is so already.
 */
export function apartLines(names, side, cut) {
  return [...healsWithin(side, cut), ...cutsAround(names, side, cut)];
}

/**
 * The actions that let some servers reach all others again.
 * @param {ReadonlySet<string>} side The servers.
 * @param {readonly (readonly [string, string])[]} cut The links that are cut.
 * @returns {string[]} One line for each link that leads away from them.
 */
export function joinLines(side, cut) {
  return cut.filter(([one, other]) => side.has(one) !== side.has(other)).map(([one, other]) => `heal ${one} ${other}`);
}

/**
 * @param {ReadonlySet<string>} side Some servers.
 * @param {readonly (readonly [string, string])[]} cut The links that are cut.
 * @returns {string[]} One line for each of these among the servers.
 */
function healsWithin(side, cut) {
  return cut.filter(([one, other]) => side.has(one) && side.has(other)).map(([one, other]) => `heal ${one} ${other}`);
}

/**
 * @param {readonly string[]} names All servers, in order of registration.
 * @param {ReadonlySet<string>} side Some of them.
 * @param {readonly (readonly [string, string])[]} cut The links that are cut.
 * @returns {string[]} One line for each link that leads away from them and is whole.
 */
function cutsAround(names, side, cut) {
  const pairs = names.flatMap((one, place) => names.slice(place + 1).map((other) => /** @type {const} */ ([one, other])));
  const whole = pairs.filter(([one, other]) => side.has(one) !== side.has(other) && !cut.some((pair) => pair.includes(one) && pair.includes(other)));
  return whole.map(([one, other]) => `cut ${one} ${other}`);
}
