/**
 * Notes beside their line, on windows that have room for them.
 *
 * They are copies of the notes at the page's end, laid into a column that the style keeps free,
 * so that no line of the text moves. The copies are silent (aria-hidden, no Tab stop) until the
 * reader comes to one by its mark: then it has the focus and its links are live; Escape, or Tab
 * past its last link, leads back to the mark. A note gives way to the next: it shows as many
 * lines as there is room for and says that there are more.
 */

import { copyOf } from "./card.js";

const WIDE = matchMedia("(min-width: 75rem)"); // as in reading.css
const GAP = 12; // px between two notes
const FEWEST = 4; // lines that a note keeps in any crowd
const LATE = 4; // lines that a note may begin below its mark to let the one before end

const column = document.querySelector(".side-notes");
const notes = []; // in the order of their first marks
const byMark = new Map();
let lit;

/** Lay the notes out as soon as the window is wide enough, and again whenever the text changes. */
export function layBeside() {
  if (!column) return;
  const lay = () => {
    if (!hasRoom()) return;
    if (!notes.length) build();
    place();
  };
  new ResizeObserver(lay).observe(document.querySelector(".report"));
  WIDE.addEventListener("change", lay);
  lay();
}

/** Whether the style shows the column: the window is wide and the browser knows what the style asks. */
function hasRoom() {
  return WIDE.matches && column !== null && column.offsetHeight > 0;
}

/** Whether the whole note of a mark can be read beside it just now. */
export function isBeside(mark) {
  const note = byMark.get(mark);
  if (!note || !hasRoom() || !(note.more.hidden || note.isWhole)) return false;
  const { top, bottom } = note.box.getBoundingClientRect();
  return top >= 0 && bottom <= document.documentElement.clientHeight;
}

function build() {
  const byNote = new Map();
  for (const mark of document.querySelectorAll(".report-text .noteref a")) {
    const words = document.getElementById(mark.hash.slice(1))?.querySelector(".note-body");
    if (!words) continue;
    if (!byNote.has(words)) byNote.set(words, write(mark, words));
    byMark.set(mark, byNote.get(words));
  }
  notes.push(...byNote.values());
  column.append(...notes.map(({ box }) => box));
  document.addEventListener("click", onClick, true);
  document.addEventListener("pointerover", ({ target }) => light(target));
  document.addEventListener("focusin", ({ target }) => light(target));
  column.addEventListener("focusin", onEnter);
  column.addEventListener("focusout", onLeave);
  column.addEventListener("keydown", onKey);
}

function write(mark, words) {
  const box = document.createElement("div");
  const number = document.createElement("a");
  const body = copyOf(words);
  const more = document.createElement("button");
  box.className = "side-note";
  box.tabIndex = -1;
  box.setAttribute("role", "note");
  box.setAttribute("aria-label", `Chú thích ${mark.textContent}`);
  number.className = "side-number";
  number.href = `#${mark.parentElement.id}`;
  number.textContent = mark.textContent;
  number.setAttribute("aria-label", `Trở lại chỗ đánh dấu chú thích ${mark.textContent}`);
  more.type = "button";
  more.className = "side-more link-button";
  more.hidden = true;
  const text = document.createElement("div");
  text.className = "side-text";
  text.append(number, " ", body);
  box.append(text, more);
  const note = { mark, box, text, more, isWhole: false, stops: [...box.querySelectorAll("a, button")] };
  more.addEventListener("click", () => {
    note.isWhole = !note.isWhole;
    place();
  });
  silence(note, true);
  return note;
}

function silence({ box, stops }, isSilent) {
  if (isSilent) box.setAttribute("aria-hidden", "true");
  else box.removeAttribute("aria-hidden");
  for (const stop of stops) stop.tabIndex = isSilent ? -1 : 0;
}

/** Every note at its mark, or below the note before it; none over another. */
function place() {
  for (const { text, more } of notes) {
    text.classList.remove("is-cut");
    more.hidden = true;
  }
  const { top, height: length } = column.getBoundingClientRect();
  const line = parseFloat(getComputedStyle(column).lineHeight);
  const wanted = notes.map(({ mark }) => mark.getBoundingClientRect().top - top - line / 4);
  const heights = notes.map(({ box }) => box.offsetHeight);
  let free = 0;
  notes.forEach(({ box, text, more, isWhole }, index) => {
    const start = Math.max(free, wanted[index]);
    const next = wanted[index + 1] ?? length;
    const room = Math.max(next + LATE * line, start) - GAP - start;
    const lines = Math.max(FEWEST, Math.floor(room / line) - 1); // one for the button
    const isLong = heights[index] > room && heights[index] > (lines + 2) * line;
    const isCut = isLong && !isWhole;
    text.style.setProperty("--lines", lines);
    text.classList.toggle("is-cut", isCut);
    more.hidden = !isLong;
    more.textContent = isCut ? "Đọc tiếp" : "Thu gọn";
    more.setAttribute("aria-expanded", String(!isCut));
    box.style.setProperty("--top", `${Math.round(start)}px`);
    free = start + (isCut ? (lines + 1) * line : heights[index] + (isLong ? line : 0)) + GAP;
  });
}

function noteAt(target) {
  if (!(target instanceof Element)) return undefined;
  const box = target.closest(".side-note");
  return box ? notes.find((note) => note.box === box) : byMark.get(target.closest(".noteref a"));
}

/** Mark and note show that they belong together. */
function light(target) {
  const note = noteAt(target);
  if (note === lit) return;
  for (const one of [lit, note]) {
    one?.box.classList.toggle("is-lit", one === note);
    one?.mark.classList.toggle("is-lit", one === note);
  }
  lit = note;
}

/** A click on a mark goes to the note beside it; on the note's number, back to the mark. */
function onClick(event) {
  if (!hasRoom() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { target } = event;
  const mark = target instanceof Element ? target.closest(".noteref a") : null;
  const note = byMark.get(mark);
  if (note) {
    event.preventDefault();
    note.cameFrom = mark;
    if (!note.more.hidden && !note.isWhole) note.more.click();
    note.box.focus({ preventScroll: true });
    note.box.scrollIntoView({ block: "nearest" });
  } else if (target instanceof Element && target.closest(".side-number")) {
    event.preventDefault();
    back(noteAt(target));
  }
}

function back({ cameFrom, mark }) {
  (cameFrom ?? mark).focus();
}

function onEnter({ target }) {
  const note = noteAt(target);
  if (note) silence(note, false);
}

function onLeave({ target, relatedTarget }) {
  const note = noteAt(target);
  if (note && !note.box.contains(relatedTarget)) silence(note, true);
}

function onKey(event) {
  const note = noteAt(event.target);
  if (!note) return;
  if (event.key === "Escape" && !document.querySelector(".pop-card")) back(note);
  if (event.key !== "Tab") return;
  const stops = [...note.box.querySelectorAll("a, button")].filter(
    (one) => one.tabIndex >= 0 && one.checkVisibility(),
  );
  const here = document.activeElement;
  if (!event.shiftKey && here === stops.at(-1)) back(note); // and Tab goes on from the mark
  else if (event.shiftKey && (here === note.box || here === stops[0])) {
    event.preventDefault();
    back(note);
  }
}
