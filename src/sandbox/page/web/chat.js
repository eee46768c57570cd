// The phone: one person's private chat with the bot.

import { order, readCommands } from "./api.js";
import { announce, byId, el, hourMinute, toast } from "./dom.js";
import { followHere } from "./link.js";
import { onCallbackAnswered, press } from "./press.js";
import { richText, safeUrl, startToken } from "./text.js";

const wall = byId("wall");
const history = byId("history");

/** What is known of the chats: people by id, messages by chat and number. */
const known = { bot: { username: "", id: 0 }, people: [], chats: new Map() };
let current = null;
let onPerson = () => {};

/** Who writes now: `{ id, label, first_name, language_code, hints }`. */
export const person = () => known.people.find(({ id }) => id === current);

let offered = [];

/** The commands that the chosen person's Telegram offers: `{ command, description }`. */
export const commands = () => offered;

async function refreshCommands() {
  const asker = current;
  const found = await readCommands(asker);
  if (asker === current) offered = found;
}

const messagesOf = (chat) => {
  if (!known.chats.has(chat)) known.chats.set(chat, new Map());
  return known.chats.get(chat);
};

// ---- talking to the bot ----

/** Sends `text` as the chosen person. Resolves to true if Telegram took it. */
export async function say(text) {
  const sent = await order("say", { person: current, text });
  return sent !== null;
}

// ---- one-time links ----

function openStart(token) {
  const dialog = byId("open-as");
  byId("open-as-text").textContent = `/start ${token}`;
  const others = known.people.filter(({ id }) => id !== current);
  const choices = [...others, person()].map(({ id, label, first_name: name }) =>
    el("button", { value: id }, el("strong", {}, label), ` ${name}`),
  );
  byId("open-as-people").replaceChildren(...choices);
  dialog.returnValue = "";
  dialog.onclose = () => {
    const chosen = Number(dialog.returnValue);
    if (!chosen) return;
    choose(chosen);
    byId("field").focus();
    order("open_link", { person: chosen, token });
  };
  dialog.showModal();
  choices[0].focus();
}

const inText = () => ({ bot: known.bot.username, say, openStart, followHere });

// ---- drawing ----

/** One line, as on a phone: what does not fit is cut off, and is told by the title. */
function keyButton(message, key) {
  const button = bareButton(message, key);
  button.title = key.text;
  return button;
}

function bareButton(message, key) {
  if (key.url) {
    const url = safeUrl(key.url);
    const token = url && startToken(url, known.bot.username);
    if (!url) return el("button", { type: "button", disabled: true }, key.text);
    if (!token) {
      const props = { href: url.href, target: "_blank", rel: "noopener noreferrer" };
      return followHere(el("a", props, key.text));
    }
    return el("button", { type: "button", onclick: () => openStart(token) }, key.text);
  }
  if (key.copy_text) {
    const copy = () => navigator.clipboard.writeText(key.copy_text.text).then(
      () => toast("Copied"),
      () => toast("The browser did not allow copying", true),
    );
    return el("button", { type: "button", onclick: copy }, key.text);
  }
  const data = key.callback_data;
  const button = el("button", { type: "button", disabled: data === undefined }, key.text);
  button.addEventListener("click", () => press(current, message, data, button));
  return button;
}

function keyboard(message) {
  const rows = message.keyboard;
  if (rows.length === 0) return null;
  const drawn = rows.map((row) =>
    el("div", { className: "row" }, ...row.map((key) => keyButton(message, key))),
  );
  return el("div", { className: "keyboard", role: "group", "aria-label": "Buttons" }, ...drawn);
}

function bubble(message) {
  const fromBot = message.from_bot;
  const who = fromBot ? "Bot" : "You";
  return el(
    "li",
    { className: fromBot ? "message from-bot" : "message", "data-id": message.id },
    el(
      "div",
      { className: "bubble" },
      el("span", { className: "only-heard" }, `${who}: `),
      el("div", { className: "text" }, ...richText(message.text, message.entities, inText())),
      el(
        "p",
        { className: "when" },
        message.edited ? el("span", {}, "edited ") : null,
        hourMinute(message.date),
      ),
      message.reactions.length > 0
        ? el("p", { className: "reactions" }, message.reactions.join(" "))
        : null,
    ),
    keyboard(message),
  );
}

const isAtEnd = () => wall.scrollHeight - wall.scrollTop - wall.clientHeight < 80;
const scrollToEnd = () => wall.scrollTo({ top: wall.scrollHeight });

function drawEmpty() {
  const isEmpty = messagesOf(current).size === 0;
  byId("empty").hidden = !isEmpty;
  byId("empty-text").textContent = `${person()?.first_name ?? ""} has not written to the bot yet.`;
}

function drawChat() {
  const messages = [...messagesOf(current).values()];
  messages.sort((a, b) => a.id - b.id);
  history.replaceChildren(...messages.map(bubble));
  drawEmpty();
  scrollToEnd();
}

