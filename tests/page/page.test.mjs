// The demo's page in a browser: what a newcomer does, with mouse, keyboard and phone.
// `npm ci`, then PAGE_URL=http://127.0.0.1:8080 `npm test`; PAGE_URL names a running demo, and
// CHROMIUM the browser if it is not /usr/bin/chromium.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Demo, launch, reset } from "./browser.mjs";
import "./dialogs.mjs";
import "./looks.mjs";

const SILENT = "imopenlines.session.mode.silent";
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());
beforeEach(reset);

async function withDemo(options, body) {
  const demo = await Demo.open(browser, options);
  demo.page.setDefaultTimeout(10_000);
  await body(demo);
  await demo.close();
}

test("a command switches the dialog, a button switches it back", () =>
  withDemo({}, async (demo) => {
    await demo.be("Supervisor");
    await demo.card("heard").waitFor();
    await demo.say("/silent 2024 on");
    await demo.answerIs(/🔇/u);
    await demo.card("silent").waitFor();
    assert.ok((await demo.calls()).includes(SILENT));
    await demo.lastAnswer.getByRole("button", { name: /🔊/u }).first().click();
    await demo.card("heard").waitFor();
    await demo.page.locator("[aria-busy=true]").waitFor({ state: "detached" });
  }));

test("what an operator writes while silent stays hidden", () =>
  withDemo({}, async (demo) => {
    await demo.be("Supervisor");
    await demo.say("/silent 2024 on");
    const card = demo.card("silent");
    await card.waitFor();
    // Whose messages are hidden depends on the generation: everybody's, or the one's on the pill.
    const value = await card.evaluate((article) => {
      const pill = article.querySelector(".pill").textContent;
      const writers = [...article.querySelectorAll(".write option")];
      return (writers.find(({ text }) => pill.includes(text)) ?? writers[0]).value;
    });
    await card.getByRole("combobox", { name: /Write in dialog/ }).selectOption(value);
    await card.getByRole("textbox").fill("Only between us");
    await card.getByRole("button", { name: /^Send/ }).click();
    const hidden = card.locator(".said", { hasText: "Only between us" }).last();
    await hidden.getByText("Hidden from the client").waitFor();
    await card.getByRole("button", { name: /^Drop silent mode/ }).click();
    await demo.card("heard").waitFor();
    await demo.card("heard").getByRole("textbox").fill("And this is for you");
    await demo.card("heard").getByRole("textbox").press("Enter");
    const open = demo.card("heard").locator(".said", { hasText: "And this is for you" }).last();
    await open.getByText("Reached the client").waitFor();
  }));

test("a stranger changes nothing", () =>
  withDemo({}, async (demo) => {
    const switched = async () => (await demo.calls()).filter((name) => name === SILENT).length;
    await demo.page.getByRole("button", { name: "Clear list" }).click();
    await demo.be("Stranger");
    await demo.field.fill("/silent 2024 on");
    await demo.field.press("Enter");
    // The bot answers a stranger once an hour; an earlier answer is still to be seen.
    await demo.lastAnswer.waitFor();
    await demo.be("Supervisor");
    await demo.say("/status 2024");
    await demo.card("heard").waitFor();
    assert.equal(await switched(), 0);
  }));

test("a refusing portal is reported, and nothing is switched", () =>
  withDemo({}, async (demo) => {
    await demo.be("Supervisor");
    const trouble = demo.page.getByRole("switch", { name: "Access denied" });
    await trouble.click();
    await demo.page.getByRole("switch", { name: "Access denied", checked: true }).waitFor();
    await demo.say("/silent 2024 on");
    const call = demo.page.locator(".call.is-bad").first();
    await call.getByText("ACCESS_DENIED").first().waitFor();
    assert.doesNotMatch(await demo.lastAnswer.innerText(), /🔇/u);
    await demo.card("heard").waitFor();
    await trouble.click();
    await demo.page.getByRole("switch", { name: "Access denied", checked: false }).waitFor();
  }));

