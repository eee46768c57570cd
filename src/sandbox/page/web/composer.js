// The message field: Enter sends, "/" offers the bot's commands, examples are one tap away.

import { commands, person, say } from "./chat.js";
import { byId, el, memory } from "./dom.js";

const field = byId("field");
const list = byId("commands");
let active = -1;

const options = () => [...list.children];

function close() {
  list.hidden = true;
  active = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function mark(index) {
  active = index;
  options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  if (index < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `command-${index}`);
  options()[index]?.scrollIntoView({ block: "nearest" });
}

function take(command) {
  type(`/${command} `);
}

/** Offers the commands that begin with what is typed. */
function offer() {
  const typed = /^\/(\w*)$/.exec(field.value)?.[1].toLowerCase();
  const found = typed === undefined ? [] : commands().filter((it) => it.command.startsWith(typed));
  if (found.length === 0) return close();
  const items = found.map(({ command, description }, at) =>
    el(
      "li",
      // A press must not move the focus out of the field.
      { role: "option", id: `command-${at}`, onpointerdown: (event) => event.preventDefault(),
        onclick: () => take(command) },
      el("b", {}, `/${command}`),
      ` ${description}`,
    ),
  );
  list.replaceChildren(...items);
  list.hidden = false;
  field.setAttribute("aria-expanded", "true");
  mark(-1);
}

/** Puts `text` into the field, ready to be sent. */
export function type(text) {
  field.value = text;
  close();
  field.focus();
}

async function send() {
  const text = field.value.trim();
  if (text === "") return;
  close();
  field.value = "";
  const sent = await say(text);
  if (!sent && field.value === "") field.value = text;
  if (text === byId("first-command").textContent) hideFirstRun();
}

function onKey(event) {
  if (event.isComposing || list.hidden) return;
  const count = list.childElementCount;
  if (event.key === "ArrowDown") mark((active + 1) % count);
  else if (event.key === "ArrowUp") mark(active <= 0 ? count - 1 : active - 1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" && active >= 0) options()[active].click();
  else return;
  event.preventDefault();
}

/** Draws the chosen person's examples. */
export function drawHints() {
  const chips = (person()?.hints ?? []).map((hint) =>
    el("button", { type: "button", onclick: () => type(hint), title: "Type this" }, hint),
  );
  byId("hints").replaceChildren(...chips);
}

function hideFirstRun() {
  byId("first-run").hidden = true;
  memory.set("first-run", "done");
}

/** Shows what a newcomer can try, until they tried it or closed it. */
export function offerFirstRun(command) {
  byId("first-command").textContent = command;
  byId("first-run").hidden = memory.get("first-run") === "done";
}

export function startComposer() {
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  field.addEventListener("input", offer);
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", close);
  byId("first-use").addEventListener("click", () => type(byId("first-command").textContent));
  byId("first-close").addEventListener("click", () => {
    hideFirstRun();
    field.focus();
  });
}
