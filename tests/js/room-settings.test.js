// What is kept with a room beside its disks, by two tabs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRoomSettings } from "../../www/disks/room-settings.js";

test("a tab that has not its room begins with what is kept there, and changes nothing of it", () => {
  const kept = new Map();
  const settings = { get: (/** @type {string} */ name) => kept.get(name) ?? null, set: (/** @type {string} */ name, /** @type {string | null} */ value) => void (value === null ? kept.delete(name) : kept.set(name, value)) };
  let isTheirs = true;
  const [one, other] = [createRoomSettings(settings, "break", () => false), createRoomSettings(settings, "break", () => isTheirs)];
  one.set("sandbox", "challenge");
  assert.equal(other.get("sandbox"), "challenge");
  other.set("sandbox", null);
  assert.deepEqual([one.get("sandbox"), other.get("sandbox"), one.get("lesson-a")], ["challenge", null, null]);
  other.set("sandbox", "ahead");
  assert.deepEqual([...kept], [["break/sandbox", "challenge"]]);
  isTheirs = false;
  assert.equal(other.get("sandbox"), "ahead", "what it had goes on when it gets the room");
  other.set("sandbox", "ahead kills 1");
  assert.deepEqual([...kept], [["break/sandbox", "ahead kills 1"]]);
  other.set("sandbox", null);
  assert.deepEqual([other.get("sandbox"), kept.size], [null, 0]);
});
