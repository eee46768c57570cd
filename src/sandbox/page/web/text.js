// Telegram's text with entities, as nodes. Offsets are UTF-16 units, which is what strings here
// count in.

import { el } from "./dom.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const end = (entity) => entity.offset + entity.length;

/** The address of a link as a URL, or null for what must not become a link. */
export function safeUrl(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    return ["http:", "https:", "tg:", "mailto:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** The token of `https://t.me/<bot>?start=<token>`, or null for any other address. */
export function startToken(url, bot) {
  const isTelegram = url.protocol === "tg:" || /^(www\.)?(t|telegram)\.me$/i.test(url.hostname);
  const name = url.protocol === "tg:" ? url.searchParams.get("domain") : url.pathname.slice(1);
  if (!isTelegram || name?.toLowerCase() !== bot.toLowerCase()) return null;
  return url.searchParams.get("start");
}

function link(label, address, actions) {
  const url = safeUrl(address);
  if (!url) return el("span", {}, ...label);
  const token = startToken(url, actions.bot);
  if (token) {
    const open = () => actions.openStart(token);
    return el("button", { type: "button", className: "in-text", onclick: open }, ...label);
  }
  const props = { href: url.href, target: "_blank", rel: "noopener noreferrer" };
  return actions.followHere(el("a", props, ...label));
}

function wrap(entity, inner, source, actions) {
  switch (entity.type) {
    case "url":
      return link(inner, source, actions);
    case "text_link":
      return link(inner, entity.url ?? "", actions);
    case "bot_command": {
      const say = () => actions.say(source);
      return el("button", { type: "button", className: "in-text", onclick: say }, ...inner);
    }
    case "spoiler":
      return el("span", { className: "spoiler", tabindex: 0 }, ...inner);
    default:
      return el(TAGS[entity.type] ?? "span", {}, ...inner);
  }
}

function build(text, from, to, entities, actions) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const stop = Math.min(end(entity), to);
    if (entity.offset < at || stop <= entity.offset) {
      rest = others;
      continue;
    }
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const within = others.filter((other) => other.offset < stop);
    const inner = build(text, entity.offset, stop, within, actions);
    nodes.push(wrap(entity, inner, text.slice(entity.offset, stop), actions));
    at = stop;
    rest = others.filter((other) => other.offset >= stop);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

/**
 * Nodes for a message's text.
 * `actions`: the bot's user name, `say(text)` for commands, `openStart(token)` for start links,
 * `followHere(anchor)` for links that the page may follow itself.
 */
export function richText(text, entities, actions) {
  const nested = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, nested, actions);
}
