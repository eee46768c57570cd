// Choosing a dialog and switching it by taps, and what happens when time passes. Part of
// page.test.mjs: one demo serves one test at a time.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Demo, launch, order, reset } from "./browser.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());
beforeEach(reset);

/** The page in the supervisor's hands. */
async function withSam(options, body) {
  const demo = await Demo.open(browser, options);
  demo.page.setDefaultTimeout(10_000);
  await demo.be("Supervisor");
  await body(demo);
  await demo.close();
}

const rows = (demo) => demo.lastAnswer.locator(".keyboard > .row");
const idOf = (message) => message.getAttribute("data-id");

for (const [name, options] of [["a desktop", {}], ["a phone", PHONE]]) {
  test(`the list, a dialog's card, a switch and its undo by taps alone: ${name}`, () =>
    withSam(options, async (demo) => {
      await demo.say("/dialogs");
      await demo.answerIs(/Your 10 open dialogs/u);
      assert.equal(await rows(demo).count(), 9, "eight dialogs and the row that turns pages");
      assert.equal(await demo.key(/Frida/u).count(), 0, "a closed dialog is listed");
      const list = await idOf(demo.lastAnswer);
      await demo.tap("▶️");
      await demo.keyIs(/Noor van den Heuvel/u);
      await demo.tap("◀️");
      await demo.tap(/Anna - Website/u);
      await demo.keyIs(/Silent on/u);
      await demo.answerIs(/Live chat/u);
      const card = await idOf(demo.lastAnswer);
      await demo.tap(/Silent on/u);
      await demo.keyIs(/Silent off/u);
      await demo.answerIs(/🔇.*Anna.*edited/su);
      assert.equal(await idOf(demo.lastAnswer), card, "the card is not edited in place");
      await demo.tap(/Undo/u);
      await demo.keyIs(/Silent on/u);
      await demo.answerIs(/🔊.*Anna/su);
      assert.equal(await idOf(demo.lastAnswer), card);
      assert.ok(Number(card) >= Number(list));
      // A label is one line, as in Telegram, and no button leaves the keyboard.
      const heights = await rows(demo).evaluateAll((all) => all.map((row) => row.offsetHeight));
      assert.ok(Math.max(...heights) < 48, `rows of ${heights} pixels`);
    }));
}

test("words find a dialog; those that find none get advice", () =>
  withSam({}, async (demo) => {
    await demo.say("/dialogs ines");
    await demo.keyIs(/Ines Okafor/u);
    assert.equal(await demo.key(/Anna/u).count(), 0);
    await demo.say("/dialogs nobody");
    await demo.answerIs(/no dialog called/u);
  }));

test("a link pasted alone shows its dialog; a deal's link that of the deal", () =>
  withSam({}, async (demo) => {
    await demo.page.getByRole("button", { name: "Paste link, dialog 2025" }).click();
    assert.match(await demo.field.inputValue(), /IM_DIALOG=chat2025$/);
    await demo.field.press("Enter");
    await demo.answerIs(/2025.*Boris/su);
    await demo.page.getByRole("button", { name: "Paste CRM link, dialog 2030" }).click();
    assert.match(await demo.field.inputValue(), /\/crm\/deal\/details\/77\/$/);
    await demo.field.press("Enter");
    await demo.answerIs(/2030.*María José García/su);
  }));

test("a card's link leads to the dialog", () =>
  withSam(PHONE, async (demo) => {
    await demo.say("2024");
    await demo.answerIs(/Anna/u);
    await demo.lastAnswer.getByRole("link", { name: /Open/u }).tap();
    await demo.card("heard").waitFor();
    assert.equal(await demo.page.evaluate(() => document.activeElement.dataset.dialog), "2024");
  }));

test("several dialogs come back as one message", () =>
  withSam({}, async (demo) => {
    await demo.say("/silent 2024 2025 on");
    await demo.answerIs(/2024.*Anna.*2025.*Boris/su);
    await demo.card("silent").waitFor();
    await demo.say("2024 off");
    await demo.answerIs(/🔊.*2024/su);
    await demo.card("heard").waitFor();
  }));

test("a timed silence ends when its time has passed", () =>
  withSam({}, async (demo) => {
    await demo.say("/silent 2024 on 30m");
    await demo.answerIs(/30 minutes/u);
    await demo.pass("15 minutes later");
    await demo.card("silent").waitFor();
    await demo.pass("15 minutes later");
    await demo.card("heard").waitFor();
    await demo.answerIs(/🔊.*2024/su);
  }));

test("a reminder comes after an hour, and its button works", () =>
  withSam({}, async (demo) => {
    await demo.say("2024 on");
    await demo.answerIs(/🔇.*2024/su);
    await order("portal/write", { chat: 2024, as: "client", text: "Is anybody there?" });
    await demo.pass("An hour later");
    await demo.answerIs(/🚨.*2024.*waiting/su);
    await demo.tap(/Silent off/u);
    await demo.card("heard").waitFor();
    await demo.answerIs(/🔊.*2024/su);
  }));

test("a card that has grown old is brought up to date instead of acted on", () =>
  withSam({}, async (demo) => {
    await demo.say("2024");
    await demo.keyIs(/Silent on/u);
    await demo.pass("An hour later");
    await demo.tap(/Silent on/u);
    const told = demo.page.locator("#alert");
    await told.getByText(/card was old/u).waitFor();
    await told.getByRole("button", { name: "OK" }).click();
    await demo.card("heard").waitFor();
    await demo.tap(/Silent on/u);
    await demo.card("silent").waitFor();
  }));

test("the clock shows what it was moved to, to other pages too", () =>
  withSam({}, async (demo) => {
    const other = await Demo.open(browser);
    const before = await other.clock();
    await demo.pass("An hour later");
    await other.page.waitForFunction(
      (least) => Date.parse(document.querySelector("#clock-face").dateTime) >= least,
      before + 3_600_000,
    );
    assert.ok((await demo.clock()) - before < 3_800_000);
    await other.close();
  }));
