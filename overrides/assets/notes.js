/** The card of a footnote mark: the note itself; a click or a tap still goes to the note. */

import { copyOf, offer } from "./card.js";

offer(".noteref a", {
  name: "Chú thích",
  write(mark) {
    const note = document.getElementById(mark.hash.slice(1))?.querySelector(".note-body");
    return note && copyOf(note);
  },
});
