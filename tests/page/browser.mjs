// A browser on the page, and the few moves that all tests make.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export const PAGE_URL = process.env.PAGE_URL;
assert.ok(PAGE_URL, "PAGE_URL must name a running demo, such as http://127.0.0.1:8080");

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a fresh profile. */
export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });

/** Gives the demo's server an order, as the page would. */
export async function order(path, body) {
  const response = await fetch(`${PAGE_URL}/api/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200, `${path}: ${await response.text()}`);
}

export const state = async () => (await fetch(`${PAGE_URL}/api/state`)).json();

const SUPERVISOR = 1002;

/** The newest of the bot's messages to the supervisor. */
const newest = async () => (await state()).chats[SUPERVISOR].findLast(({ from_bot: is }) => is).id;

/**
 * No trouble, and no dialog silent: where each test begins. The bot is asked to, because it would
 * tell of a silence that ends in another way.
 */
export async function reset() {
  const { troubles } = await state();
  for (const { name, on } of troubles) {
    if (on) await order("portal/trouble", { trouble: name, on: false });
  }
  const before = await newest();
  await order("say", { person: SUPERVISOR, text: "/silent 2024 2025 off" });
  while ((await newest()) === before) await new Promise((later) => setTimeout(later, 20));
}

/** The page with what a test asks of it. Each has its own profile. */
export class Demo {
  /** What must never happen: errors in the console, requests to other hosts. */
  faults = [];

  static async open(browser, options = {}) {
    const demo = new Demo();
    demo.context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    demo.page = await demo.context.newPage();
    demo.page.on("console", (line) => {
      if (["error", "warning"].includes(line.type())) demo.faults.push(line.text());
    });
    demo.page.on("pageerror", (error) => demo.faults.push(error.message));
    demo.page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol !== "data:" && url.origin !== new URL(PAGE_URL).origin) {
        demo.faults.push(`request to ${url.origin}`);
      }
    });
    await demo.page.goto(PAGE_URL);
    await demo.page.getByText("Live", { exact: true }).waitFor();
    return demo;
  }

  /** Ends the test's part; fails if anything went wrong on the side. */
  async close() {
    await this.context.close();
    assert.deepEqual(this.faults, []);
  }

  get field() {
    return this.page.getByRole("combobox", { name: "Message to the bot" });
  }

  get lastAnswer() {
    return this.page.locator(".message.from-bot").last();
  }

  /** The card of dialog 2024, in a given state. */
  card(wanted) {
    return this.page.locator(`[data-dialog="2024"][data-state="${wanted}"]`);
  }

  async be(person) {
    // The radio itself is drawn by its label.
    await this.page.getByRole("radio", { name: person }).check({ force: true });
  }

  /** Sends a message and waits for the bot's next one. */
  async say(text) {
    const answers = this.page.locator(".message.from-bot");
    const before = (await answers.count()) ? await answers.last().getAttribute("data-id") : "0";
    await this.field.fill(text);
    await this.field.press("Enter");
    await this.page.waitForFunction(
      (id) => Number([...document.querySelectorAll(".message.from-bot")].at(-1)?.dataset.id) > id,
      Number(before),
    );
  }

  /** Waits until the bot's last message reads like this; a message may be edited into it. */
  async answerIs(pattern) {
    await this.lastAnswer.filter({ hasText: pattern }).waitFor();
  }

  /** Presses a button below the bot's last message. */
  async tap(name) {
    await this.key(name).click();
  }

  key(name) {
    return this.lastAnswer.locator(".keyboard").getByText(name).first();
  }

  /** Waits until the bot's last message has such a button. */
  async keyIs(name) {
    await this.key(name).waitFor();
  }

  /** Moves the demo's clock on, by a button of this name. */
  async pass(name) {
    const shown = await this.clock();
    await this.page.getByRole("button", { name }).click();
    await this.page.waitForFunction(
      (before) => Date.parse(document.querySelector("#clock-face").dateTime) > before + 600_000,
      shown,
    );
  }

  /** What the demo's clock shows, in milliseconds. */
  clock() {
    return this.page.locator("#clock-face").evaluate((face) => Date.parse(face.dateTime));
  }

  /** The methods of the listed REST calls, newest first. */
  calls() {
    return this.page.locator("#calls .method").allTextContents();
  }
}
