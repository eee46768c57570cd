// The page's server: one read, one stream of changes, and orders.

import { toast } from "./dom.js";

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error ?? `The demo server answered ${response.status}.`);
  return body;
}

/** Everything there is to draw. */
export const readState = () => fetch("/api/state", { cache: "no-store" }).then(answer);

/** The commands that a person's Telegram offers; none if they cannot be had. */
export const readCommands = (person) =>
  fetch(`/api/commands/${person}`).then(answer).catch(() => []);

/** Sends an order; a failure is shown as a toast and gives `null`. */
export async function order(path, body) {
  try {
    return await fetch(`/api/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }).then(answer);
  } catch (error) {
    const lost = error instanceof TypeError;
    toast(lost ? "The demo server does not answer. Is it still running?" : error.message, true);
    return null;
  }
}

/**
 * Follows the stream of changes. Each (re)connection first reads the whole state; what the
 * stream says meanwhile waits, so that nothing falls between the two.
 */
export function follow({ onState, onEvent, onLink }) {
  const source = new EventSource("/api/events");
  let waiting = [];
  let reading = 0;

  async function reload() {
    const turn = ++reading;
    waiting ??= [];
    try {
      const state = await readState();
      if (turn !== reading) return;
      const missed = waiting;
      waiting = null;
      onState(state);
      missed.forEach(onEvent);
      onLink("up");
    } catch {
      if (turn === reading) setTimeout(reload, 1000);
    }
  }

  source.addEventListener("open", reload);
  source.addEventListener("reload", reload);
  source.addEventListener("error", () => {
    onLink("down");
    // A browser gives up for good when the server refuses; then only a new page helps.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
  source.addEventListener("message", ({ data }) => {
    const event = JSON.parse(data);
    if (waiting) waiting.push(event);
    else onEvent(event);
  });
}
