/** The card of a citation, made from the entry of its directive in the list at the report's end. */

import { copyOf, offer } from "./card.js";

function entryOf(link) {
  const key = link.dataset.entry ?? link.pathname.split("/").at(-2);
  return document.getElementById(`__vb-${key}`)?.querySelector(".directive-words");
}

/** The way on, for pointers; with keys Enter on the citation itself goes there, so Tab skips it. */
function wayOn(link, words) {
  const way = document.createElement("a");
  way.className = "pop-go";
  way.href = link.href;
  way.tabIndex = -1;
  way.textContent = words;
  return way;
}

offer("a.cite", {
  name: "Văn bản được viện dẫn",
  tap: true,
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
