// Switches that break the portal, and the choice of its generation.

import { order } from "./api.js";
import { byId, el } from "./dom.js";

const list = byId("troubles");

function flip(button, name) {
  const on = button.getAttribute("aria-checked") !== "true";
  return order("portal/trouble", { trouble: name, on });
}

function item({ name, label, note, on }) {
  const button = el(
    "button",
    { type: "button", role: "switch", "aria-checked": String(on), "data-trouble": name,
      "aria-describedby": `about-${name}` },
    el("span", {}, label),
    el("i", { className: "track" }),
  );
  button.addEventListener("click", () => flip(button, name));
  return el("li", {}, button, el("p", { id: `about-${name}` }, note));
}

/** Takes all switches as they stand. */
export function setTroubles(troubles) {
  if (list.childElementCount !== troubles.length) list.replaceChildren(...troubles.map(item));
  for (const { name, on } of troubles) {
    list.querySelector(`[data-trouble="${name}"]`)?.setAttribute("aria-checked", String(on));
  }
}

const generations = () => byId("generation").querySelectorAll("input");

export function setGeneration(generation) {
  for (const input of generations()) input.checked = input.value === generation;
}

export function startTrouble() {
  for (const input of generations()) {
    input.addEventListener("change", () =>
      order("portal/generation", { generation: input.value }),
    );
  }
}
