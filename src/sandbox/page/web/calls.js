// The REST calls that the portal got, newest first.

import { nameOf } from "./cards.js";
import { byId, el, icon, withSeconds } from "./dom.js";

const KEPT = 100;
const list = byId("calls");
const rows = new Map();

function tone(call) {
  if (call.status === undefined) return "open";
  return call.status === null || call.status >= 400 || call.error ? "bad" : "good";
}

function statusWords({ status }) {
  if (status === undefined) return "…";
  return status === null ? "no answer" : String(status);
}

/** The method's name, which may break after its dots. */
function methodName(method) {
  const parts = method.split(/(?<=\.)/);
  const broken = parts.flatMap((part) => [el("wbr"), part]);
  return el("span", { className: "method" }, ...broken.slice(1));
}

function summary(call) {
  return el(
    "summary",
    {},
    icon("chevron"),
    methodName(call.method || "(no method)"),
    el("span", { className: "status" }, statusWords(call)),
    el("span", { className: "took" }, call.status === undefined ? "" : `${call.duration_ms} ms`),
    call.error ? el("span", { className: "error" }, call.error) : null,
  );
}

function facts(call) {
  const fact = (name, value) => (value ? [el("dt", {}, name), el("dd", {}, value)] : []);
  const params = () => el("pre", { tabindex: 0 }, JSON.stringify(call.params, null, 2));
  return el(
    "dl",
    {},
    ...fact("At", call.when && withSeconds(call.when)),
    ...fact("As", call.user_id && nameOf(call.user_id)),
    ...fact("Trouble", call.fault),
    ...fact("Part of", call.batch && `batch call ${call.batch}`),
    ...fact("Params", call.params && params()),
  );
}

function fill(row, call) {
  const details = row.firstElementChild;
  // The summary may hold the focus: its content changes, it stays.
  if (details.firstElementChild) {
    details.firstElementChild.replaceChildren(...summary(call).childNodes);
    details.lastElementChild.replaceWith(facts(call));
  } else {
    details.append(summary(call), facts(call));
  }
  row.className = `call is-${tone(call)}`;
}

/** Adds a call, or completes one that was announced; the oldest makes room. */
export function addCall(call) {
  const { number } = call;
  if (!rows.has(number)) {
    if (number <= Math.max(0, ...rows.keys()) - KEPT) return;
    rows.set(number, { row: el("li", {}, el("details")), over: false });
    const later = [...list.children].find((other) => Number(other.dataset.number) < number);
    rows.get(number).row.dataset.number = number;
    list.insertBefore(rows.get(number).row, later ?? null);
  }
  const known = rows.get(number);
  if (known.over) return;
  known.over = call.status !== undefined;
  fill(known.row, call);
  while (list.childElementCount > KEPT) drop(list.lastElementChild);
  byId("no-calls").hidden = true;
}

function drop(row) {
  rows.delete(Number(row.dataset.number));
  row.remove();
}

function clear() {
  [...list.children].forEach(drop);
  byId("no-calls").hidden = false;
}

/** Takes the whole list. What is already drawn stays, open or not. */
export function setCalls(calls) {
  const newest = Math.max(0, ...calls.map(({ number }) => number));
  // Another server counts from the beginning.
  if (newest < Math.max(0, ...rows.keys())) clear();
  calls.forEach(addCall);
}

export function startCalls() {
  byId("calls-clear").addEventListener("click", clear);
}
