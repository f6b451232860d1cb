// The conversation's labels and notes: none lies upon another.

import { expect, test } from "./test.js";
import { conversation, expectMoment, open, slider } from "./catchup.js";
import { STATES } from "./layout.js";

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1280, height: 720 }, { width: 1024, height: 768 }]) {
  test(`no note meets a label at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const lesson of ["walking-back", "with-hints", "figure-7"]) {
      await open(page, `#lesson-${lesson}`);
      const length = Number(await slider(page).getAttribute("max"));
      await page.keyboard.press("End");
      await expectMoment(page, length);
      const met = await conversation(page).evaluateAll((items) => {
        const texts = items.flatMap((item) => [...item.querySelectorAll(".say, .note, .tag")]).map((element) => {
          const { top, bottom, left, right } = element.getBoundingClientRect();
          return { text: element.textContent, top, bottom, left, right };
        });
        return texts.flatMap((one, place) => texts.slice(place + 1).filter((other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2,
        ).map((other) => `${one.text} | ${other.text}`));
      });
      expect(met, lesson).toEqual([]);
    }
  });
}

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1024, height: 768 }]) {
  test(`no line of a tear runs through a word at ${width} px, and no tear has a hole without one`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    // Two sides whose members take turns: a tear in every gap, so that labels have to stand over some.
    const cuts = ["every tom", "every and", "tom dick", "tom harry", "dick and", "and harry"].map((pair) => `cut ${pair}\n`).join("");
    const text = `title Turns\nprotocol raft\nservers every tom dick and harry\n${cuts}prompt every timeout\nsettle\nclient every set a 1\nsettle\nprompt every heartbeat\nstep\n`;
    await open(page, `#1/0/plain,${encodeURIComponent(text)}`);
    await page.keyboard.press("End");
    await expect(conversation(page).last()).toContainText("I lead term 1");
    const found = await conversation(page).evaluateAll((items) => {
      const tears = [...document.querySelectorAll("#ladder .tear-fill")].map((tear) => tear.getBoundingClientRect());
      const meets = (/** @type {DOMRect} */ one, /** @type {DOMRect} */ other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      let over = 0;
      const wrong = items.flatMap((item) => [...item.querySelectorAll(".say")]).flatMap((say) => {
        const range = document.createRange();
        range.selectNodeContents(say);
        const mends = [...say.querySelectorAll(".mend")].map((mend) => mend.getBoundingClientRect());
        const words = [...range.getClientRects()].filter((box) => box.width > 0 && !mends.some((mend) => mend.left === box.left && mend.width === box.width));
        const torn = tears.filter((tear) => words.some((word) => meets(word, tear)));
        over += torn.length;
        const isBehind = (/** @type {DOMRect} */ tear, /** @type {DOMRect} */ mend) => Math.abs(tear.left + tear.right - mend.left - mend.right) < 4;
        const bare = torn.filter((tear) => !mends.some((mend) => isBehind(tear, mend))).length;
        const idle = mends.filter((mend) => !words.some((word) => word.left < mend.right + 12 && mend.left - 12 < word.right)).length;
        return bare + idle > 0 ? [`${say.textContent}: ${bare} bare, ${idle} idle`] : [];
      });
      return { over, wrong };
    });
    expect(found.wrong).toEqual([]);
    expect(found.over).toBeGreaterThan(3);
  });
}

test("what is now is in view when a run is opened, also where many servers leave it little room", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page);
  const { moment, text } = STATES["nine servers"] ?? { moment: 0, text: "" };
  await page.goto("about:blank");
  await open(page, `#1/${moment}/plain,${encodeURIComponent(`title Nine\n${text}`)}`);
  await expectMoment(page, moment);
  await expect(conversation(page).filter({ hasText: "disk full" }).locator(".tag")).toBeInViewport();
  await expect(page.getByRole("button", { name: "Go to now" })).toBeHidden();
});
