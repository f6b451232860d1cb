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
