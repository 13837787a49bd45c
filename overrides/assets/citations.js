/** The card of a citation, made from the entry of its directive in the list at the report's end. */

import { copyOf, offer, wayOn } from "./card.js";

function entryOf(link) {
  const key = link.dataset.entry ?? link.pathname.split("/").at(-2);
  return document.getElementById(`__vb-${key}`)?.querySelector(".directive-words");
}

offer("a.cite", {
  name: "Văn bản được viện dẫn",
  click: "tap",
  write(link) {
    const entry = entryOf(link);
    if (!entry) return undefined;
    const card = copyOf(entry);
    const name = document.createElement("strong");
    const heading = card.querySelector(".directive-name");
    name.className = "pop-name";
    name.textContent = heading.textContent;
    heading.replaceWith(name);
    const isChoice = card.querySelector(".choices") !== null;
    card.append(wayOn(link, isChoice ? "So sánh các văn bản này" : "Mở trang văn bản"));
    return card;
  },
});
