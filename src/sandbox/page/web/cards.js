// The portal's open-line dialogs: who is silent, and what reached the client.

import { order } from "./api.js";
import { announce, byId, el, icon } from "./dom.js";
import { crmLink, dialogLink } from "./link.js";

const SHOWN = 5;
const CLIENT = "client";
const SYSTEM = "system";
const cards = new Map();
let users = new Map();
let paste = () => {};

/** The name of one of the portal's people. */
export const nameOf = (id) => users.get(id) ?? `user ${id}`;

/** What the silent state means, in the words of a colleague. */
function silence(dialog) {
  const { for_all: forAll, by } = dialog.silent;
  if (dialog.closed) return { state: "closed", label: "Session closed", icon: "closed" };
  if (forAll) {
    const note = "No operator's message reaches the client.";
    return { state: "silent", label: "Silent for all", icon: "hush", note };
  }
  if (by.length > 0) {
    const names = by.map(nameOf).join(", ");
    const note = "Only what they write stays hidden; others still reach the client.";
    return { state: "silent", label: `Silent: ${names}`, icon: "hush", note };
  }
  return { state: "heard", label: "Client hears all", icon: "sound" };
}

function fate(message) {
  if (message.author === CLIENT || message.author === SYSTEM) return null;
  const name = message.hidden ? "hidden" : "reached";
  const words = message.hidden ? "Hidden from the client" : "Reached the client";
  return el("p", { className: "fate" }, icon(name), words);
}

function line(message, dialog) {
  const { author } = message;
  const kind = author === SYSTEM || author === CLIENT ? author : "operator";
  const name = { client: dialog.client, operator: nameOf(author), system: null }[kind];
  const hidden = kind === "operator" && message.hidden ? " is-hidden" : "";
  return el(
    "li",
    { className: `said by-${kind}${hidden}` },
    name ? el("p", { className: "who" }, name) : null,
    el("p", { className: "words" }, message.text),
    fate(message),
  );
}

/** The last messages. Of notices in a row only the newest: they must not push people out. */
function lately({ messages }) {
  const isStale = ({ author }, at) => author === SYSTEM && messages[at + 1]?.author === SYSTEM;
  return messages.filter((message, at) => !isStale(message, at)).slice(-SHOWN);
}

function writers(dialog, chosen) {
  const colleagues = dialog.members.map((id) => el("option", { value: id }, nameOf(id)));
  const options = [...colleagues, el("option", { value: CLIENT }, `${dialog.client} (client)`)];
  const wanted = chosen || String(dialog.operator ?? "");
  for (const option of options) option.selected = option.value === wanted;
  return options;
}

class Card {
  constructor(id) {
    this.id = id;
    this.title = el("h3", { id: `dialog-${id}` });
    this.meta = el("p", { className: "meta" });
    this.pill = el("p", { className: "pill" });
    this.note = el("p", { className: "note" });
    this.talk = el("ol", { className: "talk", "aria-label": `Last messages of dialog ${id}` });
    this.as = el("select", { "aria-label": `Write in dialog ${id} as` });
    this.text = el("input", {
      type: "text", maxlength: 2000, placeholder: "Write in the dialog",
      "aria-label": `Message in dialog ${id}`, autocomplete: "off",
    });
    const dropping = "As Bitrix24 does by itself, telling nobody";
    const closing = "The operator finishes the dialog; silent mode ends";
    this.drop = this.action("drop", "Drop silent mode", dropping);
    this.close = this.action("close", "Close session", closing);
    this.link = this.button("Paste link", "Puts the dialog's link into the message to the bot", () =>
      paste(dialogLink(id)),
    );
    this.deal = this.button("Paste CRM link", "Puts the link of its CRM card there", () =>
      paste(crmLink(this.crm)),
    );
    const send = el(
      "button",
      { type: "submit", className: "send small", "aria-label": `Send in dialog ${id}` },
      icon("send"),
    );
    const write = el("form", { className: "write" }, this.as, this.text, send);
    write.addEventListener("submit", (event) => this.write(event));
    this.node = el(
      "li",
      {},
      el(
        "article",
        { className: "card panel", tabindex: -1, "aria-labelledby": `dialog-${id}`, "data-dialog": id },
        el("header", {}, el("div", {}, this.title, this.meta), this.pill),
        this.note,
        this.talk,
        write,
        el("footer", {}, this.drop, this.close, this.link, this.deal),
      ),
    );
  }

