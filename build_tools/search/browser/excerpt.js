/** The words of a record around the hits, with the hits marked. */

import { tokens } from "./tokens.js";

const LENGTH = 36;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const cuts = new WeakMap();

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter]);

function fits(slot, token, strict) {
  if (slot.kind === "document" && slot.fold.endsWith("z")) return token.fold.startsWith(slot.fold);
  return slot.fold === token.fold && (!strict || !slot.marked || slot.marks === token.marks);
}

/** For each token the slots it fills; `strict` says of each slot whether its marks count. */
function hitsOf(cut, { slots, open, shortened }, strict) {
  const hits = cut.map(() => new Set());
  cut.forEach((token, at) => {
    slots.forEach((slot, number) => {
      if (fits(slot, token, strict[number])) hits[at].add(number);
      else if (open && number === slots.length - 1 && token.fold.startsWith(slot.fold)) hits[at].add(number);
      for (const words of slot.alternatives) {
        if (words.every((word, next) => cut[at + next]?.fold === word.fold)) {
          words.forEach((_, next) => hits[at + next].add(number));
        }
      }
    });
    for (const { from, token: short } of shortened) if (token.fold === short.fold) hits[at].add(from);
  });
  return hits;
}

/** A hit on a filler counts only beside another hit, a lone word of many only if none better is. */
function worths(hits, { slots, time }) {
  return hits.map((own, at) => {
    let worth = 0;
    for (const number of own) {
      const beside = hits[at - 1]?.has(number - 1) || hits[at + 1]?.has(number + 1);
      const weight = slots[number].filler || time.slots.has(number) ? (beside ? 0.3 : 0) : beside || slots.length === 1 ? 1.5 : 0.5;
      worth = Math.max(worth, weight);
    }
    return worth;
  });
}

/** The start of the window whose hits are worth most; slots that come twice count once. */
function bestWindow(hits, worth) {
  let best = { start: 0, sum: 0 };
  for (let start = 0; start < hits.length; start += 1) {
    if (worth[start] === 0) continue;
    const seen = new Map();
    let extra = 0;
    for (let at = start; at < Math.min(start + LENGTH, hits.length); at += 1) {
      for (const number of hits[at]) {
        const before = seen.get(number) ?? 0;
        if (worth[at] > before) seen.set(number, worth[at]);
        else extra += 0.01 * worth[at];
      }
    }
    let sum = extra;
    for (const value of seen.values()) sum += value;
    if (sum > best.sum + 1e-9) best = { start, sum };
  }
  return best;
}

/** Begin a little before the first hit, at a sentence where one begins near. */
function startOf(text, cut, first) {
  const earliest = Math.max(0, first - 14);
  for (let at = first; at > earliest; at -= 1) {
    if (/[.;:!?…]["”)]*\s+\S*$/.test(text.slice(cut[at - 1].end, cut[at].start))) return at;
  }
  return earliest === 0 ? 0 : Math.max(0, first - 8);
}

function marked(text, cut, worth, from, to) {
  let made = "";
  let last = cut[from]?.start ?? 0;
  for (let at = from; at < to; at += 1) {
    if (worth[at] === 0) continue;
    let end = at;
    while (end + 1 < to && worth[end + 1] > 0 && /^[\s,/–-]*$/.test(text.slice(cut[end].end, cut[end + 1].start))) end += 1;
    made += `${escaped(text.slice(last, cut[at].start))}<mark>${escaped(text.slice(cut[at].start, cut[end].end))}</mark>`;
    last = cut[end].end;
    at = end;
  }
  const stop = to >= cut.length ? text.length : cut[to - 1].end;
  return made + escaped(text.slice(last, stop));
}

/** { excerpt, passage }: HTML with <mark> only, and the anchor of the paragraph it is from. */
export function excerptOf(paragraphs, reading) {
  for (const paragraph of paragraphs) if (!cuts.has(paragraph)) cuts.set(paragraph, tokens(paragraph[1]));
  const strict = reading.slots.map((slot) =>
    paragraphs.some((paragraph) => cuts.get(paragraph).some((token) => fits(slot, token, true))),
  );
  const tried = paragraphs.map((paragraph) => {
    const [anchor, text] = paragraph;
    const cut = cuts.get(paragraph);
    const hits = hitsOf(cut, reading, strict);
    const worth = worths(hits, reading);
    return { anchor, text, cut, worth, ...bestWindow(hits, worth) };
  });
  const best = tried.reduce((one, other) => (other.sum > one.sum ? other : one), tried[0]);
  if (!best || best.cut.length === 0) return { excerpt: "", passage: null };
  const { anchor, text, cut, worth, start, sum } = best;
  const from = sum > 0 ? startOf(text, cut, start) : 0;
  const to = Math.min(from + LENGTH, cut.length);
  const lead = from === 0 ? text.slice(0, cut[0].start) : "… ";
  return { excerpt: escaped(lead) + marked(text, cut, worth, from, to) + (to < cut.length ? " …" : ""), passage: sum > 0 ? anchor : null };
}
