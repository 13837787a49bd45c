/**
 * Marks the words a reader searched for, in the paragraph the result led to.
 *
 * Loaded by frame.js only where the address carries words (see search-landing.js). Afterwards
 * the address is the plain one. Marks are painted where the browser can (CSS Custom Highlight),
 * else made with <mark>; either way the text stays as it is.
 */

const NAME = "kho-tim";
const SILENT = "sup, script, .permalink, .backlinks, .pop-card";
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** The text nodes of an element with where each begins in their joined text. */
function piecesOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let length = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(SILENT)) continue;
    pieces.push({ node, start: length });
    length += node.data.length;
  }
  return pieces;
}

const even = (text) => text.toLowerCase().replace(/\s/g, " ");

/** Where the words stand, as whole words: [start, end] in the joined text. */
function placesOf(text, words) {
  const places = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (!LETTER.test(text[at - 1] ?? " ") && !LETTER.test(text[end] ?? " ")) places.push([at, end]);
    }
  }
  const ordered = places.sort(([one], [other]) => one - other);
  const merged = [];
  for (const [at, end] of ordered) {
    const last = merged.at(-1);
    if (last && at <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([at, end]);
  }
  return merged;
}

/** A range for each part of a place that lies in one text node. */
function rangesOf(pieces, places) {
  return pieces.flatMap(({ node, start }) =>
    places.flatMap(([from, to]) => {
      const first = Math.max(from - start, 0);
      const last = Math.min(to - start, node.data.length);
      if (first >= last) return [];
      const range = new Range();
      range.setStart(node, first);
      range.setEnd(node, last);
      return [range];
    }),
  );
}

function clear() {
  globalThis.CSS?.highlights?.delete(NAME);
  for (const mark of document.querySelectorAll(`mark.${NAME}`)) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}

function paint(ranges) {
  if (globalThis.CSS?.highlights && globalThis.Highlight) {
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return;
  }
  for (const range of ranges.reverse()) {
    const mark = document.createElement("mark");
    mark.className = NAME;
    range.surroundContents(mark);
  }
}

function arrive() {
  const [anchor, said] = location.hash.slice(1).split("&tim=");
  if (said === undefined) return;
  if (anchor) location.replace(`#${anchor}`);
  else history.replaceState(history.state, "", location.href.split("#")[0]);
  clear();
  const place = document.getElementById(anchor) ?? document.querySelector(".page");
  const pieces = piecesOf(place);
  const text = even(pieces.map(({ node }) => node.data).join(""));
  const words = decodeURIComponent(said).split("|").map(even).filter(Boolean);
  paint(rangesOf(pieces, placesOf(text, words)));
}

addEventListener("hashchange", arrive);
arrive();
