// Finding out whether the browser's storage can be used, and settings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { carryOut, forgetAll, loadSetting, openStorage, saveSetting } from "../../www/disks/storage.js";
import { fakeStorage } from "./fake-storage.js";

test("a storage that works is opened, and nothing is left of the attempt", () => {
  const storage = fakeStorage({ "somebody/else": "1" });
  assert.deepEqual(openStorage(() => storage), { storage, why: null });
  assert.deepEqual(storage.content(), { "somebody/else": "1" });
});

test("a blocked storage is none, and the sentence says so", () => {
  const read = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  assert.deepEqual(openStorage(read), { storage: null, why: "storage-is-blocked" });
});

test("a storage that is missing or broken is none, and nothing of what was thrown is shown", () => {
  const broken = "storage-fails";
  for (const storage of [null, undefined, {}, "storage", { setItem() {} }]) assert.equal(openStorage(() => /** @type {any} */ (storage)).why, broken);
  assert.equal(openStorage(() => fakeStorage({}, { failAt: 0 })).why, broken);
  assert.equal(openStorage(() => Object.assign(fakeStorage(), { getItem: () => null })).why, broken, "a storage that forgets is none");
  for (const name of ["getItem", "key"]) {
    const fails = () => {
      throw new DOMException("x", "NS_ERROR_FILE_CORRUPTED");
    };
    assert.equal(openStorage(() => Object.assign(fakeStorage(), { [name]: fails })).why, broken);
  }
});

/** What browsers throw when there is no room. */
const NO_ROOM = [
  new DOMException("no room", "QuotaExceededError"),
  Object.assign(new Error("no room"), { name: "NS_ERROR_DOM_QUOTA_REACHED", code: 1014 }),
  Object.assign(new Error("no room"), { name: "QUOTA_EXCEEDED_ERR", code: 22 }),
  { name: "Error", code: 22 },
];

test("a full storage is none for a newcomer, but can be read by whoever has disks in it", () => {
  for (const error of NO_ROOM) {
    const setItem = () => {
      throw error;
    };
    assert.deepEqual(openStorage(() => Object.assign(fakeStorage({ other: "1" }), { setItem })).why, "storage-is-full");
    const ours = Object.assign(fakeStorage({ "catchup/1/sandbox/=registry": "tom" }), { setItem });
    assert.equal(openStorage(() => ours).storage, ours);
    const failure = carryOut(ours, (changes) => changes.set("catchup/1/sandbox/tom/00000001", "x"));
    assert.deepEqual(failure, { failed: null, why: "storage-is-full", full: true, undone: true });
    ours.key = setItem;
    assert.equal(openStorage(() => ours).storage, null);
  }
});

test("settings are remembered, forgotten, and never a reason to fail", () => {
  const storage = fakeStorage();
  saveSetting(storage, "theme", "dark");
  assert.deepEqual(storage.content(), { "catchup/settings/theme": "dark" });
  assert.equal(loadSetting(storage, "theme"), "dark");
  assert.equal(loadSetting(storage, "speed"), null);
  saveSetting(storage, "theme", null);
  assert.equal(loadSetting(storage, "theme"), null);
  assert.equal(loadSetting(null, "theme"), null);
  saveSetting(null, "theme", "dark");
  saveSetting(fakeStorage({}, { failAt: 0 }), "theme", "dark");
  const broken = fakeStorage();
  broken.getItem = () => {
    throw new Error("broken");
  };
  assert.equal(loadSetting(broken, "theme"), null);
});

test("forgetting everything forgets what is ours and nothing else", () => {
  const storage = fakeStorage({ "catchup/1/sandbox/=registry": "tom", "catchup/settings/theme": "dark", "catchup/run/sandbox": "0", catchup: "1", "catchup-2/x": "1" });
  assert.equal(forgetAll(storage), null);
  assert.deepEqual(storage.content(), { catchup: "1", "catchup-2/x": "1" });
  assert.equal(forgetAll(fakeStorage({ "catchup/x": "1" }, { failAt: 0 })), "storage-fails");
});
