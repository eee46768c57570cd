// The clock of the demo: the bot and both servers live by it.

import { order } from "./api.js";
import { announce, byId, onTheClock } from "./dom.js";

const face = byId("clock-face");
let ahead = 0;
let stoppedAt = null;
let known = false;

const now = () => stoppedAt ?? Date.now() + ahead;

function draw() {
  const shown = onTheClock(now() / 1000);
  if (face.textContent === shown) return;
  face.textContent = shown;
  face.dateTime = new Date(now()).toISOString();
}

/** Takes the clock as it is: `now` in milliseconds, and whether it `stands`. */
export function setClock({ now: shown, stands }) {
  ahead = shown - Date.now();
  stoppedAt = stands ? shown : null;
  draw();
  if (known) announce(`The clock shows ${face.textContent}`);
  known = true;
}

export function startClock() {
  for (const button of byId("clock").querySelectorAll("button")) {
    const minutes = Number(button.dataset.minutes);
    button.addEventListener("click", () => order("clock", { minutes }));
  }
  setInterval(() => known && draw(), 1000);
}