function nodeOf(id) {
  return history.querySelector(`[data-id="${Number(id)}"]`);
}

/** Replaces a drawn message; the focus stays on the same place of its keyboard. */
function redraw(message) {
  const old = nodeOf(message.id);
  const fresh = bubble(message);
  if (!old) return history.append(fresh);
  const buttons = [...old.querySelectorAll(".keyboard > .row > *")];
  const place = buttons.indexOf(document.activeElement);
  // The message stays and its content changes: nothing moves in anew.
  old.replaceChildren(...fresh.childNodes);
  if (place < 0) return;
  const after = [...old.querySelectorAll(".keyboard > .row > *")];
  (after[Math.min(place, after.length - 1)] ?? byId("field")).focus();
}

function drawPeople() {
  const choices = known.people.map(({ id, label, first_name: name }) => {
    const input = el("input", { type: "radio", name: "person", value: id });
    input.checked = id === current;
    input.addEventListener("change", () => choose(id));
    const badge = el("i", { className: "dot", hidden: true, title: "New message" });
    return el("label", { title: name }, input, el("span", {}, label, badge));
  });
  byId("people").querySelector("div").replaceChildren(...choices);
}

function drawLanguages(languages) {
  const own = known.people.map(({ language_code: code }) => code);
  const all = new Map([...languages, ...own.map((code) => [code, code])].reverse());
  const options = [...all].reverse().map(([code, name]) => el("option", { value: code }, name));
  byId("language").replaceChildren(...options);
}

function drawPerson() {
  const { id, language_code: code } = person();
  byId("language").value = code;
  for (const input of byId("people").querySelectorAll("input")) {
    input.checked = Number(input.value) === id;
    if (input.checked) input.nextElementSibling.querySelector(".dot").hidden = true;
  }
}

/** Lets another person write. */
export function choose(id) {
  current = id;
  offered = [];
  drawPerson();
  drawChat();
  onPerson();
  refreshCommands();
}

// ---- news ----

/** Takes the whole state; the chosen person stays chosen. */
export function setChats({ bot, people, languages, chats }) {
  Object.assign(known, { bot, people });
  known.chats = new Map();
  for (const [chat, messages] of Object.entries(chats)) {
    const byNumber = new Map(messages.map((message) => [message.id, message]));
    known.chats.set(Number(chat), byNumber);
  }
  byId("bot-name").textContent = bot.first_name;
  drawHandle();
  if (!person()) current = people[0]?.id ?? null;
  drawPeople();
  drawLanguages(languages);
  if (current !== null) choose(current);
}

function onMessage(message, isNew) {
  const { chat } = message;
  if (message.from_bot) drawHandle();
  const messages = messagesOf(chat);
  isNew &&= !messages.has(message.id);
  messages.set(message.id, message);
  if (chat !== current) {
    const input = byId("people").querySelector(`input[value="${Number(chat)}"]`);
    if (input && message.from_bot) input.nextElementSibling.querySelector(".dot").hidden = false;
    return;
  }
  const follow = isAtEnd() || !message.from_bot;
  redraw(message);
  drawEmpty();
  if (follow) scrollToEnd();
  if (message.from_bot) announce(`Bot${isNew ? "" : " changed its message"}: ${message.text}`);
}

function onDeleted(chat, id) {
  messagesOf(chat).delete(id);
  if (chat !== current) return;
  const node = nodeOf(id);
  if (node?.contains(document.activeElement)) byId("field").focus();
  node?.remove();
  drawEmpty();
}

let stopBusy;

/** "typing" and the like, shown for a few seconds as Telegram's apps do. */
function onBusy(chat) {
  if (chat !== current) return;
  byId("bot-handle").textContent = "typing…";
  clearTimeout(stopBusy);
  stopBusy = setTimeout(drawHandle, 5000);
}

function drawHandle() {
  clearTimeout(stopBusy);
  byId("bot-handle").textContent = `@${known.bot.username}`;
}

/** Takes one change that Telegram reports. */
export function onTelegram(news) {
  switch (news.event) {
    case "message_added":
      return onMessage(news.message, true);
    case "message_edited":
      return onMessage(news.message, false);
    case "message_deleted":
      return onDeleted(news.chat, news.message_id);
    case "commands_changed":
      return refreshCommands();
    case "callback_answered":
      return onCallbackAnswered(news);
    case "chat_action":
      return onBusy(news.chat);
  }
}

/** Wires the controls; `whenPersonChanges` is called after another person was chosen. */
export function startChat(whenPersonChanges) {
  onPerson = whenPersonChanges;
  byId("start").addEventListener("click", () => say("/start"));
  byId("language").addEventListener("change", async ({ target }) => {
    const body = { person: current, language_code: target.value };
    if (await order("language", body)) {
      known.people.find(({ id }) => id === body.person).language_code = body.language_code;
      refreshCommands();
    }
    drawPerson();
  });
}
