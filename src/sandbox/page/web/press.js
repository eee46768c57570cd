// Taps on a message's buttons, and the bot's answers to them.

import { order } from "./api.js";
import { byId, toast } from "./dom.js";

/** Presses that wait for the bot's answer, and answers that came before their press returned. */
const presses = new Map();
const early = new Map();

/**
 * Presses a button of a message as a person. Until the bot answers, `button` is marked busy, as
 * phones do.
 */
export async function press(person, message, data, button) {
  button.setAttribute("aria-busy", "true");
  const free = () => button.removeAttribute("aria-busy");
  const result = await order("press", { person, message_id: message.id, data });
  if (result === null) return free();
  if (early.has(result.query)) {
    free();
    return showAnswer(early.get(result.query));
  }
  presses.set(result.query, free);
  setTimeout(() => presses.delete(result.query) && free(), 15_000);
}

function showAnswer({ text, show_alert: isAlert }) {
  if (!text) return;
  if (isAlert) {
    byId("alert-text").textContent = text;
    byId("alert").showModal();
  } else {
    toast(text);
  }
}

/** The bot answered some callback query; only those of this page's presses are shown. */
export function onCallbackAnswered(answer) {
  const free = presses.get(answer.id);
  if (free) {
    presses.delete(answer.id);
    free();
    showAnswer(answer);
  } else {
    early.set(answer.id, answer);
    setTimeout(() => early.delete(answer.id), 15_000);
  }
}