  action(path, label, title) {
    return this.button(label, title, () => order(`portal/${path}`, { chat: this.id }));
  }

  button(label, title, act) {
    const name = `${label}, dialog ${this.id}`;
    const props = { type: "button", className: "quiet", title, "aria-label": name };
    const button = el("button", props, label);
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") act();
    });
    return button;
  }

  async write(event) {
    event.preventDefault();
    const text = this.text.value.trim();
    if (text === "") return;
    this.text.value = "";
    const as = this.as.value === CLIENT ? CLIENT : Number(this.as.value);
    const written = await order("portal/write", { chat: this.id, as, text });
    if (!written && this.text.value === "") this.text.value = text;
  }

  /** Draws what changed; what is being typed stays. */
  update(dialog) {
    const shown = JSON.stringify([dialog, [...users]]);
    if (shown === this.shown) return;
    this.shown = shown;
    const { state, label, icon: drawing, note } = silence(dialog);
    const operator = dialog.operator ? nameOf(dialog.operator) : "nobody yet";
    this.title.replaceChildren(dialog.client, " ", el("span", {}, `#${dialog.id}`));
    this.meta.textContent = `${dialog.connector} · ${dialog.line} · ${operator}`;
    this.crm = dialog.crm;
    this.deal.hidden = !dialog.crm;
    this.pill.replaceChildren(icon(drawing), label);
    this.note.textContent = note ?? "";
    this.note.hidden = !note;
    this.talk.replaceChildren(...lately(dialog).map((it) => line(it, dialog)));
    this.as.replaceChildren(...writers(dialog, this.as.value));
    // Stays focusable: a button that goes away under the finger loses the keyboard's place.
    this.drop.setAttribute("aria-disabled", String(state !== "silent"));
    this.close.setAttribute("aria-disabled", String(dialog.closed));
    this.mark(state, label);
  }

  /** Scrolls to the last message, once there is a place to scroll in. */
  showLatest() {
    if (this.scrolledFor === this.shown) return;
    this.scrolledFor = this.shown;
    this.talk.scrollTop = this.talk.scrollHeight;
  }

  mark(state, label) {
    const card = this.node.firstElementChild;
    const before = this.label;
    this.label = label;
    card.dataset.state = state;
    if (before === undefined || before === label) return;
    announce(`Dialog ${this.id}: ${label}`);
    card.classList.remove("is-changed");
    void card.offsetWidth; // starts the animation anew
    card.classList.add("is-changed");
  }
}

/** Brings a dialog before the eyes, and the focus to it. */
export function showDialog(id) {
  const card = cards.get(id)?.node.firstElementChild;
  if (!card) return;
  card.scrollIntoView({ block: "nearest" });
  card.focus({ preventScroll: true });
}

/** `onPaste(link)` is called with a link that is to be sent to the bot. */
export function startCards(onPaste) {
  paste = onPaste;
}

/** Takes the portal as it is now. True if a dialog's silence differs from what was drawn. */
export function setDialogs(portal) {
  users = new Map(portal.users.map(({ id, name }) => [id, name]));
  const before = [...cards.values()].map(({ label }) => label).join("\n");
  for (const dialog of portal.dialogs) {
    if (!cards.has(dialog.id)) cards.set(dialog.id, new Card(dialog.id));
    cards.get(dialog.id).update(dialog);
  }
  const order = portal.dialogs.map(({ id }) => cards.get(id).node);
  const list = byId("cards");
  if (order.some((node, at) => list.children[at] !== node)) list.replaceChildren(...order);
  for (const card of cards.values()) card.showLatest();
  byId("no-cards").hidden = order.length > 0;
  return before !== "" && before !== [...cards.values()].map(({ label }) => label).join("\n");
}
