// What a screen reader is told, and whether the text can be read. Part of page.test.mjs: one demo
// serves one test at a time.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Demo, launch, PAGE_URL, reset } from "./browser.mjs";

const CONTROLS = new Set([
  "button", "link", "textbox", "combobox", "ComboBoxSelect", "switch", "radio", "option", "listbox",
  "radiogroup", "group", "dialog", "DisclosureTriangle", "article", "region",
]);
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());
beforeEach(reset);

async function withAnswer(options, body) {
  const demo = await Demo.open(browser, options);
  await demo.be("Supervisor");
  await demo.say("/silent 2024 on");
  await demo.card("silent").waitFor();
  await body(demo);
  await demo.close();
}

test("every control has a name", () =>
  withAnswer({}, async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const shown = nodes.filter(({ ignored, role }) => !ignored && CONTROLS.has(role?.value));
    assert.ok(shown.length > 30, `only ${shown.length} controls found`);
    const nameless = shown.filter(({ name }) => !name?.value?.trim());
    // The box of a <details> is a group without a name: its summary has one.
    const faulty = nameless.filter(({ role }) => role.value !== "group");
    assert.deepEqual(faulty.map(({ role }) => role.value), []);
    const roles = new Set(nodes.map(({ role }) => role?.value));
    for (const landmark of ["banner", "main", "complementary"]) {
      assert.ok(roles.has(landmark), landmark);
    }
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`text stands out from its ground: ${colorScheme}`, () =>
    withAnswer({ colorScheme, reducedMotion: "reduce" }, async ({ page }) => {
      assert.deepEqual(await page.evaluate(faintTexts), []);
    }));
}

/** Texts whose contrast is below WCAG 2.2 AA. Runs in the page. */
function faintTexts() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const paint = (colors) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = (rgb) => {
    const [r, g, b] = [...rgb].slice(0, 3).map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    const style = getComputedStyle(node);
    const isShown = node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const isExempt = node.closest("[aria-disabled=true], :disabled, .only-heard, .skip, noscript");
    if (!texts.currentNode.data.trim() || !isShown || isExempt) continue;
    const grounds = [];
    for (let at = node; at; at = at.parentElement) {
      grounds.unshift(getComputedStyle(at).backgroundColor);
    }
    const ground = luminance(paint(grounds));
    const ink = luminance(paint([...grounds, style.color]));
    const ratio = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) {
      found.push(`${texts.currentNode.data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
    }
  }
  return found;
}

test("the theme can be turned, and is remembered", () =>
  withAnswer({ colorScheme: "light" }, async ({ page }) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Dark colours" }).click();
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.reload();
    await page.getByText("Live", { exact: true }).waitFor();
    assert.equal(await ground(), dark);
  }));

test("the policy allows nothing but the page's own files", async () => {
  const response = await fetch(PAGE_URL);
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|\*|http/);
  const html = await response.text();
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
});
