// Starts the page: reads the state, follows the changes, and hands each to who draws it.

import { follow } from "./api.js";
import { addCall, setCalls, startCalls } from "./calls.js";
import { setDialogs, showDialog, startCards } from "./cards.js";
import { onTelegram, setChats, startChat } from "./chat.js";
import { setClock, startClock } from "./clock.js";
import { drawHints, offerFirstRun, startComposer, type } from "./composer.js";
import { byId, memory } from "./dom.js";
import { setPortal, startLinks } from "./link.js";
import { setGeneration, setTroubles, startTrouble } from "./trouble.js";

const views = [...document.querySelectorAll(".views button")];
const badge = (view) => views.find((it) => it.dataset.view === view).querySelector(".dot");

/** Chooses what a narrow window shows; a wide one shows both. */
function show(view) {
  document.body.dataset.view = view;
  for (const button of views) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
  badge(view).hidden = true;
}

/** Marks the view that is not shown: something changed there. */
function mark(view) {
  badge(view).hidden = document.body.dataset.view === view;
}

function drawPortal(portal) {
  setPortal(portal.url);
  setGeneration(portal.generation);
  if (setDialogs(portal)) mark("portal");
}

function onState(state) {
  setClock(state.clock);
  drawPortal(state.portal);
  setChats(state);
  setTroubles(state.troubles);
  setCalls(state.calls);
  drawHints();
  offerFirstRun(state.first_command);
}

function onEvent({ telegram, portal, arrived, call, troubles, clock }) {
  if (telegram) {
    onTelegram(telegram);
    if (telegram.message?.from_bot) mark("chat");
  }
  if (portal) drawPortal(portal);
  if (arrived) addCall(arrived);
  if (call) addCall(call);
  if (troubles) setTroubles(troubles);
  if (clock) setClock(clock);
}

function onLink(state) {
  const link = byId("link");
  link.dataset.state = state;
  link.textContent = state === "up" ? "Live" : "Reconnecting";
}

function startTheme() {
  const button = byId("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const draw = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    memory.set("theme", root.dataset.theme);
    draw();
  });
  system.addEventListener("change", draw);
  draw();
}

for (const button of views) button.addEventListener("click", () => show(button.dataset.view));
show("chat");
startTheme();
startChat(drawHints);
startComposer();
startCards((link) => {
  show("chat");
  type(link);
});
startLinks((dialog) => {
  show("portal");
  showDialog(dialog);
});
startClock();
startCalls();
startTrouble();
follow({ onState, onEvent, onLink });
