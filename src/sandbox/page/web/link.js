// Links into the local portal: it has no pages of its own, so they lead to the dialog's card.

import { safeUrl } from "./text.js";

let portal = null;
let onOpen = () => {};

/** `address` is the portal's. */
export function setPortal(address) {
  portal = new URL(address);
}

/** `open(dialog)` is called for a link that is followed. */
export function startLinks(open) {
  onOpen = open;
}

/** The address of a dialog. */
export const dialogLink = (id) => `${portal.origin}/online/?IM_DIALOG=chat${id}`;

/** The address of a CRM card. */
export const crmLink = ({ kind, id }) => `${portal.origin}/crm/${kind.toLowerCase()}/details/${id}/`;

/** Makes a link of the page follow its address here, if it leads to a dialog of the portal. */
export function followHere(anchor) {
  const url = safeUrl(anchor.href);
  const id = url?.host === portal?.host && /^chat(\d+)$/.exec(url.searchParams.get("IM_DIALOG"))?.[1];
  if (!id) return anchor;
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    onOpen(Number(id));
  });
  return anchor;
}
