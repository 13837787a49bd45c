/**
 * Where a result leads, and the words to mark there.
 *
 * The words travel behind the anchor, "#i-4-p3&tim=đảng%20viên", and only with a click: the
 * address that a reader copies from the list or from the page stays the plain one. A fragment
 * is not sent to the server, needs no storage, works in a new tab and from a folder, and
 * fetches the page no second time. See arrival.js.
 */

/** The page and the very paragraph or note. */
export function landingOf({ url, passage }) {
  return passage ? `${url.split("#")[0]}#${passage}` : url;
}

/** Text and marks of an excerpt as nodes; nothing but <mark> is kept of its markup. */
export function nodesOf(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => {
    const made = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode("");
    made.textContent = node.textContent;
    return made;
  });
}

/** The address with the words that the excerpt marks, each once. */
export function withWords(address, excerpt) {
  const words = new Set(nodesOf(excerpt).filter(({ nodeName }) => nodeName === "MARK").map((mark) => mark.textContent));
  if (words.size === 0) return address;
  return `${address}${address.includes("#") ? "" : "#"}&tim=${encodeURIComponent([...words].join("|"))}`;
}
