// Small helpers for building nodes. Foreign text only ever becomes a text node.

export const byId = (id) => document.getElementById(id);

/** Builds an element: `props` are attributes, except `on*` handlers and `className`. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "className") node.className = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** One of the page's drawings; decoration only, so it is hidden from screen readers. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

const hours = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const seconds = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

const wall = new Intl.DateTimeFormat(undefined, { timeStyle: "short", hourCycle: "h23" });

/** Time of day from Unix seconds, short in every language: 15:04. */
export const onTheClock = (unix) => wall.format(new Date(unix * 1000));

/** Time of day from Unix seconds. */
export const hourMinute = (unix) => hours.format(new Date(unix * 1000));

/** Time of day with seconds, from an ISO 8601 time. */
export const withSeconds = (time) => seconds.format(new Date(time));

/** Says something to screen readers, politely; nothing is shown. */
export function announce(text) {
  const log = byId("heard");
  log.append(el("span", {}, `${text} `));
  while (log.childElementCount > 5) log.firstElementChild.remove();
}

let hideToast;

/** A short notice over the chat; its element is a live region. */
export function toast(text, isError = false) {
  const node = byId("toast");
  clearTimeout(hideToast);
  node.textContent = text;
  node.classList.toggle("is-error", isError);
  node.classList.add("is-shown");
  hideToast = setTimeout(() => {
    node.classList.remove("is-shown");
    node.textContent = "";
  }, 5000);
}

/** What the browser remembers for this page; forbidden storage is no error. */
export const memory = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Not remembered, then.
    }
  },
};