test("the main job needs no mouse", () =>
  withDemo({}, async (demo) => {
    const { keyboard } = demo.page;
    const focusIs = (selector) =>
      demo.page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
    const tabTo = async (selector, key) => {
      for (let presses = 0; presses < 500; presses++) {
        if (await focusIs(selector)) return;
        await keyboard.press(key);
      }
      assert.fail(`${selector} cannot be reached with ${key}`);
    };
    await tabTo("input[name=person]", "Tab");
    for (let presses = 0; presses < 5; presses++) {
      const label = await demo.page.evaluate(() => document.activeElement.labels[0].textContent);
      if (label === "Supervisor") break;
      await keyboard.press("ArrowRight");
    }
    await tabTo("#field", "Tab");
    await keyboard.type("/silent 2024 on");
    await keyboard.press("Enter");
    await demo.card("silent").waitFor();
    await demo.answerIs(/🔇/u);
    const lastAnswer = ".message.from-bot:nth-last-child(1 of .from-bot)";
    const switchBack = await demo.lastAnswer.getByRole("button", { name: /🔊/u }).first();
    await switchBack.evaluate((button) => button.setAttribute("data-wanted", ""));
    await tabTo(`${lastAnswer} [data-wanted]`, "Shift+Tab");
    assert.notEqual(
      await demo.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle),
      "none",
    );
    await keyboard.press("Enter");
    await demo.card("heard").waitFor();
  }));

test("commands complete, Escape closes the list", () =>
  withDemo({}, async (demo) => {
    await demo.be("Supervisor");
    await demo.field.pressSequentially("/sil");
    const list = demo.page.getByRole("listbox", { name: "Commands" });
    await list.getByRole("option", { name: /^\/silent/ }).waitFor();
    await demo.field.press("Escape");
    await list.waitFor({ state: "hidden" });
    await demo.field.pressSequentially("e");
    await demo.field.press("ArrowDown");
    await demo.field.press("Enter");
    assert.equal(await demo.field.inputValue(), "/silent ");
  }));

test("a phone shows one thing at a time", () =>
  withDemo({ viewport: { width: 360, height: 740 }, hasTouch: true }, async (demo) => {
    // Only the row of examples may be wider than the window: it scrolls by itself.
    const sticksOut = () =>
      demo.page.evaluate(() => {
        const shown = [...document.body.querySelectorAll("*")].filter((it) => it.checkVisibility());
        const wide = shown.filter((it) => it.getBoundingClientRect().right > innerWidth + 1);
        const wrong = wide.filter((it) => !it.closest(".hints, .only-heard"));
        return wrong.map((it) => it.className || it.tagName);
      });
    await demo.be("Supervisor");
    await demo.say("/silent 2024 on");
    await demo.answerIs(/🔇/u);
    assert.deepEqual(await sticksOut(), []);
    assert.ok(!(await demo.card("silent").isVisible()));
    await demo.page.getByRole("button", { name: /^Portal/ }).tap();
    await demo.card("silent").waitFor();
    assert.ok(!(await demo.field.isVisible()));
    assert.deepEqual(await sticksOut(), []);
  }));

test("a one-time link asks who opens it; Escape opens nothing", () =>
  withDemo({}, async (demo) => {
    await demo.be("Admin");
    await demo.say("/invite");
    await demo.lastAnswer.getByRole("button", { name: /t\.me\// }).click();
    const menu = demo.page.getByRole("dialog", { name: "Open this link as" });
    await menu.getByRole("button", { name: /^Stranger/ }).waitFor();
    const messages = await demo.page.locator(".message").count();
    await demo.page.keyboard.press("Escape");
    await menu.waitFor({ state: "hidden" });
    assert.equal(await demo.page.locator(".message").count(), messages);
    assert.ok(await demo.page.getByRole("radio", { name: "Admin" }).isChecked());
  }));
