// A message on the ladder: what is its own, and what it shares with all that say the same between the same lanes. A long run has thousands
// of messages and says little else than what was said before.

/** @import { Label } from "../../pkg/catchup.js" */
/** @import { Fate } from "./layout.js" */

/**
 * How a message stands, measured from the sender's dot.
 * @typedef {object} Stance
 * @property {number} from The sender's lane.
 * @property {number} to The receiver's lane.
 * @property {number} partner The gap beside its partner.
 * @property {number} gap The gap where its label, notes and buttons stand: that one, or another where the network is parted.
 * @property {number} first The first gap that its label reaches over; `gap` or before.
 * @property {number} last The last gap that its label reaches over; `gap` or after, or half a gap before for one that ends at a tear.
 * @property {number} step How far it falls for each lane.
 * @property {number} fall How far it falls altogether.
 * @property {number} labelFall How far it falls to its higher end within its gap.
 * @property {number} rise How much higher the arrow is at the higher end of all that its label reaches over.
 * @property {number} lines How many lines its label has at most.
 * @property {boolean} cut Whether its label may have to leave out the end of the sentence.
 * @property {number} above The room that it needs above the dot.
 * @property {number} below The room that it needs below it.
 */

export class PlacedMessage {
  kind = /** @type {const} */ ("message");
  /** The number of its row, from 0. */
  row = 0;
  /** Where its row begins. */
  top = 0;
  /** Where its row ends. */
  bottom = 0;
  /** Where the arrow starts. */
  y = 0;
  /** What became of it; null while the recorded run leaves it in flight. @type {Fate | null} */
  fate = null;

  /**
   * @param {Label} message What was sent.
   * @param {number} moment When it was sent.
   * @param {number} chunk The index of the chunk that holds it.
   * @param {Stance} stance How it stands.
   */
  constructor(message, moment, chunk, stance) {
    this.message = message;
    this.moment = moment;
    this.chunk = chunk;
    this.stance = stance;
  }

  get from() {
    return this.stance.from;
  }
  get to() {
    return this.stance.to;
  }
  get gap() {
    return this.stance.gap;
  }
  get first() {
    return this.stance.first;
  }
  get last() {
    return this.stance.last;
  }
  get step() {
    return this.stance.step;
  }
  get rise() {
    return this.stance.rise;
  }
  get lines() {
    return this.stance.lines;
  }
  get cut() {
    return this.stance.cut;
  }
  /** Where it reaches the receiver's lane. */
  get end() {
    return this.stance.fall + this.y;
  }
  /** The arrow's higher end within its gap. */
  get labelY() {
    return this.stance.labelFall + this.y;
  }
}
