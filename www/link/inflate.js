// Unpacks raw deflate (RFC 1951) where the browser doesn't: some have no DecompressionStream, others have one that knows
// no "deflate-raw". Loaded only then. It reads the stream bit by bit, which is slow and short, and fast enough for a link.

/** How many more than the base a length code means, in bits, and the base; RFC 1951, section 3.2.5. */
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

/** The same for distances. */
const DISTANCE_BITS = Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1));
const DISTANCE_BASE = DISTANCE_BITS.reduce((bases, bits) => [...bases, (bases.at(-1) ?? 1) + (1 << bits)], [1]);

/** In which order the lengths of the code of code lengths stand; section 3.2.7. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The code that ends a block. */
const END = 256;

/** The most bits that a code can have. */
const MOST_BITS = 15;

/** @typedef {{counts: number[], symbols: number[]}} Code How many codes there are of each length, and what they mean, shortest first. */

/**
 * Unpacks.
 * @param {Uint8Array} packed What was packed.
 * @param {number} limit How many bytes may come out.
 * @returns {{bytes: Uint8Array<ArrayBuffer>, whole: boolean}} What it was made of. `whole` is false when that is more than the limit, and only as much is given.
 * @throws {Error} When it is no such data, or not all of it.
 */
export function inflate(packed, limit) {
  const output = new Uint8Array(limit);
  let length = 0;
  let position = 0;

  /** @returns {number} The next bit. */
  function bit() {
    const byte = packed[position >> 3];
    if (byte === undefined) throw new Error("the data ends too early");
    return (byte >> (position++ & 7)) & 1;
  }

  /** @param {number} count How many. @returns {number} The number that the next bits mean. */
  function bits(count) {
    let value = 0;
    for (let place = 0; place < count; place++) value |= bit() << place;
    return value;
  }

  /** @param {Code} code A code. @returns {number} The next symbol in it. */
  function symbol({ counts, symbols }) {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let size = 1; size <= MOST_BITS; size++) {
      value |= bit();
      const count = counts[size] ?? 0;
      if (value - count < first) return symbols[index + value - first] ?? fail();
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    return fail();
  }

  /** @returns {Code[]} The codes for literals and lengths, and for distances, as the block tells them. */
  function readCodes() {
    const literals = bits(5) + 257;
    const distances = bits(5) + 1;
    const told = bits(4) + 4;
    const sizes = Array(ORDER.length).fill(0);
    for (const place of ORDER.slice(0, told)) sizes[place] = bits(3);
    const sizeCode = makeCode(sizes);
    /** @type {number[]} */
    const all = [];
    while (all.length < literals + distances) {
      const size = symbol(sizeCode);
      if (size < 16) all.push(size);
      else {
        const repeated = size === 16 ? (all.at(-1) ?? fail()) : 0;
        const times = size === 16 ? bits(2) + 3 : size === 17 ? bits(3) + 3 : bits(7) + 11;
        for (let time = 0; time < times; time++) all.push(repeated);
      }
    }
    return [makeCode(all.slice(0, literals)), makeCode(all.slice(literals, literals + distances))];
  }

  /** @param {Code} literals Literals and lengths. @param {Code} distances Distances. */
  function readBlock(literals, distances) {
    for (let value = symbol(literals); value !== END && length <= limit; value = symbol(literals)) {
      if (value < END) {
        output[length++] = value;
        continue;
      }
      const size = (LENGTH_BASE[value - 257] ?? fail()) + bits(LENGTH_BITS[value - 257] ?? fail());
      const far = symbol(distances);
      const distance = (far < 30 ? (DISTANCE_BASE[far] ?? fail()) : fail()) + bits(DISTANCE_BITS[far] ?? fail());
      if (distance > length) fail();
      for (const end = length + size; length < end; length++) output[length] = output[length - distance] ?? 0;
    }
  }

  /** Copies a block that was not packed. */
  function copyBlock() {
    position = (position + 7) & ~7;
    const size = bits(16);
    if ((size ^ 0xffff) !== bits(16)) fail();
    for (let count = 0; count < size; count++) output[length++] = bits(8);
  }

  for (let last = false; !last && length <= limit; ) {
    last = bit() === 1;
    const kind = bits(2);
    if (kind === 0) copyBlock();
    else if (kind === 1) readBlock(FIXED_LITERALS, FIXED_DISTANCES);
    else if (kind === 2) {
      const [literals, distances] = readCodes();
      readBlock(literals ?? fail(), distances ?? fail());
    } else fail();
  }
  return { bytes: output.slice(0, length), whole: length <= limit };
}

/**
 * @param {readonly number[]} sizes How many bits each symbol's code has; 0 for a symbol that does not occur.
 * @returns {Code} The code; section 3.2.2.
 */
function makeCode(sizes) {
  const counts = Array(MOST_BITS + 1).fill(0);
  for (const size of sizes) if (size > 0) counts[size]++;
  const symbols = sizes.map((size, value) => ({ size, value })).filter(({ size }) => size > 0);
  symbols.sort((one, other) => one.size - other.size || one.value - other.value);
  return { counts, symbols: symbols.map(({ value }) => value) };
}

/** The codes of a block that tells none; section 3.2.6. */
const FIXED_LITERALS = makeCode(Array.from({ length: 288 }, (_, value) => (value < 144 ? 8 : value < 256 ? 9 : value < 280 ? 7 : 8)));
const FIXED_DISTANCES = makeCode(Array(30).fill(5));

/** @returns {never} Nothing, since the data is none. */
function fail() {
  throw new Error("this is no deflated data");
}
