// The pictures of the README, taken in a demo whose clock stands. Fonts differ from machine to
// machine, so what is compared with the committed ones is the text and the buttons they show.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Demo, launch, order } from "./browser.mjs";

const FOLDER = new URL("../../docs/pictures/", import.meta.url);
const TAKE = Boolean(process.env.TAKE_PICTURES);
const MARGIN = 10;
// High enough for whatever is shown to be seen without scrolling.
const PHONE = { viewport: { width: 390, height: 1500 }, deviceScaleFactor: 2, hasTouch: true };
const THERE = { locale: "en-GB", timezoneId: "Europe/London", colorScheme: "light" };

let browser;
let demo;

before(async () => {
  browser = await launch();
  demo = await Demo.open(browser, { ...PHONE, ...THERE, reducedMotion: "reduce" });
  await demo.page.getByRole("button", { name: "Hide this hint" }).click();
  await demo.be("Supervisor");
});
after(async () => {
  await demo?.close();
  await browser?.close();
});

/** What the last `count` messages show: who says what, and the rows of buttons. */
const shown = (count) =>
  demo.page.locator(".message").evaluateAll(
    (messages, last) =>
      messages.slice(-last).map((message) => {
        const who = message.matches(".from-bot") ? "hushbot" : "Sam";
        const rows = [...message.querySelectorAll(".keyboard > .row")].map((row) =>
          [...row.children].map((button) => `[${button.textContent}]`).join(" "),
        );
        return [`${who}:`, message.querySelector(".text").textContent, ...rows].join("\n");
      }).join("\n\n"),
    count,
  );

/** Where the last `count` messages are. */
const frame = (count) =>
  demo.page.locator(".message").evaluateAll(
    (messages, [last, margin]) => {
      const wall = document.querySelector("#wall").getBoundingClientRect();
      const boxes = messages.slice(-last).map((message) => message.getBoundingClientRect());
      const top = Math.max(wall.top, boxes[0].top - margin);
      const bottom = Math.min(wall.bottom, boxes.at(-1).bottom + margin);
      return { x: wall.left, y: top, width: wall.width, height: bottom - top };
    },
    [count, MARGIN],
  );

/** Takes the picture, or holds the committed one against what is shown. */
async function picture(name, count) {
  await demo.page.evaluate(() => document.activeElement.blur());
  await demo.page.mouse.move(0, 0);
  const text = `${await shown(count)}\n`;
  if (!TAKE) {
    const committed = await readFile(new URL(`${name}.txt`, FOLDER), "utf8");
    const advice = `docs/pictures/${name}.png is stale; tests/page/run --pictures takes it anew`;
    assert.equal(text, committed, advice);
  }
  const image = await demo.page.screenshot({ clip: await frame(count) });
  assert.ok(image.length < 150_000, `${name}.png has ${image.length} bytes`);
  if (TAKE) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(new URL(`${name}.txt`, FOLDER), text);
    await writeFile(new URL(`${name}.png`, FOLDER), image);
  }
}

test("a dialog's card, just switched", async () => {
  await demo.say("/dialogs ines");
  await demo.tap(/Ines/u);
  await demo.tap(/4 h/u);
  await demo.keyIs(/Undo/u);
  await picture("card", 1);
});

test("several at once", async () => {
  await demo.say("/silent 2025 2030 on 2h training");
  await demo.answerIs(/2030/u);
  await picture("several", 2);
});

test("the dialogs to choose from", async () => {
  await demo.say("/dialogs");
  await demo.answerIs(/open dialogs/u);
  await picture("dialogs", 2);
});

test("a reminder, while the client waits", async () => {
  await demo.say("2024 on");
  await demo.answerIs(/🔇.*2024/su);
  await order("portal/write", { chat: 2024, as: "client", text: "Is anybody there?" });
  await demo.pass("An hour later");
  await demo.answerIs(/waiting/u);
  await picture("reminder", 1);
});
