/** A note shown beside its mark on hover or keyboard focus; a click still goes to the note. */

const DELAY = 180;
const card = document.createElement("div");
card.className = "note-card";
card.hidden = true;
card.setAttribute("aria-hidden", "true"); // the mark's link already leads assistive tools to the note
document.body.append(card);

let timer;
let current;

function place(mark) {
  const box = mark.getBoundingClientRect();
  const edge = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(box.left - 24, edge - card.offsetWidth - 8));
  const below = box.bottom + 8;
  const fits = below + card.offsetHeight < window.innerHeight;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${(fits ? below : box.top - card.offsetHeight - 8) + window.scrollY}px`;
}

function show(mark) {
  const body = document.getElementById(mark.hash.slice(1))?.querySelector(".note-body");
  if (!body) return;
  current = mark;
  const copy = body.cloneNode(true);
  for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id");
  for (const link of copy.querySelectorAll("a")) link.tabIndex = -1;
  card.replaceChildren(copy);
  card.hidden = false;
  place(mark);
}

function hide() {
  clearTimeout(timer);
  current = undefined;
  card.hidden = true;
}

function soon(action) {
  clearTimeout(timer);
  timer = setTimeout(action, DELAY);
}

const canHover = matchMedia("(hover: hover)").matches;
for (const mark of document.querySelectorAll(".noteref a")) {
  if (canHover) {
    mark.addEventListener("pointerenter", () => soon(() => show(mark)));
    mark.addEventListener("pointerleave", () => soon(hide));
  }
  mark.addEventListener("focus", () => mark.matches(":focus-visible") && show(mark));
  mark.addEventListener("blur", hide);
  mark.addEventListener("click", hide);
}
card.addEventListener("pointerenter", () => clearTimeout(timer));
card.addEventListener("pointerleave", () => soon(hide));
document.addEventListener("keydown", (event) => event.key === "Escape" && current && hide());
