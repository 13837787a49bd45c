/**
 * A footnote where it is read: beside its line on wide windows (see side-notes.js), elsewhere on
 * a card that a pointer keeps open; Enter on the mark goes to the list at the end, as ever.
 */

import { copyOf, offer, wayOn } from "./card.js";
import { isBeside, layBeside } from "./side-notes.js";

layBeside();

offer(".noteref a", {
  name: "Chú thích",
  click: "keep",
  write(mark) {
    const note = document.getElementById(mark.hash.slice(1))?.querySelector(".note-body");
    if (!note || isBeside(mark)) return undefined;
    const words = document.createElement("div");
    const number = document.createElement("strong");
    number.className = "pop-name";
    number.textContent = `Chú thích ${mark.textContent}`;
    words.append(number, copyOf(note), wayOn(mark, "Đến danh sách chú thích"));
    return words;
  },
});
